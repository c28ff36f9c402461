package quadstore

import (
	"bytes"
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// id gives the id of a value; ok is false if no quad uses the value.
func (s *Store) id(v quad.Value) (id uint64, ok bool, err error) {
	if v == nil {
		return 0, false, nil
	}
	v = canonical(v)
	if id, ok := inline(v); ok {
		var kb [16]byte
		ok, err := s.has(nodeKey(kb[:0], id))
		return id, ok, err
	}
	enc, err := encode(nil, v)
	if err != nil {
		return 0, false, nil // cannot be stored, so it is not there
	}
	return s.idOf(valueKey(nil, enc))
}

// idOf reads an entry of tableValue.
func (s *Store) idOf(key []byte) (id uint64, ok bool, err error) {
	ok, err = s.get(key, func(b []byte) error {
		id, err = parseID(b)
		return err
	})
	return id, ok && err == nil, err
}

// parseID reads an id that fills b.
func parseID(b []byte) (uint64, error) {
	id, rest, ok := readID(b)
	if !ok || len(rest) != 0 || id == 0 {
		return 0, fmt.Errorf("%w: id %x", ErrCorrupt, b)
	}
	return id, nil
}

// value gives the value of a node; nil if there is no such node.
func (s *Store) value(id uint64) (v quad.Value, err error) {
	if v, ok := inlined(id); ok {
		return v, nil
	}
	var kb [16]byte
	_, err = s.get(nodeKey(kb[:0], id), func(b []byte) error {
		v, err = decode(b)
		return err
	})
	return v, err
}

// ValueOf gives the node of a value: nil if no quad uses it, or if it cannot be
// read (see Err).
func (s *Store) ValueOf(v quad.Value) graph.Ref {
	id, ok, err := s.id(v)
	if err != nil || !ok {
		s.note(err)
		return nil
	}
	return nodeRef(id)
}

// NameOf gives the value of a node: nil if it has been removed since, or cannot
// be read (see Err).
func (s *Store) NameOf(r graph.Ref) quad.Value {
	switch r := r.(type) {
	case nodeRef:
		v, err := s.value(uint64(r))
		s.note(err)
		return v
	case graph.PreFetchedValue:
		return r.NameOf()
	}
	return nil
}

// ValuesOf is NameOf for many nodes; about twice as fast when they come in the
// order in which the store gave them out.
func (s *Store) ValuesOf(ctx context.Context, refs []graph.Ref) ([]quad.Value, error) {
	n := namer{s: s}
	defer n.close()
	out := make([]quad.Value, len(refs))
	for i, r := range refs {
		if i%pollEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		id, ok := r.(nodeRef)
		if !ok {
			out[i] = s.NameOf(r)
			continue
		}
		var err error
		if out[i], err = n.name(uint64(id)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// RefsOf is ValueOf for many values; a value that no quad uses is an error.
func (s *Store) RefsOf(ctx context.Context, vals []quad.Value) ([]graph.Ref, error) {
	out := make([]graph.Ref, len(vals))
	for i, v := range vals {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		id, ok, err := s.id(v)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, fmt.Errorf("quadstore: %w: %v", graph.ErrNodeNotExists, v)
		}
		out[i] = nodeRef(id)
	}
	return out, nil
}

// namer resolves many ids with one iterator over the nodes.
type namer struct {
	s    *Store
	rows *rows
	key  []byte
}

// name gives the value of a node; nil if there is no such node.
func (n *namer) name(id uint64) (quad.Value, error) {
	if v, ok := inlined(id); ok {
		return v, nil
	}
	if n.rows == nil {
		var err error
		if n.rows, err = n.s.rows(tableStart(tableNode), tableEnd(tableNode)); err != nil {
			return nil, err
		}
	}
	n.key = nodeKey(n.key[:0], id)
	if !n.rows.seek(n.key) {
		return nil, n.rows.err()
	}
	if !bytes.Equal(n.rows.key(), n.key) {
		return nil, nil
	}
	b, err := n.rows.value()
	if err != nil {
		return nil, err
	}
	return decode(b)
}

func (n *namer) close() {
	if n.rows != nil {
		n.s.note(n.rows.close())
		n.rows = nil
	}
}
