package quadstore

import (
	"bytes"

	"github.com/cayleygraph/quad"
)

// resolve gives the ids of a quad. Without create, ok is false if one of its
// values is unknown; with create, unknown values get a new id.
func (t *Tx) resolve(q quad.Quad, create bool) (r quadRef, ok bool, err error) {
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			continue // a label: usable has seen the others
		}
		if r[d], err = t.node(v, create); err != nil || r[d] == 0 {
			return r, false, err
		}
	}
	return r, true, nil
}

// node gives the id of a value, 0 if it is unknown and not to be created.
func (t *Tx) node(v quad.Value, create bool) (id uint64, err error) {
	v = canonical(v)
	if id, ok := inline(v); ok {
		return t.inlineNode(id, create)
	}
	if t.enc, err = encode(t.enc[:0], v); err != nil {
		return 0, err
	}
	t.key = valueKey(t.key[:0], t.enc)
	if id, ok := t.ids[string(t.key)]; ok {
		return id, nil
	}
	id, ok := t.s.known.get(t.key)
	if !ok && !bytes.Equal(t.key, t.missing) {
		if id, ok, err = t.s.idOf(t.key); err != nil {
			return 0, err
		}
	}
	if !ok {
		if !create {
			t.missing = append(t.missing[:0], t.key...)
			return 0, nil
		}
		if id = t.head.next; id > maxDictID {
			return 0, errOutOfIDs
		}
		t.head.next++
		t.fresh[id] = newNode{bytes.Clone(t.key), bytes.Clone(t.enc)}
	}
	t.ids[string(t.key)] = id
	return id, nil
}

// inlineNode is node for a value that is its own id.
func (t *Tx) inlineNode(id uint64, create bool) (uint64, error) {
	stored, seen := t.inlined[id]
	if !seen {
		var err error
		t.key = nodeKey(t.key[:0], id)
		if _, stored = t.s.known.get(t.key); !stored {
			if stored, err = t.s.has(t.key); err != nil {
				return 0, err
			}
		}
		t.inlined[id] = stored
	}
	if _, fresh := t.fresh[id]; stored || fresh {
		return id, nil
	}
	if !create {
		return 0, nil
	}
	t.fresh[id] = newNode{}
	return id, nil
}
