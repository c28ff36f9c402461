package quadstore

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// nodeRef is the id of a node.
type nodeRef uint64

// quadRef is a quad of ids, indexed by quad.Direction (0 is unused). It is the
// reference of a quad, so that asking for a direction of it reads nothing.
type quadRef [5]uint64

func (n nodeRef) Key() any { return n }
func (q quadRef) Key() any { return q }

// refID gives the node a reference stands for. A reference that carries its
// value (the result of a count) is looked up.
func (s *Store) refID(r graph.Ref) (id uint64, ok bool) {
	switch r := r.(type) {
	case nodeRef:
		return uint64(r), true
	case graph.PreFetchedValue:
		id, ok, err := s.id(r.NameOf())
		s.note(err)
		return id, ok && err == nil
	}
	return 0, false
}

// Quad gives the quad of a reference: the zero quad if it is none, or cannot be
// read (see Err).
func (s *Store) Quad(r graph.Ref) quad.Quad {
	ids, ok := r.(quadRef)
	if !ok {
		return quad.Quad{}
	}
	var q quad.Quad
	for _, d := range quad.Directions {
		if ids[d] == 0 {
			continue
		}
		v, err := s.value(ids[d])
		if err != nil {
			s.note(err)
			return quad.Quad{}
		}
		q.Set(d, v)
	}
	return q
}

// QuadDirection gives the node of a quad in a direction, nil if there is none.
func (s *Store) QuadDirection(r graph.Ref, d quad.Direction) graph.Ref {
	if q, ok := r.(quadRef); ok && d <= quad.Label && q[d] != 0 {
		return nodeRef(q[d])
	}
	return nil
}
