package queries

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed ending.tsv
var endingFiles embed.FS

// endings say after which rulings a court has no more to rule on in a case.
type endings struct {
	orders  map[corpus.HoldingKind]bool // whether an order ends it, or it goes on
	natures []string                    // slugs of words of natures after which it goes on
}

// loadEndings reads ending.tsv.
func loadEndings() (endings, error) {
	e := endings{orders: map[corpus.HoldingKind]bool{}}
	rows, err := table.ReadFile(endingFiles, "ending.tsv", "what", "says", "value", "reason")
	if err != nil {
		return e, fmt.Errorf("queries: %w", err)
	}
	for _, r := range rows {
		says, value := r.Get("says"), r.Get("value")
		switch {
		case says != "ends" && says != "goes_on":
			return e, r.Errorf("queries: %q is neither ends nor goes_on", says)
		case r.Get("what") == "order" && slices.Contains(corpus.HoldingKinds(), corpus.HoldingKind(value)):
			e.orders[corpus.HoldingKind(value)] = says == "ends"
		case r.Get("what") == "nature" && says == "goes_on":
			e.natures = append(e.natures, corpus.Slug(value))
		default:
			return e, r.Errorf("queries: no such %s: %q, %s", r.Get("what"), value, says)
		}
	}
	return e, nil
}

// of reports whether a decision leaves its court nothing more to rule on.
func (e *endings) of(d *corpus.Decision) bool {
	words := "-" + corpus.Slug(d.Nature+" "+d.Solution)
	if slices.ContainsFunc(e.natures, func(n string) bool { return strings.Contains(words, "-"+n) }) {
		return false
	}
	ended := false
	for i := range d.Holdings {
		ends, known := e.orders[d.Holdings[i].Kind]
		if known && !ends {
			return false
		}
		ended = ended || ends
	}
	return ended
}
