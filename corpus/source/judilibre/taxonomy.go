package judilibre

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/source/prose"
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
	for i, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 || t[col[0]] == nil || col[1] == "" || col[2] == "" {
			return nil, fmt.Errorf("judilibre: taxonomy.tsv:%d: want a known field, a key and a label", i+1)
		}
		if t[col[0]][col[1]] != "" {
			return nil, fmt.Errorf("judilibre: taxonomy.tsv:%d: key %q given twice", i+1, col[1])
		}
		if col[0] == zone && !slices.Contains(corpus.ZoneKinds(), corpus.ZoneKind(col[2])) {
			return nil, fmt.Errorf("judilibre: taxonomy.tsv:%d: unknown zone %q", i+1, col[2])
		}
		t[col[0]][col[1]] = col[2]
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
