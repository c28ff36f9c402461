package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
)

// leap is the intersection of sorted matches: their cursors go forward together,
// those that are behind leap ahead.
type leap struct {
	s     *Store
	parts []match
	size  int64
}

func (l leap) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&leapIterator{leap: l}, nil)
}
func (l leap) Optimize(shape.Optimizer) (shape.Shape, bool) { return l, false }

type leapIterator struct {
	leaf
	leap
}

func (l *leapIterator) String() string                                       { return fmt.Sprintf("Leap(%d)", len(l.parts)) }
func (l *leapIterator) Optimize(context.Context) (graph.IteratorShape, bool) { return l, false }
func (l *leapIterator) Iterate() graph.Scanner                               { return &leapScan{l: l} }
func (l *leapIterator) Stats(context.Context) (graph.IteratorCosts, error) {
	return graph.IteratorCosts{
		ContainsCost: 6 * int64(len(l.parts)),
		NextCost:     4,
		Size:         graph.Size{Size: l.size},
	}, nil
}

func (l *leapIterator) Lookup() graph.Index {
	x := &leapLookup{}
	for _, m := range l.parts {
		x.parts = append(x.parts, (&matchIterator{match: m, size: -1}).Lookup())
	}
	return x
}

type leapLookup struct {
	progress
	parts []graph.Index
}

func (x *leapLookup) String() string { return "LeapLookup" }
func (x *leapLookup) Err() error     { return x.err }
func (x *leapLookup) Contains(ctx context.Context, r graph.Ref) bool {
	x.res = r
	for _, p := range x.parts {
		if !p.Contains(ctx, r) {
			x.err = p.Err()
			return false
		}
	}
	return true
}

func (x *leapLookup) Close() (err error) {
	for _, p := range x.parts {
		if e := p.Close(); err == nil {
			err = e
		}
	}
	return err
}

type leapScan struct {
	progress
	l       *leapIterator
	cursors []*cursor
}

func (n *leapScan) String() string { return "LeapScan" }
func (n *leapScan) Close() error {
	for _, c := range n.cursors {
		c.close()
	}
	n.cursors, n.done = nil, true
	return nil
}

// at is the node the i-th cursor stands on.
func (n *leapScan) at(i int) uint64 { return n.cursors[i].cur[n.l.parts[i].result] }

func (n *leapScan) Next(ctx context.Context) bool {
	if n.done {
		return false
	}
	n.ctx = ctx
	if n.cursors == nil {
		if !n.start(ctx) {
			return false
		}
	} else if !n.cursors[0].next(ctx) {
		return n.stop(0)
	}
	for i := 1; i < len(n.cursors); {
		want := n.at(0)
		if !n.forward(ctx, i, want) {
			return n.stop(i)
		}
		if n.at(i) == want {
			i++
			continue
		}
		if !n.forward(ctx, 0, n.at(i)) {
			return n.stop(0)
		}
		i = 1 // the first has moved: ask all others again
	}
	n.res = nodeRef(n.at(0))
	return true
}

// start puts each cursor on its first quad.
func (n *leapScan) start(ctx context.Context) bool {
	for i, m := range n.l.parts {
		c := &cursor{s: n.l.s}
		n.cursors = append(n.cursors, c)
		c.open(m.pats[0])
		if !c.next(ctx) {
			return n.stop(i)
		}
	}
	return true
}

// forward moves a cursor to the first node >= want: it walks a little, in case
// it is near, then seeks.
func (n *leapScan) forward(ctx context.Context, i int, want uint64) bool {
	for k := 0; n.at(i) < want; k++ {
		if k < nearby {
			if !n.cursors[i].next(ctx) {
				return false
			}
			continue
		}
		if n.cursors[i].err = ctx.Err(); n.cursors[i].err != nil {
			return false
		}
		if !n.cursors[i].seek(want) {
			return false
		}
	}
	return true
}

func (n *leapScan) stop(i int) bool {
	err := n.cursors[i].err
	n.Close()
	return n.end(err)
}
