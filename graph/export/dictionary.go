package export

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/table"
)

// Table is a flat table with its columns.
type Table struct {
	Name        string
	Description string
	Columns     []Column
	// Primary are the columns that no two rows share; References lead to other tables.
	Primary    []string
	References []Reference
}

// Reference says that a column holds values of a column of another table.
type Reference struct {
	Column, Table, Of string
}

// ofDecision is the reference of the tables whose rows are of one decision.
var ofDecision = Reference{"decision_id", "decisions", "id"}

// Tables lists the tables, in the order in which a reader would want them.
func Tables() []Table {
	return []Table{
		tableOf[Decision]("decisions", "Decisions of courts, one a row.", []string{"id"}),
		tableOf[Citation]("citations", "Mentions of provisions and decisions, one a row: what is cited, by whom, where and what for.",
			[]string{"decision_id", "n"}, ofDecision, Reference{"cited_id", "decisions", "id"}),
		tableOf[Party]("parties", "Parties of decisions, one a row. Natural persons are as published and joined to nothing.",
			[]string{"party_id"}, ofDecision),
		tableOf[Holding]("holdings", "Operative orders of decisions, one a row.", []string{"order_id"}, ofDecision),
		tableOf[Review]("history", "Which decision reviews which, one pair a row, and what becomes of the one under review.",
			[]string{"decision_id", "reviewed"}, ofDecision, Reference{"reviewed_id", "decisions", "id"}),
		tableOf[Provision]("provisions", "Provisions cited, one rule under one number a row, with counts.", []string{"key", "version"}),
		tableOf[Renumbering]("renumberings", "How rules moved from one number to another.", []string{"old", "new", "date"}),
	}
}

// TableNames lists the names of the tables.
func TableNames() (names []string) {
	for _, t := range Tables() {
		names = append(names, t.Name)
	}
	return names
}

func tableOf[T any](name, description string, primary []string, refs ...Reference) Table {
	return Table{Name: name, Description: description, Columns: columnsOf(reflect.TypeFor[T]()), Primary: primary, References: refs}
}

//go:embed columns.tsv
var columnsTSV string

// dictionary gives the meaning of the columns: "table.column".
type dictionary map[string]string

func loadDictionary() (dictionary, error) {
	rows, err := table.Read("columns.tsv", columnsTSV, "table", "column", "meaning")
	if err != nil {
		return nil, err
	}
	d := dictionary{}
	for _, r := range rows {
		name := r.Get("table") + "." + r.Get("column")
		if _, twice := d[name]; twice || r.Get("meaning") == "" {
			return nil, r.Errorf("%s comes twice, or means nothing", name)
		}
		d[name] = r.Get("meaning")
	}
	return d, nil
}

// of is the meaning of a column.
func (d dictionary) of(t Table, column string) (string, error) {
	if m, ok := d[t.Name+"."+column]; ok {
		return m, nil
	}
	if m, ok := d["*."+column]; ok && slices.Contains(t.References, ofDecision) {
		return m, nil
	}
	return "", fmt.Errorf("export: columns.tsv does not tell what %s.%s means", t.Name, strings.TrimSpace(column))
}
