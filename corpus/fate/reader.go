package fate

import (
	"embed"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed solutions.tsv below.tsv words.tsv
var files embed.FS

// Reader holds the rules. It is immutable and safe for concurrent use.
type Reader struct {
	solutions []solution
	below     []belowRule
	noRemand  wording // no court rules anew
	part      wording // an order annuls in part only
	remanded  wording // a case comes back from the Cour de cassation
}

// solution is one row of the table.
type solution struct {
	corpus.Ruling
	words, unless phrase.Terms
}

// New loads the rules. An error means that the table of this build is wrong.
func New() (*Reader, error) {
	rows, err := table.ReadFile(files, "solutions.tsv", "outcome", "part", "words", "unless", "examples", "counters")
	if err != nil {
		return nil, fmt.Errorf("fate: %w", err)
	}
	r := new(Reader)
	for _, row := range rows {
		s := solution{Ruling: corpus.Ruling{Outcome: corpus.Outcome(row.Get("outcome")), Part: row.Get("part") == "yes"}}
		if !slices.Contains(corpus.Outcomes(), s.Outcome) {
			return nil, row.Errorf("fate: %q is no outcome", s.Outcome)
		}
		if s.words, s.unless, err = terms(row); err != nil {
			return nil, fmt.Errorf("fate: %w", err)
		}
		r.solutions = append(r.solutions, s)
	}
	if err := r.loadBelow(); err != nil {
		return nil, fmt.Errorf("fate: %w", err)
	}
	if err := r.loadWords(); err != nil {
		return nil, fmt.Errorf("fate: %w", err)
	}
	return r, nil
}

// fromSolution reads the official solution of a decision, as published.
func (r *Reader) fromSolution(official string) (corpus.Ruling, bool) {
	words := phrase.NewPassage(fold.New(official).Folded)
	for _, s := range r.solutions {
		if s.words.Begin(words, 0, words.Len()) && len(s.unless.Find(words)) == 0 {
			s.Official = official
			return s.Ruling, true
		}
	}
	return corpus.Ruling{}, false
}
