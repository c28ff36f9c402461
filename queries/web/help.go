package web

import (
	_ "embed"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed help.tsv
var helpTSV string

// helpRow is a thing that can be typed, and what it asks for. What stands under a
// heading is a table of the page.
type helpRow struct{ Typed, Also, Means string }

type helpTable struct {
	Key  string // of the heading
	Rows []helpRow
}

// help is the page of the query language.
func (s *site) help(v *visit) (*answer, error) {
	rows, err := table.Read("help.tsv", helpTSV, "table", "typed", "also", "fr", "en")
	if err != nil {
		return nil, err
	}
	var tables []helpTable
	for _, r := range rows {
		if n := len(tables); n == 0 || tables[n-1].Key != r.Get("table") {
			tables = append(tables, helpTable{Key: r.Get("table")})
		}
		t := &tables[len(tables)-1]
		t.Rows = append(t.Rows, helpRow{r.Get("typed"), r.Get("also"), r.Get(string(v.l))})
	}
	return &answer{Template: "help.html", Title: v.text("help.title"), Permanent: "/help", Data: tables}, nil
}
