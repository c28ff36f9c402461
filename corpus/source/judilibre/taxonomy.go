package judilibre

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed taxonomy.tsv
var taxonomyTSV string

// The fields of the taxonomy.
const (
	jurisdiction = "jurisdiction"
	location     = "location"
	chamber      = "chamber"
	formation    = "formation"
	publication  = "publication"
	solution     = "solution"
	kind         = "type"
	zone         = "zone"
)

// taxonomy gives the label of a key, field by field.
type taxonomy map[string]map[string]string

func parseTaxonomy(tsv string) (taxonomy, error) {
	t := taxonomy{}
	for _, f := range []string{jurisdiction, location, chamber, formation, publication, solution, kind, zone} {
		t[f] = map[string]string{}
	}
	rows, err := table.Read("taxonomy.tsv", tsv, "field", "key", "label")
	if err != nil {
		return nil, fmt.Errorf("judilibre: %w", err)
	}
	for _, r := range rows {
		field, key, label := r.Get("field"), r.Get("key"), r.Get("label")
		switch {
		case t[field] == nil || key == "" || label == "":
			err = r.Errorf("want a known field, a key and a label")
		case t[field][key] != "":
			err = r.Errorf("key %q given twice", key)
		case field == zone && !slices.Contains(corpus.ZoneKinds(), corpus.ZoneKind(label)):
			err = r.Errorf("unknown zone %q", label)
		}
		if err != nil {
			return nil, fmt.Errorf("judilibre: %w", err)
		}
		t[field][key] = label
	}
	return t, nil
}

// label is what a key of a field stands for; a value that is no key, such as a
// resolved label, stays as it is.
func (t taxonomy) label(field, value string) string {
	value = prose.Line(value)
	if len(value) <= 60 {
		if l := t[field][fold.New(value).Folded]; l != "" {
			return l
		}
	}
	return value
}
