package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

// NodesAllIterator iterates over all nodes.
func (s *Store) NodesAllIterator() graph.Iterator {
	return graph.NewLegacy(&allNodes{s: s}, nil)
}

// QuadsAllIterator iterates over all quads.
func (s *Store) QuadsAllIterator() graph.Iterator {
	return graph.NewLegacy(&allQuads{s: s}, nil)
}

// QuadIterator iterates over the quads that have a node in a direction.
func (s *Store) QuadIterator(d quad.Direction, r graph.Ref) graph.Iterator {
	id, ok := s.refID(r)
	if !ok {
		return iterator.NewNull()
	}
	if d == quad.Predicate || d == quad.Label {
		// Cayley asks for all directions of a node that is mostly in two.
		if n, err := s.count(d, id); err == nil && n == 0 {
			return iterator.NewNull()
		}
	}
	m := match{s: s, pats: []pattern{pattern{}.with(d, id)}}
	return graph.NewLegacy(&matchIterator{match: m, size: -1}, nil)
}

type allNodes struct {
	leaf
	s *Store
}

func (a *allNodes) String() string                                       { return "AllNodes" }
func (a *allNodes) Optimize(context.Context) (graph.IteratorShape, bool) { return a, false }
func (a *allNodes) Iterate() graph.Scanner {
	return &nodeScan{s: a.s, lo: tableStart(tableNode), hi: tableEnd(tableNode)}
}
func (a *allNodes) Lookup() graph.Index { return &allLookup{s: a.s} }
func (a *allNodes) Stats(context.Context) (graph.IteratorCosts, error) {
	return graph.IteratorCosts{
		ContainsCost: 1,
		NextCost:     2,
		Size:         graph.Size{Size: int64(a.s.counters().nodes), Exact: true},
	}, nil
}

type allQuads struct {
	leaf
	s *Store
}

func (a *allQuads) String() string                                       { return "AllQuads" }
func (a *allQuads) Optimize(context.Context) (graph.IteratorShape, bool) { return a, false }
func (a *allQuads) Iterate() graph.Scanner                               { return &quadScan{c: cursor{s: a.s}} }
func (a *allQuads) Lookup() graph.Index                                  { return &allLookup{s: a.s, quads: true} }
func (a *allQuads) Stats(context.Context) (graph.IteratorCosts, error) {
	return graph.IteratorCosts{
		ContainsCost: 1,
		NextCost:     2,
		Size:         graph.Size{Size: int64(a.s.counters().quads), Exact: true},
	}, nil
}

// allLookup knows all nodes or all quads. A node is not looked for: references
// to nodes come from the store.
type allLookup struct {
	progress
	s     *Store
	quads bool
}

func (l *allLookup) String() string { return "AllLookup" }
func (l *allLookup) Close() error   { return nil }
func (l *allLookup) Contains(_ context.Context, r graph.Ref) bool {
	l.res = r
	switch r := r.(type) {
	case quadRef:
		if !l.quads {
			return false
		}
		var ok bool
		ok, l.err = l.s.has(bySubject.key(nil, &r))
		l.s.note(l.err)
		return ok
	case nodeRef:
		return !l.quads
	}
	return false
}

// quadScan gives all quads.
type quadScan struct {
	progress
	c      cursor
	opened bool
}

func (n *quadScan) String() string { return "AllQuadsScan" }
func (n *quadScan) Close() error   { n.c.close(); n.opened = true; return nil }
func (n *quadScan) Next(ctx context.Context) bool {
	n.ctx = ctx
	if !n.opened { // not before: quads may be deleted meanwhile
		n.opened = true
		n.c.open(pattern{})
	}
	if !n.c.next(ctx) {
		n.c.close()
		return n.end(n.c.err)
	}
	n.res = n.c.cur
	return true
}

// nodeScan gives the nodes with the keys lo <= key < hi of tableNode.
type nodeScan struct {
	progress
	s      *Store
	lo, hi []byte
	rows   *rows
	polls  int
}

func (n *nodeScan) String() string { return "NodeScan" }
func (n *nodeScan) Close() error {
	n.done = true
	if n.rows == nil {
		return nil
	}
	r := n.rows
	n.rows = nil
	return r.close()
}

func (n *nodeScan) Next(ctx context.Context) bool {
	if n.done {
		return false
	}
	n.ctx = ctx
	if n.polls++; n.polls%pollEvery == 0 && ctx.Err() != nil {
		return n.stop(ctx.Err())
	}
	var ok bool
	if n.rows != nil {
		ok = n.rows.next()
	} else {
		var err error
		if n.rows, err = n.s.rows(n.lo, n.hi); err != nil {
			return n.stop(err)
		}
		ok = n.rows.first()
	}
	if !ok {
		return n.stop(n.rows.err())
	}
	id, err := parseID(n.rows.key()[2:])
	if err != nil {
		return n.stop(err)
	}
	n.res = nodeRef(id)
	return true
}

func (n *nodeScan) stop(err error) bool {
	n.s.note(err)
	if cerr := n.Close(); err == nil {
		err = cerr
	}
	return n.end(err)
}
