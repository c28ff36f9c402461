package quadstore

import (
	"bytes"
	"context"
	"slices"

	"github.com/cayleygraph/cayley/graph"
)

// sorting orders results by type, then by value: numbers and dates in their own
// order.
type sorting struct{}

func (sorting) String() string                                  { return "Sort" }
func (sorting) size(n int64) int64                              { return n }
func (sorting) scan(s *Store, from graph.Scanner) graph.Scanner { return &sortScan{s: s, from: from} }
func (sorting) lookup(_ *Store, in graph.Index) graph.Index     { return in }

// sortScan reads everything at the first Next.
type sortScan struct {
	progress
	s    *Store
	from graph.Scanner
	all  []sortedResult
	read bool
	i    int // the current result, from 1
	path int
}

type sortedResult struct {
	result
	key []byte
}

func (n *sortScan) String() string { return "SortScan" }
func (n *sortScan) Close() error   { n.done = true; return n.from.Close() }

func (n *sortScan) Next(ctx context.Context) bool {
	if n.done {
		return false
	}
	n.ctx = ctx
	if !n.read {
		n.read = true
		if err := n.load(ctx); err != nil {
			return n.end(err)
		}
	}
	if n.i >= len(n.all) {
		return n.end(nil)
	}
	n.i, n.path = n.i+1, 0
	n.res = n.all[n.i-1].ref
	return true
}

func (n *sortScan) load(ctx context.Context) error {
	results, err := collect(ctx, n.from)
	if err != nil {
		return err
	}
	refs := make([]graph.Ref, len(results))
	for i, r := range results {
		refs[i] = r.ref
	}
	vals, err := n.s.ValuesOf(ctx, refs)
	if err != nil {
		return err
	}
	n.all = make([]sortedResult, len(results))
	for i, r := range results {
		n.all[i].result = r
		if vals[i] == nil {
			continue // removed meanwhile: first
		}
		if n.all[i].key, err = encode(nil, vals[i]); err != nil {
			return err
		}
	}
	slices.SortStableFunc(n.all, func(a, b sortedResult) int { return bytes.Compare(a.key, b.key) })
	return nil
}

func (n *sortScan) NextPath(context.Context) bool {
	if n.i == 0 || n.done || n.path+1 >= len(n.all[n.i-1].paths) {
		return false
	}
	n.path++
	return true
}

func (n *sortScan) TagResults(to map[string]graph.Ref) {
	if n.i > 0 && !n.done {
		n.all[n.i-1].tags(n.path, to)
	}
}
