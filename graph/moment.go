package graph

import (
	"context"
	"fmt"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// moment is a Moment.
type moment struct {
	s    *pebbleStore
	q    *quadstore.Store
	once sync.Once
}

// Moment implements Store.
func (s *pebbleStore) Moment(ctx context.Context) (Moment, error) {
	v, err := s.moment(ctx)
	if err != nil {
		return nil, fmt.Errorf("graph: moment: %w", err)
	}
	return v, nil
}

func (s *pebbleStore) moment(ctx context.Context) (*moment, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.life.enter(); err != nil {
		return nil, err
	}
	q, err := s.quads.View()
	if err != nil {
		s.life.leave()
		return nil, err
	}
	return &moment{s: s, q: q}, nil
}

// Close implements Moment.
func (v *moment) Close() (err error) {
	v.once.Do(func() {
		err = v.q.Close()
		v.s.life.leave()
	})
	return err
}

// over reports that nothing is to be answered any more.
func (v *moment) over(ctx context.Context) error {
	if v.s.life.over() {
		return ErrClosed
	}
	return ctx.Err()
}

// id gives the number of a node, or of a predicate.
func (v *moment) id(name quad.IRI) (quadstore.ID, bool, error) { return v.q.ID(name) }

// Nodes implements Links.
func (v *moment) Nodes(ctx context.Context, set NodeSet) ([]corpus.Node, error) {
	names, err := v.names(ctx, set.ids)
	if err != nil {
		return nil, fmt.Errorf("graph: nodes: %w", err)
	}
	out := make([]corpus.Node, len(names))
	for i, n := range names {
		out[i] = corpus.Node(n)
	}
	return out, nil
}

func (v *moment) names(ctx context.Context, ids []quadstore.ID) ([]string, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	vals, err := v.q.Values(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(vals))
	for i, val := range vals {
		out[i] = iri(val)
	}
	return out, nil
}

// first gives the first object of each node that has one, by its place in the set.
func (v *moment) first(ctx context.Context, set NodeSet, predicate quad.IRI, each func(i int, val quad.Value)) error {
	if err := v.over(ctx); err != nil {
		return err
	}
	p, ok, err := v.id(predicate)
	if err != nil || !ok || set.Len() == 0 {
		return err
	}
	last, seen := -1, map[quadstore.ID]quad.Value{} // days and courts are few, and come again
	return v.q.EachObject(ctx, set.ids, p, func(i int, o quadstore.ID) error {
		if i == last {
			return nil
		}
		last = i
		val, ok := seen[o]
		if !ok {
			if val, err = v.q.Value(o); err != nil {
				return err
			}
			seen[o] = val
		}
		each(i, val)
		return nil
	})
}
