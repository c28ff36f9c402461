package queries

import (
	"context"
	"errors"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Path finds a shortest chain between two things, over citations, reviews and
// names in either direction. It answers NotFound when nothing joins them.
func (l *Library) Path(ctx context.Context, from, to string) ([]Neighbour, error) {
	a, err := l.one(ctx, from)
	if err != nil {
		return nil, coded(err)
	}
	b, err := l.one(ctx, to)
	if err != nil {
		return nil, coded(err)
	}
	edges, err := l.store.Path(ctx, a, b)
	switch {
	case errors.Is(err, graph.ErrNotFound):
		return nil, notFound("nothing in this library joins %s and %s", from, to)
	case err != nil:
		return nil, coded(err)
	}
	steps := []Neighbour{}
	w := &walker{l: l}
	for _, e := range edges {
		n, err := w.neighbour(ctx, graph.Statement{Edge: e, Times: 1})
		if err != nil {
			return nil, coded(err)
		}
		steps = append(steps, n)
	}
	return steps, nil
}

// one is the one node that a reference names.
func (l *Library) one(ctx context.Context, reference string) (corpus.Node, error) {
	targets, err := l.targets(ctx, reference)
	if err != nil {
		return "", err
	}
	if len(targets) != 1 {
		return "", invalid("%q names %d things; one is wanted", reference, len(targets))
	}
	return targets[0].node, nil
}
