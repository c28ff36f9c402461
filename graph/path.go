package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// ErrTooFar is Path's answer when it has looked at as many nodes as it may.
var ErrTooFar = errors.New("too many nodes between them")

// pathPredicates are the edges that a path between decisions and provisions may
// take. Parties, courts and dates join everything to everything.
var pathPredicates = []quad.IRI{Cites, Reviews, Names, TextOf, PartOf, RenumberedAs}

// maxVisited bounds the nodes that Path looks at.
const maxVisited = 200_000

// Path implements Store. It walks from both ends, always on from the side with
// fewer open nodes, so that it does not open a hub before it must.
func (s *pebbleStore) Path(ctx context.Context, from, to corpus.Node) ([]Edge, error) {
	if err := s.life.enter(); err != nil {
		return nil, err
	}
	defer s.life.leave()
	if from == to {
		return nil, nil
	}
	a, b := newFront(from), newFront(to)
	for len(a.open) > 0 && len(b.open) > 0 {
		if len(a.came)+len(b.came) > maxVisited {
			return nil, fmt.Errorf("graph: path from %s to %s: %w", from, to, ErrTooFar)
		}
		near, far := a, b
		if len(b.open) < len(a.open) {
			near, far = b, a
		}
		meet, err := s.advance(ctx, near, far)
		if err != nil {
			return nil, fmt.Errorf("graph: path from %s to %s: %w", from, to, err)
		}
		if meet != "" {
			return join(a, b, meet), nil
		}
	}
	return nil, fmt.Errorf("graph: path from %s to %s: %w", from, to, ErrNotFound)
}

// front is one end of a path on its way: by which edge each node was reached.
type front struct {
	start corpus.Node
	open  []corpus.Node
	came  map[corpus.Node]Edge
}

func newFront(start corpus.Node) *front {
	return &front{start: start, open: []corpus.Node{start}, came: map[corpus.Node]Edge{start: {}}}
}

// advance opens every node of a front, and returns the node where it met the
// other, "" when it did not. Of several meeting nodes it takes the first in the
// order of the store, so that the same graph gives the same path.
func (s *pebbleStore) advance(ctx context.Context, f, other *front) (corpus.Node, error) {
	todo := f.open
	f.open = nil
	for _, node := range todo {
		for e, err := range s.links(ctx, node) {
			if err != nil {
				return "", err
			}
			next := e.other(node)
			if _, seen := f.came[next]; seen {
				continue
			}
			f.came[next] = e
			f.open = append(f.open, next)
			if _, met := other.came[next]; met {
				return next, nil
			}
		}
	}
	return "", nil
}

// links yields the edges from and to a node that a path may take.
func (s *pebbleStore) links(ctx context.Context, node corpus.Node) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		for _, p := range pathPredicates {
			for _, pattern := range []quad.Quad{
				{Subject: quad.IRI(node), Predicate: p}, {Predicate: p, Object: quad.IRI(node)}} {
				for q, err := range s.quads.Match(ctx, pattern) {
					e, _ := edgeOf(q)
					if !yield(e, err) || err != nil {
						return
					}
				}
			}
		}
	}
}

// join puts the halves of a path together, from the start of a to that of b.
func join(a, b *front, meet corpus.Node) []Edge {
	var path []Edge
	for at := meet; at != a.start; {
		e := a.came[at]
		path = append([]Edge{e}, path...)
		at = e.other(at)
	}
	for at := meet; at != b.start; {
		e := b.came[at]
		path = append(path, e)
		at = e.other(at)
	}
	return path
}

// other is the end of an edge that is not node.
func (e Edge) other(node corpus.Node) corpus.Node {
	if e.From == node {
		return e.To
	}
	return e.From
}
