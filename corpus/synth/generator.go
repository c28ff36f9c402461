package synth

import (
	"fmt"
	"iter"
)

// Generator writes the decisions of one corpus. It does not change after New and
// may be used by several goroutines at once.
type Generator struct {
	opt    Options
	tables *tables
	docket *docket
}

// New checks the options and reads the tables of this package. An error is one
// of the options, or says that a table of this build is wrong.
func New(opt Options) (*Generator, error) {
	opt, err := opt.settle()
	if err != nil {
		return nil, err
	}
	t, err := loaded()
	if err != nil {
		return nil, err
	}
	return &Generator{opt: opt, tables: t, docket: newDocket(opt)}, nil
}

// Len is the number of decisions.
func (g *Generator) Len() int { return g.opt.Decisions }

// Decisions yields all decisions, in the order of their numbers.
func (g *Generator) Decisions() iter.Seq[*Decision] { return g.Range(0, g.Len()) }

// Range yields the decisions from number low up to, and without, number high,
// as far as they are in the corpus.
func (g *Generator) Range(low, high int) iter.Seq[*Decision] {
	return func(yield func(*Decision) bool) {
		for i := max(low, 0); i < min(high, g.Len()); i++ {
			if !yield(g.Decision(i)) {
				return
			}
		}
	}
}

// Decision writes decision number i, from 0 to Len()-1; any other i panics, as
// an index out of range does.
func (g *Generator) Decision(i int) *Decision {
	if i < 0 || i >= g.Len() {
		panic(fmt.Sprintf("synth: decision %d of %d", i, g.Len()))
	}
	number, s := g.docket.find(i)
	f := g.file(g.head(number))
	p := newPen(g, f, s, i)
	switch {
	case f.administrative():
		p.publicLaw()
	case s != ruling:
		p.fond()
	case f.days[ruling] < reform:
		p.ancien()
	default:
		p.nouveau()
	}
	return p.decision()
}

// reform is the day from which the Cour de cassation writes its rulings in
// direct style with numbered paragraphs.
var reform = newDay(2019, 10, 1)
