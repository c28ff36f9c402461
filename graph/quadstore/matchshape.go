package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// match is the shape most queries become: the quads of any of some patterns
// and, if from is set, with a node of from in direction join. Its results are
// the quads (result is quad.Any; only without from) or their nodes in direction
// result. save tags other directions of the quad.
type match struct {
	s      *Store
	pats   []pattern
	from   shape.Shape
	join   quad.Direction
	result quad.Direction
	save   []saveTag
}

type saveTag struct {
	d   quad.Direction
	tag string
}

func (m match) BuildIterator(qs graph.QuadStore) graph.Iterator {
	it := &matchIterator{match: m, size: -1}
	if m.from != nil {
		it.sub = graph.AsShape(m.from.BuildIterator(qs))
	}
	return graph.NewLegacy(it, nil)
}

func (m match) Optimize(r shape.Optimizer) (shape.Shape, bool) {
	if m.from == nil {
		return m, false
	}
	from, changed := m.from.Optimize(r)
	if shape.IsNull(from) {
		return nil, true
	}
	m.from = from
	return m, changed
}

// plain: one pattern and no tags. It may be counted, skipped and merged on keys.
func (m *match) plain() bool {
	return len(m.pats) == 1 && m.from == nil && len(m.save) == 0
}

// sorted: plain, and the results come in the order of ids.
func (m *match) sorted() bool {
	if !m.plain() || m.result == quad.Any {
		return false
	}
	p := &m.pats[0]
	ix, n := p.pick()
	return !p.ranged && !p.labelled && n < 4 && p.count() == n && ix.order[n] == m.result
}

// ref gives the result of a quad.
func (m *match) ref(q *quadRef) graph.Ref {
	if m.result == quad.Any {
		return *q
	}
	if q[m.result] == 0 {
		return nil
	}
	return nodeRef(q[m.result])
}

func (m *match) tags(q *quadRef, to map[string]graph.Ref) {
	for _, t := range m.save {
		if q[t.d] != 0 {
			to[t.tag] = nodeRef(q[t.d])
		}
	}
}

// matchIterator plans a match.
type matchIterator struct {
	match
	sub  graph.IteratorShape // from
	size int64               // quads of the patterns; -1: not known yet
}

func (m *matchIterator) String() string {
	return fmt.Sprintf("Match(%d patterns, join=%v, result=%v)", len(m.pats), m.join, m.result)
}

func (m *matchIterator) SubIterators() []graph.IteratorShape {
	if m.sub == nil {
		return nil
	}
	return []graph.IteratorShape{m.sub}
}

func (m *matchIterator) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	if m.sub == nil {
		return m, false
	}
	var changed bool
	m.sub, changed = m.sub.Optimize(ctx)
	return m, changed
}

// hopFactor is the guess of how many quads a node has in one hop.
const hopFactor = 5

// Stats never claims an exact size: Cayley's And would take the smallest exact
// size of its parts for the exact size of the intersection.
func (m *matchIterator) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	n, err := m.patternSize()
	if err != nil || m.sub == nil {
		return graph.IteratorCosts{ContainsCost: 6, NextCost: 1, Size: graph.Size{Size: n}}, err
	}
	st, err := m.sub.Stats(ctx)
	out := graph.IteratorCosts{
		NextCost:     clampSize(st.NextCost, maxCost) + 3,
		ContainsCost: 8 + product(5, st.ContainsCost),
	}
	if m.backwards(n, st) {
		out.NextCost = 1 + clampSize(st.ContainsCost, maxCost)
	}
	hops := product(st.Size.Size, hopFactor*int64(len(m.pats)))
	out.Size.Size = clampSize(hops, n)
	return out, err
}

// patternSize is the number of quads of the patterns, from left out.
func (m *matchIterator) patternSize() (int64, error) {
	if m.size >= 0 {
		return m.size, nil
	}
	sum := int64(0)
	for _, p := range m.pats {
		n, err := m.s.size(p)
		if err != nil {
			m.s.note(err)
			return 0, err
		}
		sum += n.Size
	}
	m.size = sum
	return sum, nil
}

// backwards: is it cheaper to read all quads of the patterns and look their
// nodes up in from, than to read the quads of each node of from?
func (m *matchIterator) backwards(n int64, st graph.IteratorCosts) bool {
	return product(n, 1+clampSize(st.ContainsCost, maxCost)) < product(st.Size.Size, 3+clampSize(st.NextCost, maxCost))
}

func (m *matchIterator) Iterate() graph.Scanner {
	n := &matchScan{m: m, c: cursor{s: m.s, hops: m.sub != nil}}
	if m.sub == nil {
		return n
	}
	if size, err := m.patternSize(); err == nil {
		st, err := m.sub.Stats(context.Background())
		if err == nil && m.backwards(size, st) {
			n.look = m.sub.Lookup()
			n.c.hops = false
			return n
		}
	}
	n.sub = m.sub.Iterate()
	n.ways.from = n.sub
	n.turn = len(m.pats)
	return n
}

func (m *matchIterator) Lookup() graph.Index {
	l := &matchLookup{m: m, c: cursor{s: m.s, hops: true}}
	if m.sub != nil {
		l.sub = m.sub.Lookup()
	}
	return l
}
