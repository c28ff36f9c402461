package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// nodesOf names nodes by their numbers, in the order of these.
func (l *Library) nodesOf(ctx context.Context, numbers []uint64) ([]corpus.Node, error) {
	set := graph.NewNodeSet(numbers...)
	names, err := l.store.Nodes(ctx, set)
	if err != nil {
		return nil, err
	}
	by := make(map[uint64]corpus.Node, len(names))
	for i, name := range names {
		by[set.At(i)] = name
	}
	out := make([]corpus.Node, len(numbers))
	for i, n := range numbers {
		out[i] = by[n]
	}
	return out, nil
}
