package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// tally counts the results of a plain match on keys. Its one result is the
// number.
type tally struct{ m match }

func (t tally) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&tallyIterator{m: t.m}, nil)
}
func (t tally) Optimize(shape.Optimizer) (shape.Shape, bool) { return t, false }

type tallyIterator struct {
	leaf
	m match
}

func (t *tallyIterator) String() string                                       { return "Tally" }
func (t *tallyIterator) Optimize(context.Context) (graph.IteratorShape, bool) { return t, false }
func (t *tallyIterator) Iterate() graph.Scanner                               { return &tallyScan{m: t.m} }
func (t *tallyIterator) Lookup() graph.Index                                  { return &tallyScan{m: t.m} }
func (t *tallyIterator) Stats(context.Context) (graph.IteratorCosts, error) {
	return graph.IteratorCosts{ContainsCost: 100, NextCost: 100, Size: graph.Size{Size: 1, Exact: true}}, nil
}

type tallyScan struct {
	progress
	m match
}

func (n *tallyScan) String() string { return "TallyScan" }
func (n *tallyScan) Close() error   { return nil }
func (n *tallyScan) Next(ctx context.Context) bool {
	if n.done {
		return false
	}
	n.done = true
	count, err := n.m.s.tally(ctx, n.m.pats[0])
	if err != nil {
		return n.end(err)
	}
	n.res = graph.PreFetched(quad.Int(count))
	return true
}

func (n *tallyScan) Contains(ctx context.Context, r graph.Ref) bool {
	v, ok := r.(graph.PreFetchedValue)
	n.done = false
	return ok && n.Next(ctx) && n.res.Key() == v.Key()
}

// skip drops the first n results of a plain match, on keys.
type skip struct {
	m match
	n int64
}

func (k skip) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&skipIterator{matchIterator{match: k.m, size: -1}, k.n}, nil)
}
func (k skip) Optimize(shape.Optimizer) (shape.Shape, bool) { return k, false }

type skipIterator struct {
	matchIterator
	n int64
}

func (k *skipIterator) String() string                                       { return fmt.Sprintf("Skip(%d)", k.n) }
func (k *skipIterator) Optimize(context.Context) (graph.IteratorShape, bool) { return k, false }
func (k *skipIterator) Iterate() graph.Scanner {
	return &skipScan{&matchScan{m: &k.matchIterator, c: cursor{s: k.s}}, k.n}
}

type skipScan struct {
	*matchScan
	n int64
}

func (k *skipScan) Next(ctx context.Context) bool {
	if k.n > 0 && !k.done {
		k.ctx = ctx
		k.openNext()
		for ; k.n > 0; k.n-- {
			if !k.c.skip(ctx) {
				k.n = 0
				return k.stop(k.c.err)
			}
		}
	}
	return k.matchScan.Next(ctx)
}
