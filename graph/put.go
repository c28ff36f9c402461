package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
)

// write is one batch on its way: what it has changed so far, over the database.
type write struct {
	ctx  context.Context
	s    *pebbleStore
	tx   *quadstore.Tx
	seq  uint64
	head head
	// records changed by this batch; nil is removed.
	records map[corpus.Node]*record
}

// Put implements Store.
func (s *pebbleStore) Put(ctx context.Context, batch []*corpus.Decision) ([]Outcome, error) {
	out := make([]Outcome, len(batch))
	err := s.update(ctx, func(w *write) (err error) {
		for i, d := range batch {
			if d.Node == "" {
				return fmt.Errorf("a decision without node, from %v", d.Sources)
			}
			if out[i], err = w.put(d); err != nil {
				return fmt.Errorf("%s: %w", d.Node, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: put: %w", err)
	}
	return out, nil
}

// Remove implements Store.
func (s *pebbleStore) Remove(ctx context.Context, nodes ...corpus.Node) (n int, err error) {
	err = s.update(ctx, func(w *write) error {
		n = 0
		for _, node := range nodes {
			old, err := w.record(node)
			if errors.Is(err, ErrNotFound) {
				continue
			}
			if err == nil {
				n++
				err = w.remove(node, old)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", node, err)
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("graph: remove: %w", err)
	}
	return n, nil
}

// update runs fn in one transaction of records, journal, head and quads.
func (s *pebbleStore) update(ctx context.Context, fn func(*write) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var after head
	err := s.quads.Update(ctx, func(tx *quadstore.Tx) error {
		w := &write{ctx: ctx, s: s, tx: tx, seq: s.head.Seq + 1, head: s.head, records: map[corpus.Node]*record{}}
		if err := fn(w); err != nil {
			return err
		}
		if len(w.records) > 0 {
			w.head.Seq = w.seq
		}
		after = w.head
		b, err := json.Marshal(w.head)
		if err != nil {
			return err
		}
		return tx.Batch().Set([]byte{spaceHead}, b, nil)
	})
	if err == nil {
		s.head = after
	}
	return err
}

// put decides what becomes of one decision.
func (w *write) put(d *corpus.Decision) (Outcome, error) {
	sum, err := digest(d)
	if err != nil {
		return 0, err
	}
	if gone, err := w.s.forgotten(d); err != nil || gone {
		return Refused, err
	}
	if d.Secondary() {
		if host, err := w.host(d); err != nil || host != "" {
			return w.attach(host, d, sum, err)
		}
	}
	next := &record{Decision: clone(d), Taken: map[string]string{}}
	for _, src := range d.Sources {
		next.Taken[src.Path] = sum
	}
	old, err := w.record(d.Node)
	outcome := Replaced
	switch {
	case errors.Is(err, ErrNotFound):
		outcome = Added
	case err != nil:
		return 0, err
	case taken(old, d, sum):
		return Unchanged, nil
	case d.Secondary() && !old.Decision.Secondary():
		return w.attach(d.Node, d, sum, nil)
	default:
		next.keep(old)
	}
	if !d.Secondary() {
		if err := w.absorb(next); err != nil {
			return 0, err
		}
	}
	return outcome, w.save(next, old, true)
}

// taken reports whether the decision came from the same source before, with the
// same content.
func taken(old *record, d *corpus.Decision, sum string) bool {
	for _, src := range d.Sources {
		if old.Taken[src.Path] != sum {
			return false
		}
	}
	return true
}

// keep carries the other sources of the record over that it replaces.
func (r *record) keep(old *record) {
	for _, src := range old.Decision.Sources {
		if _, again := r.Taken[src.Path]; !again {
			r.Decision.Sources = append(r.Decision.Sources, src)
			r.Taken[src.Path] = old.Taken[src.Path]
		}
	}
}
