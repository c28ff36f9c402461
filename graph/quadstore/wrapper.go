package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
)

// wrapper changes the results of another shape.
type wrapper struct {
	s    *Store
	from shape.Shape
	kind wrapping
}

// wrapping says how.
type wrapping interface {
	String() string
	// size of the results, given that of from
	size(n int64) int64
	scan(*Store, graph.Scanner) graph.Scanner
	lookup(*Store, graph.Index) graph.Index
}

func (w wrapper) BuildIterator(qs graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&wrapperIterator{w, graph.AsShape(w.from.BuildIterator(qs))}, nil)
}

func (w wrapper) Optimize(r shape.Optimizer) (shape.Shape, bool) {
	from, changed := w.from.Optimize(r)
	if shape.IsNull(from) {
		return nil, true
	}
	w.from = from
	return w, changed
}

type wrapperIterator struct {
	wrapper
	sub graph.IteratorShape
}

func (w *wrapperIterator) String() string                      { return w.kind.String() }
func (w *wrapperIterator) SubIterators() []graph.IteratorShape { return []graph.IteratorShape{w.sub} }
func (w *wrapperIterator) Iterate() graph.Scanner              { return w.kind.scan(w.s, w.sub.Iterate()) }
func (w *wrapperIterator) Lookup() graph.Index                 { return w.kind.lookup(w.s, w.sub.Lookup()) }

func (w *wrapperIterator) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	var changed bool
	w.sub, changed = w.sub.Optimize(ctx)
	return w, changed
}

func (w *wrapperIterator) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	st, err := w.sub.Stats(ctx)
	return graph.IteratorCosts{
		ContainsCost: clampSize(st.ContainsCost, maxCost) + 1,
		NextCost:     product(2, st.NextCost),
		Size:         graph.Size{Size: w.kind.size(clampSize(st.Size.Size, maxCost))},
	}, err
}

// unique gives each result once, and one path to it.
type unique struct{}

func (unique) String() string     { return "Unique" }
func (unique) size(n int64) int64 { return n/2 + 1 }
func (unique) scan(s *Store, from graph.Scanner) graph.Scanner {
	return &uniqueScan{Scanner: from, nodes: newMarks(s.counters().next), others: map[any]struct{}{}}
}
func (unique) lookup(_ *Store, in graph.Index) graph.Index { return uniqueLookup{in} }

type uniqueScan struct {
	graph.Scanner
	nodes  *marks
	others map[any]struct{}
}

func (u *uniqueScan) NextPath(context.Context) bool { return false }
func (u *uniqueScan) Next(ctx context.Context) bool {
	for u.Scanner.Next(ctx) {
		before := u.nodes.n + len(u.others)
		switch r := u.Scanner.Result().(type) {
		case nil: // the label of a quad that has none
		case nodeRef:
			u.nodes.add(uint64(r))
		default:
			u.others[graph.ToKey(r)] = struct{}{}
		}
		if u.nodes.n+len(u.others) > before {
			return true
		}
	}
	return false
}

type uniqueLookup struct{ graph.Index }

func (uniqueLookup) NextPath(context.Context) bool { return false }

// ranging keeps the results whose value is in a range.
type ranging struct{ r valueRange }

func (ranging) String() string     { return "RangeFilter" }
func (ranging) size(n int64) int64 { return n/2 + 1 }
func (k ranging) scan(_ *Store, from graph.Scanner) graph.Scanner {
	return &rangeFilterScan{from, rangeLookup{r: k.r}}
}
func (k ranging) lookup(_ *Store, in graph.Index) graph.Index {
	return &rangeFilterLookup{in, rangeLookup{r: k.r}}
}

type rangeFilterScan struct {
	graph.Scanner
	in rangeLookup
}

func (n *rangeFilterScan) Next(ctx context.Context) bool {
	for n.Scanner.Next(ctx) {
		if n.in.Contains(ctx, n.Scanner.Result()) {
			return true
		}
		if n.in.err != nil {
			return false
		}
	}
	return false
}

func (n *rangeFilterScan) Err() error {
	if n.in.err != nil {
		return n.in.err
	}
	return n.Scanner.Err()
}

type rangeFilterLookup struct {
	graph.Index
	in rangeLookup
}

func (n *rangeFilterLookup) Contains(ctx context.Context, r graph.Ref) bool {
	return n.in.Contains(ctx, r) && n.Index.Contains(ctx, r)
}

func (n *rangeFilterLookup) Err() error {
	if n.in.err != nil {
		return n.in.err
	}
	return n.Index.Err()
}
