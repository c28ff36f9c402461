package quadstore

import (
	"fmt"

	"github.com/cayleygraph/quad"
)

// ReplaceLabel makes the quads of the named graph label exactly want: whatever
// else it holds, stored or added in this transaction, is removed. Each quad of
// want must have that label, else quad.ErrInvalid is returned and nothing is
// changed. added and removed count the difference; quads that stay are read,
// not written.
func (t *Tx) ReplaceLabel(label quad.Value, want []quad.Quad) (added, removed int, err error) {
	if err := t.sameLabel(label, want); err != nil {
		return 0, 0, fmt.Errorf("quadstore: replace: %w", err)
	}
	old, order, err := t.graph(label)
	if err != nil {
		return 0, 0, t.fail(err)
	}
	for i, q := range want {
		if i%pollEvery == 0 && t.ctx.Err() != nil {
			return added, removed, t.fail(t.ctx.Err())
		}
		r, _, err := t.resolve(q, true)
		if err != nil {
			return added, removed, t.fail(err)
		}
		if _, ok := old[r]; ok {
			delete(old, r)
			continue
		}
		ok, err := t.add(r)
		if err != nil {
			return added, removed, err
		}
		if ok {
			added++
		}
	}
	for _, r := range order {
		if c, ok := old[r]; ok {
			t.remove(r, c)
			removed++
		}
	}
	return added, removed, nil
}

// sameLabel checks want before anything is changed.
func (t *Tx) sameLabel(label quad.Value, want []quad.Quad) error {
	if !quad.IsValidValue(label) {
		return fmt.Errorf("%w: label %v", quad.ErrInvalid, label)
	}
	if err := t.usable(quad.Quad{Subject: label, Predicate: label, Object: label}); err != nil {
		return err
	}
	for _, q := range want {
		if err := t.usable(q); err != nil {
			return err
		}
		if q.Label == nil || !sameValue(q.Label, label) {
			return fmt.Errorf("%w: %v has label %v, not %v", quad.ErrInvalid, q, q.Label, label)
		}
	}
	return nil
}

// sameValue tells whether two values are one node.
func sameValue(a, b quad.Value) bool {
	if a == b {
		return true
	}
	ea, err := encode(nil, canonical(a))
	if err != nil {
		return false
	}
	eb, err := encode(nil, canonical(b))
	return err == nil && string(ea) == string(eb)
}

// graph gives the quads of a named graph as the transaction sees them, and the
// order in which they were found: the commit must not depend on map order.
func (t *Tx) graph(label quad.Value) (quads map[quadRef]change, order []quadRef, err error) {
	quads = map[quadRef]change{}
	id, err := t.node(label, false)
	if err != nil || id == 0 {
		return quads, nil, err
	}
	c := cursor{s: t.s}
	defer c.close()
	for c.open(pattern{}.with(quad.Label, id)); c.next(t.ctx); {
		if _, touched := t.quads[c.cur]; !touched {
			quads[c.cur] = change{true, true}
			order = append(order, c.cur)
		}
	}
	if c.err != nil {
		return nil, nil, c.err
	}
	for _, r := range t.order {
		if ch := t.quads[r]; r[quad.Label] == id && ch.is {
			quads[r] = ch
			order = append(order, r)
		}
	}
	return quads, order, nil
}
