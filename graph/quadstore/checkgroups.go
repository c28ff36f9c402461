package quadstore

import "github.com/cayleygraph/quad"

// groups counts the quads of an index that stand together, and compares them with
// the counters.
type groups struct {
	c       *checker
	ix      *index
	last    quadRef
	n       int64 // with the same first direction as last
	inPair  int64 // with the same predicate and object
	counted bool  // pairs of the predicate of last
}

// add takes the next quad; the zero quad ends the last groups.
func (g *groups) add(q *quadRef) (err error) {
	d := g.ix.order[0]
	if d != quad.Predicate && d != quad.Label {
		return nil
	}
	other := q[d] != g.last[d]
	if d == quad.Predicate && g.inPair > 0 && (other || q[quad.Object] != g.last[quad.Object]) {
		if err := g.endPair(); err != nil {
			return err
		}
	}
	if other {
		if err := g.end(d); err != nil {
			return err
		}
		if d == quad.Predicate {
			if g.counted, err = g.c.s.counts(q[d]); err != nil {
				return err
			}
		}
	}
	g.last = *q
	g.n++
	if g.counted {
		g.inPair++
	}
	return nil
}

func (g *groups) end(d quad.Direction) error {
	n, id := g.n, g.last[d]
	if g.n = 0; n == 0 || id == 0 {
		return nil
	}
	g.c.counters++
	if kept, err := g.c.s.count(d, id); err != nil || kept != n {
		return corrupt("%d quads with %v %d, counter has %d (%v)", n, d, id, kept, err)
	}
	return nil
}

func (g *groups) endPair() error {
	n, p := g.inPair, pair{g.last[quad.Predicate], g.last[quad.Object]}
	g.inPair = 0
	g.c.pairs++
	if kept, err := g.c.s.readPair(p); err != nil || kept != n {
		return corrupt("%d quads with predicate %d and object %d, counter has %d (%v)", n, p.predicate, p.object, kept, err)
	}
	return nil
}
