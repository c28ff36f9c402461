package quadstore

import (
	"bytes"

	"github.com/cayleygraph/quad"
)

// groups counts the quads of an index that stand together by predicate or label,
// and compares them with the counters; of counted predicates also pairs and
// postings.
type groups struct {
	c       *checker
	ix      *index
	last    uint64 // the first direction
	n       int64
	counted bool // pairs of the predicate
	pack    packer
}

// add takes the next quad; the zero quad ends the last groups.
func (g *groups) add(q *quadRef) (err error) {
	d := g.ix.order[0]
	if d != quad.Predicate && d != quad.Label {
		return nil
	}
	if q[d] != g.last {
		if err := g.end(d); err != nil {
			return err
		}
		if g.last = q[d]; d == quad.Predicate {
			if g.counted, err = g.c.s.counts(q[d]); err != nil {
				return err
			}
		}
	}
	g.n++
	if g.counted {
		return g.pack.add(q)
	}
	return nil
}

func (g *groups) end(d quad.Direction) error {
	n := g.n
	if g.n = 0; n == 0 || g.last == 0 {
		return nil
	}
	g.c.counters++
	if kept, err := g.c.s.count(d, g.last); err != nil || kept != n {
		return corrupt("%d quads with %v %d, counter has %d (%v)", n, d, g.last, kept, err)
	}
	if g.counted {
		return g.pack.end()
	}
	return nil
}

// packed compares a count or a posting with the stored one.
func (c *checker) packed(key, value []byte) error {
	if key[1] == tablePair {
		c.pairs++
	} else {
		c.postings++
	}
	found, err := c.s.get(key, func(b []byte) error {
		if !bytes.Equal(b, value) {
			return corrupt("entry %x of table %c is not what the quads give", key, key[1])
		}
		return nil
	})
	if err == nil && !found {
		err = corrupt("entry %x of table %c is missing", key, key[1])
	}
	return err
}
