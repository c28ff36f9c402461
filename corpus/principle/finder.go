package principle

import (
	"embed"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed principles.tsv
var files embed.FS

// of says of what a rule follows.
type of string

const (
	ofText   of = "text"
	ofNamed  of = "named"
	ofBefore of = "before"
	chapeau  of = "chapeau"
)

// formula is one row of the table.
type formula struct {
	of     of
	words  phrase.Terms
	unless phrase.Terms
}

// Finder holds the formulas. It is immutable and safe for concurrent use.
type Finder struct {
	formulas []formula
	chapeau  formula
}

// New loads the formulas. An error means that the table of this build is wrong.
func New() (*Finder, error) {
	rows, err := table.ReadFile(files, "principles.tsv", "of", "words", "unless", "examples", "counters")
	if err != nil {
		return nil, fmt.Errorf("principle: %w", err)
	}
	f := new(Finder)
	for _, r := range rows {
		x := formula{of: of(r.Get("of"))}
		if x.of != ofText && x.of != ofNamed && x.of != ofBefore && x.of != chapeau {
			return nil, r.Errorf("principle: a rule follows of no %q", x.of)
		}
		if x.words, err = phrase.New(r.List("words")); err != nil {
			return nil, r.Errorf("principle: %w", err)
		}
		if x.unless, err = phrase.New(r.List("unless")); err != nil {
			return nil, r.Errorf("principle: %w", err)
		}
		if x.of == chapeau {
			f.chapeau = x
			continue
		}
		for _, term := range x.words {
			if !slices.ContainsFunc(verbs, func(v string) bool { return slices.Contains(term, v) }) {
				return nil, r.Errorf("principle: %q has none of the verbs %q", term, verbs)
			}
		}
		f.formulas = append(f.formulas, x)
	}
	return f, nil
}

// Input is what a search looks at.
type Input struct {
	Text      *fold.Text
	Zones     []corpus.Zone              // ordered
	Speech    func(at int) corpus.Speech // who speaks at a byte of the original text
	Court     corpus.CourtKind
	Citations []corpus.Citation // ordered by their start, with their uses
}

// Find gives the rules that the court states, in the order of the text.
func (f *Finder) Find(in Input) []corpus.Holding {
	r := reader{Finder: f, Input: in}
	for _, z := range in.Zones {
		if z.Zone == corpus.Motifs {
			r.zone(in.Text.Index(z.Start), in.Text.Index(z.End))
		}
	}
	return r.found
}

// statesLaw reports whether a court states what the law is, and does not only apply it.
func statesLaw(k corpus.CourtKind) bool {
	switch k {
	case corpus.Cass, corpus.CE, corpus.CC, corpus.TC:
		return true
	}
	return false
}
