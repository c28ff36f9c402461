package graph

import (
	"context"
	"fmt"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// Edge is one statement of the graph between two nodes.
type Edge struct {
	From      corpus.Node
	Predicate string // without its prefix: "cites", "reviews", "names"
	To        corpus.Node
	// Decision is the decision that states it, and whose text proves it.
	Decision corpus.Node
}

// Neighbours implements Store.
func (s *pebbleStore) Neighbours(ctx context.Context, node corpus.Node) iter.Seq2[Edge, error] {
	return during(&s.life, func(yield func(Edge, error) bool) {
		for _, pattern := range []quad.Quad{{Subject: quad.IRI(node)}, {Object: quad.IRI(node)}} {
			for q, err := range s.quads.Match(ctx, pattern) {
				if err != nil {
					yield(Edge{}, fmt.Errorf("graph: neighbours of %s: %w", node, err))
					return
				}
				if e, ok := edgeOf(q); ok && !yield(e, nil) {
					return
				}
			}
		}
	})
}

// edgeOf is the edge that a quad states; not ok for one whose object is a value.
func edgeOf(q quad.Quad) (Edge, bool) {
	e := Edge{From: corpus.Node(iri(q.Subject)), Predicate: predicateName(q.Predicate),
		To: corpus.Node(iri(q.Object)), Decision: corpus.Node(iri(q.Label))}
	return e, e.To != "" && q.Predicate != quad.Value(Type)
}

func predicateName(v quad.Value) string {
	s := iri(v)
	if len(s) > len("attendu:") && s[:len("attendu:")] == "attendu:" {
		return s[len("attendu:"):]
	}
	return s
}
