package graph

import (
	"context"
	"fmt"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// Citing implements Store.
func (s *pebbleStore) Citing(ctx context.Context, key corpus.Key, uses ...corpus.Use) iter.Seq2[corpus.Node, error] {
	return func(yield func(corpus.Node, error) bool) {
		if len(uses) == 0 {
			s.subjects(ctx, Cites, key)(yield)
			return
		}
		seen := map[corpus.Node]bool{}
		for i, use := range uses {
			for node, err := range s.subjects(ctx, useIRI(use), key) {
				if i > 0 && seen[node] {
					continue
				}
				if len(uses) > 1 {
					seen[node] = true
				}
				if !yield(node, err) || err != nil {
					return
				}
			}
		}
	}
}

// Reviewing implements Store.
func (s *pebbleStore) Reviewing(ctx context.Context, key corpus.Key) iter.Seq2[corpus.Node, error] {
	return s.subjects(ctx, Reviews, key)
}

// subjects yields the decisions that a predicate links to a key, once each.
func (s *pebbleStore) subjects(ctx context.Context, predicate quad.IRI, key corpus.Key) iter.Seq2[corpus.Node, error] {
	return during(&s.life, func(yield func(corpus.Node, error) bool) {
		for v, err := range s.quads.Subjects(ctx, predicate, quad.IRI(key)) {
			if err != nil {
				yield("", fmt.Errorf("graph: %s %s: %w", predicate, key, err))
				return
			}
			if !yield(corpus.Node(iri(v)), nil) {
				return
			}
		}
	})
}

// Reviewed implements Store.
func (s *pebbleStore) Reviewed(ctx context.Context, node corpus.Node) iter.Seq2[corpus.Key, error] {
	return during(&s.life, func(yield func(corpus.Key, error) bool) {
		for v, err := range s.quads.Objects(ctx, quad.IRI(node), Reviews) {
			if err != nil {
				yield("", fmt.Errorf("graph: reviewed by %s: %w", node, err))
				return
			}
			if !yield(corpus.Key(iri(v)), nil) {
				return
			}
		}
	})
}
