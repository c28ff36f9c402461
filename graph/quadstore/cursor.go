package quadstore

import (
	"bytes"
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// pollEvery is how many rows a loop reads before it looks whether it has been
// cancelled.
const pollEvery = 1024

// cursor scans the quads of a pattern. It may be opened again on another
// pattern, and then keeps its rows if the index is the same.
type cursor struct {
	s    *Store
	hops bool // will be opened many times: the rows span the whole index

	rows   *rows
	ix     *index
	p      pattern
	empty  bool   // no quad can match
	filter bool   // the bounds do not say all of p: test each quad
	bound  int    // leading directions of ix that p binds
	prefix []byte // table and bound ids
	lo, hi []byte // keys lo <= key < hi
	start  bool   // not positioned yet
	polls  int
	cur    quadRef
	err    error
}

// open prepares a scan. Nothing is read before the first step.
func (c *cursor) open(p pattern) {
	ix, bound := p.pick()
	if c.rows != nil && c.ix != ix {
		c.close()
	}
	c.ix, c.bound, c.p, c.start, c.err = ix, bound, p, true, nil
	c.empty = p.ranged && p.lo >= p.hi
	c.filter = p.labelled
	c.cur = quadRef{}
	c.prefix = append(c.prefix[:0], KeySpace, ix.table)
	for _, d := range ix.order[:bound] {
		c.cur[d] = p.ids[d]
		c.prefix = appendID(c.prefix, p.ids[d])
	}
	for _, d := range ix.order[bound:] {
		c.filter = c.filter || p.bound[d]
	}
	c.setBounds()
	if c.empty {
		return
	}
	switch {
	case c.rows == nil && c.hops:
		c.rows, c.err = c.s.rows(tableStart(ix.table), tableEnd(ix.table))
	case c.rows == nil:
		c.rows, c.err = c.s.rows(bytes.Clone(c.lo), bytes.Clone(c.hi))
	case !c.hops: // opened a second time: more will follow
		c.hops = true
		c.rows.setBounds(tableStart(ix.table), tableEnd(ix.table))
	}
	c.s.note(c.err)
}

func (c *cursor) setBounds() {
	c.lo, c.hi = append(c.lo[:0], c.prefix...), append(c.hi[:0], c.prefix...)
	if c.p.ranged && c.bound < 4 && c.ix.order[c.bound] == quad.Object {
		c.lo, c.hi = appendID(c.lo, c.p.lo), appendID(c.hi, c.p.hi)
		return
	}
	c.filter = c.filter || c.p.ranged
	c.hi = after(c.hi)
}

// step moves to the next key within the bounds, without decoding it.
func (c *cursor) step(ctx context.Context) bool {
	if c.err != nil || c.rows == nil || c.empty {
		return false
	}
	if c.polls++; c.polls%pollEvery == 0 {
		if c.err = ctx.Err(); c.err != nil {
			return false
		}
	}
	var ok bool
	switch {
	case !c.start:
		ok = c.rows.next()
	case c.hops:
		ok = c.rows.seek(c.lo)
	default:
		ok = c.rows.first()
	}
	c.start = false
	return c.within(ok)
}

// within tells whether the rows stand inside the bounds.
func (c *cursor) within(ok bool) bool {
	if !ok {
		c.err = c.rows.err()
		c.s.note(c.err)
		return false
	}
	return !c.hops || bytes.Compare(c.rows.key(), c.hi) < 0
}

// decode reads the quad of the current key into cur.
func (c *cursor) decode() bool {
	key := c.rows.key()
	if c.ix.split(key[len(c.prefix):], c.bound, &c.cur) {
		return true
	}
	c.err = fmt.Errorf("%w: key %x", ErrCorrupt, key)
	c.s.note(c.err)
	return false
}

// next moves to the next quad of the pattern.
func (c *cursor) next(ctx context.Context) bool {
	for c.step(ctx) {
		if !c.decode() {
			return false
		}
		if !c.filter || c.p.matches(&c.cur) {
			return true
		}
	}
	return false
}

// skip is next for those who do not need the quad.
func (c *cursor) skip(ctx context.Context) bool {
	if c.filter {
		return c.next(ctx)
	}
	return c.step(ctx)
}

// seek moves to the first quad of the pattern whose first free direction is at
// least id. The pattern must have no filter and no range.
func (c *cursor) seek(id uint64) bool {
	if c.err != nil || c.rows == nil || c.empty {
		return false
	}
	c.start = false
	c.lo = appendID(append(c.lo[:0], c.prefix...), id)
	return c.within(c.rows.seek(c.lo)) && c.decode()
}

func (c *cursor) close() {
	if c.rows == nil {
		return
	}
	if err := c.rows.close(); err != nil && c.err == nil {
		c.err = err
	}
	c.rows = nil
}
