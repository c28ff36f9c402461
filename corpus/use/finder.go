package use

import (
	"embed"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed uses.tsv
var files embed.FS

// place says where the words of a rule stand.
type place string

const (
	opens   place = "opens"
	leads   place = "leads"
	before  place = "before"
	earlier place = "earlier"
	head    place = "head"
	follows place = "follows"
	after   place = "after"
)

// rule is one row of the table.
type rule struct {
	use    corpus.Use
	zone   corpus.ZoneKind // "" is every zone
	place  place
	words  phrase.Terms
	unless phrase.Terms
}

// Finder holds the rules. It is immutable and safe for concurrent use.
type Finder struct {
	rules    []rule
	openings *phrase.Openings // of all words of the rules
}

// New loads the rules. An error means that the table of this build is wrong.
func New() (*Finder, error) {
	rows, err := table.ReadFile(files, "uses.tsv", "use", "zone", "place", "words", "unless", "examples", "counters")
	if err != nil {
		return nil, fmt.Errorf("use: %w", err)
	}
	f := new(Finder)
	var terms []phrase.Terms
	for _, r := range rows {
		x := rule{use: corpus.Use(r.Get("use")), zone: corpus.ZoneKind(r.Get("zone")), place: place(r.Get("place"))}
		if !slices.Contains(corpus.Uses(), x.use) || !slices.Contains([]place{opens, leads, before, earlier, head, follows, after}, x.place) {
			return nil, r.Errorf("use: no such use or place")
		}
		if x.words, err = phrase.New(r.List("words")); err != nil {
			return nil, r.Errorf("use: %w", err)
		}
		if x.unless, err = phrase.New(r.List("unless")); err != nil {
			return nil, r.Errorf("use: %w", err)
		}
		f.rules = append(f.rules, x)
		terms = append(terms, x.words, x.unless)
	}
	f.openings = phrase.NewOpenings(terms...)
	return f, nil
}

// Find sets the Use of citations, which are sorted by their start, and of which zone
// and speaker are known.
func (f *Finder) Find(t *fold.Text, citations []corpus.Citation) {
	r := reader{Finder: f, text: t}
	for i := 0; i < len(citations); {
		end := r.list(citations, i)
		use := corpus.Use("")
		if c := &citations[i]; c.Speaker == corpus.Cour && c.Zone != corpus.Annexe { // a form or a table rules nothing
			use = r.read(citations[i:end])
		}
		for ; i < end; i++ {
			c := &citations[i]
			if c.Use = use; use == "" || c.Speaker != corpus.Cour {
				c.Use = corpus.UseOf(c.Zone, c.Speaker)
			}
			if c.Speaker == corpus.Cour && inScope(t, c) {
				c.Use = corpus.Reported
			}
		}
	}
}
