package quadstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// Tx is a change being prepared by Update. It is for one goroutine, and only
// until fn returns. Nothing shared is touched before the commit.
type Tx struct {
	ctx   context.Context
	s     *Store
	head  head
	batch *pebble.Batch // made by Batch or by the commit
	over  bool
	err   error // a read failed: there will be no commit

	ids     map[string]uint64  // keys of tableValue that were resolved
	inlined map[uint64]bool    // inlined ids that were looked for: in the store?
	fresh   map[uint64]newNode // nodes that are not in the store
	quads   map[quadRef]change // what was touched
	order   []quadRef          // the same, in order
	losers  map[uint64]struct{}
	counted map[uint64]bool // predicates: are their pairs counted?
	missing []byte          // the last key of tableValue that was found to have no id
	key     []byte
	enc     []byte
}

// newNode is what has to be written for a node. Both are nil for inlined ids.
type newNode struct{ key, enc []byte }

// change is the state of a quad before and after the transaction.
type change struct{ was, is bool }

func newTx(ctx context.Context, s *Store) *Tx {
	return &Tx{
		ctx: ctx, s: s, head: s.counters(),
		ids:     map[string]uint64{},
		inlined: map[uint64]bool{},
		fresh:   map[uint64]newNode{},
		quads:   map[quadRef]change{},
		losers:  map[uint64]struct{}{},
		counted: map[uint64]bool{},
	}
}

// Batch gives a Pebble batch for keys of the owner of the database; their first
// byte must not be KeySpace, or the commit fails with ErrKeySpace. The batch is
// committed and closed by Update, never by the caller. It cannot be read.
func (t *Tx) Batch() *pebble.Batch {
	if t.batch == nil {
		t.batch = t.s.db.NewBatch()
	}
	return t.batch
}

// Add stores a quad; added is false if it is there already. A quad without
// subject, predicate or object, or with a value that cannot be stored, is
// refused with quad.ErrInvalid and changes nothing.
func (t *Tx) Add(q quad.Quad) (added bool, err error) {
	if err := t.usable(q); err != nil {
		return false, fmt.Errorf("quadstore: add: %w", err)
	}
	r, _, err := t.resolve(q, true)
	if err != nil {
		return false, t.fail(err)
	}
	return t.add(r)
}

func (t *Tx) add(r quadRef) (added bool, err error) {
	c, err := t.state(r)
	if err != nil {
		return false, t.fail(err)
	}
	if c.is {
		return false, nil
	}
	t.set(r, change{c.was, true})
	return true, nil
}

// Remove deletes a quad; removed is false if there is none. A quad that could
// not be stored is refused like by Add.
func (t *Tx) Remove(q quad.Quad) (removed bool, err error) {
	if err := t.usable(q); err != nil {
		return false, fmt.Errorf("quadstore: remove: %w", err)
	}
	r, ok, err := t.resolve(q, false)
	if err != nil {
		return false, t.fail(err)
	}
	if !ok {
		return false, nil
	}
	c, err := t.state(r)
	if err != nil {
		return false, t.fail(err)
	}
	if !c.is {
		return false, nil
	}
	t.remove(r, c)
	return true, nil
}

// remove marks a quad that is there, and its nodes: they may be unused now.
func (t *Tx) remove(r quadRef, c change) {
	t.set(r, change{c.was, false})
	for _, d := range quad.Directions {
		if r[d] != 0 {
			t.losers[r[d]] = struct{}{}
		}
	}
}

func (t *Tx) set(r quadRef, c change) {
	if _, ok := t.quads[r]; !ok {
		t.order = append(t.order, r)
	}
	t.quads[r] = c
}

// state tells whether a quad is stored, and whether it will be.
func (t *Tx) state(r quadRef) (change, error) {
	if c, ok := t.quads[r]; ok {
		return c, nil
	}
	for _, d := range quad.Directions {
		if _, ok := t.fresh[r[d]]; ok {
			return change{}, nil // a node is new, so no quad with it is stored
		}
	}
	t.key = bySubject.key(t.key[:0], &r)
	ok, err := t.s.has(t.key)
	return change{ok, ok}, err
}

// usable tells whether the transaction can take q, before anything is changed.
func (t *Tx) usable(q quad.Quad) error {
	switch {
	case t.over:
		return ErrClosed
	case t.err != nil:
		return t.err
	}
	return storable(q)
}

// storable refuses quads that no store can hold.
func storable(q quad.Quad) error {
	if !q.IsValid() || q.Label != nil && !quad.IsValidValue(q.Label) {
		return fmt.Errorf("%w: %v", quad.ErrInvalid, q)
	}
	for _, d := range quad.Directions {
		switch v := q.Get(d).(type) {
		case nil, quad.IRI, quad.String, quad.BNode, quad.TypedString, quad.LangString,
			quad.Int, quad.Float, quad.Bool, quad.Time:
		default:
			return fmt.Errorf("%w: value of type %T", quad.ErrInvalid, v)
		}
	}
	return nil
}

// fail ends the transaction: after a read error nobody knows what it would do.
func (t *Tx) fail(err error) error {
	if err != nil && t.err == nil {
		t.err = err
	}
	return err
}

// end frees the batch. The transaction is of no use afterwards.
func (t *Tx) end() {
	t.over = true
	if t.batch != nil {
		t.s.note(t.batch.Close())
		t.batch = nil
	}
}

var errOutOfIDs = errors.New("quad store has given out all ids")
