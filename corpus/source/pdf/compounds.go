package pdf

import (
	_ "embed"
	"fmt"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed compounds.tsv
var compoundsTSV string

// compoundTable holds compounds.tsv: the parts of words that keep their hyphen.
type compoundTable struct{ before, after map[string]bool }

func parseCompounds(tsv string) (*compoundTable, error) {
	rows, err := table.Read("compounds.tsv", tsv, "side", "part", "examples", "counters")
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	t := &compoundTable{before: map[string]bool{}, after: map[string]bool{}}
	for _, r := range rows {
		into := map[string]map[string]bool{"before": t.before, "after": t.after}[r.Get("side")]
		part := r.Get("part")
		if into == nil || part == "" || into[part] {
			return nil, fmt.Errorf("pdf: %w", r.Errorf("%q is no side, or %q stands twice", r.Get("side"), part))
		}
		into[part] = true
	}
	return t, nil
}

// has reports whether a word of two parts, in lower case, keeps its hyphen.
func (t *compoundTable) has(head, tail string) bool { return t.before[head] || t.after[tail] }
