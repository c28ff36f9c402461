package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
)

// except gives the results of from that are not among those of exclude.
type except struct {
	s             *Store
	from, exclude shape.Shape
}

func (e except) BuildIterator(qs graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&exceptIterator{
		s:       e.s,
		from:    graph.AsShape(e.from.BuildIterator(qs)),
		exclude: graph.AsShape(e.exclude.BuildIterator(qs)),
	}, nil)
}

func (e except) Optimize(r shape.Optimizer) (shape.Shape, bool) {
	from, changed := e.from.Optimize(r)
	if shape.IsNull(from) {
		return nil, true
	}
	exclude, changed2 := e.exclude.Optimize(r)
	if shape.IsNull(exclude) {
		return from, true
	}
	e.from, e.exclude = from, exclude
	return e, changed || changed2
}

type exceptIterator struct {
	s             *Store
	from, exclude graph.IteratorShape
}

func (e *exceptIterator) String() string { return "Except" }
func (e *exceptIterator) SubIterators() []graph.IteratorShape {
	return []graph.IteratorShape{e.from, e.exclude}
}

func (e *exceptIterator) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	var a, b bool
	e.from, a = e.from.Optimize(ctx)
	e.exclude, b = e.exclude.Optimize(ctx)
	return e, a || b
}

// Stats never gives a size below 1, whatever the parts say of theirs.
func (e *exceptIterator) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	st, err := e.from.Stats(ctx)
	if err != nil {
		return st, err
	}
	ex, err := e.exclude.Stats(ctx)
	look := clampSize(ex.ContainsCost, maxCost)
	n := clampSize(st.Size.Size, maxCost)
	return graph.IteratorCosts{
		ContainsCost: clampSize(st.ContainsCost, maxCost) + look,
		NextCost:     clampSize(st.NextCost, maxCost) + look,
		Size:         graph.Size{Size: max(1, n-clampSize(ex.Size.Size, n))},
	}, err
}

func (e *exceptIterator) Iterate() graph.Scanner {
	return &exceptScan{e.from.Iterate(), e.exclude.Lookup()}
}
func (e *exceptIterator) Lookup() graph.Index {
	return &exceptLookup{e.from.Lookup(), e.exclude.Lookup()}
}

type exceptScan struct {
	graph.Scanner
	exclude graph.Index
}

func (n *exceptScan) Next(ctx context.Context) bool {
	for n.Scanner.Next(ctx) {
		if !n.exclude.Contains(ctx, n.Scanner.Result()) {
			return n.exclude.Err() == nil
		}
	}
	return false
}

func (n *exceptScan) Err() error { return firstOf(n.Scanner.Err(), n.exclude.Err()) }
func (n *exceptScan) Close() error {
	return firstOf(n.Scanner.Close(), n.exclude.Close())
}

type exceptLookup struct {
	graph.Index
	exclude graph.Index
}

func (n *exceptLookup) Contains(ctx context.Context, r graph.Ref) bool {
	return n.Index.Contains(ctx, r) && !n.exclude.Contains(ctx, r) && n.exclude.Err() == nil
}

func (n *exceptLookup) Err() error { return firstOf(n.Index.Err(), n.exclude.Err()) }
func (n *exceptLookup) Close() error {
	return firstOf(n.Index.Close(), n.exclude.Close())
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
