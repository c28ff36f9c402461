package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

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
	// ids are the identities changed by this batch.
	ids map[string][]corpus.Node
	// withdrawals are the notes of this batch.
	withdrawals map[corpus.Node]withdrawal
	// articles are the notes of articles of this batch; lawChanged says that one of
	// them has a new entry in the journal.
	articles   map[string]articleNote
	lawChanged bool
}

// Put implements Store.
func (s *pebbleStore) Put(ctx context.Context, batch []*corpus.Decision) ([]Outcome, error) {
	out, err := s.put(ctx, batch, nil)
	if err != nil {
		return nil, fmt.Errorf("graph: put: %w", err)
	}
	return out, nil
}

// errTried ends a transaction that was only to be tried, when all went well.
var errTried = errors.New("tried")

// Try implements Store.
func (s *pebbleStore) Try(ctx context.Context, batch []*corpus.Decision) ([]Outcome, error) {
	out, err := s.put(ctx, batch, errTried)
	if !errors.Is(err, errTried) {
		return nil, fmt.Errorf("graph: try: %w", err)
	}
	return out, nil
}

// put takes a batch in and then ends the transaction with last: nil commits it.
func (s *pebbleStore) put(ctx context.Context, batch []*corpus.Decision, last error) ([]Outcome, error) {
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
		return last
	})
	return out, err
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
				err = w.away(node, old)
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
	if err := s.life.enter(); err != nil {
		return err
	}
	defer s.life.leave()
	if err := errors.Join(ctx.Err(), s.writable(), s.room()); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before := *s.head.Load()
	var after head
	var last map[corpus.Node]*record
	err := s.quads.Update(ctx, func(tx *quadstore.Tx) error {
		w := &write{ctx: ctx, s: s, tx: tx, seq: before.Seq + 1, head: before, records: map[corpus.Node]*record{},
			ids: map[string][]corpus.Node{}, withdrawals: map[corpus.Node]withdrawal{}, articles: map[string]articleNote{}}
		if err := fn(w); err != nil {
			return err
		}
		if len(w.records) > 0 {
			w.head.Seq = w.seq
		}
		if w.lawChanged {
			w.head.ArticleSeq++
		}
		w.head.Format = Format
		after = w.head
		last = w.records
		b, err := json.Marshal(w.head)
		if err != nil {
			return err
		}
		return tx.Batch().Set([]byte{spaceHead}, b, nil)
	})
	if err == nil {
		s.head.Store(&after)
		s.last.keep(after.Seq, last)
	}
	return err
}

// put decides what becomes of one decision.
func (w *write) put(d *corpus.Decision) (Outcome, error) {
	if gone, err := w.s.forgotten(d); err != nil || gone {
		return Refused, err
	}
	if gone, err := w.s.withdrawn(d); err != nil || gone {
		return Withdrawn, err
	}
	sum, err := digest(d)
	if err != nil {
		return 0, err
	}
	old, err := w.known(d)
	switch {
	case err != nil:
		return 0, err
	case old == nil:
		next := &record{Decision: d, Taken: map[string]string{}}
		next.take(d, sum)
		return Added, w.finish(next, nil, true)
	case taken(old, d, sum):
		return Unchanged, nil
	}
	if err := w.withText(old); err != nil {
		return 0, err
	}
	merged, fresh := corpus.Merge(old.Decision, d)
	next := &record{Decision: merged, Taken: maps.Clone(old.Taken)}
	next.take(d, sum)
	if fresh && old.Taken[old.Decision.Sources[0].Path] == sum {
		return Attached, w.finish(next, old, false)
	}
	if fresh {
		return Replaced, w.finish(next, old, true)
	}
	return Attached, w.finish(next, old, false)
}

// finish saves a decision; one that comes itself takes over what a commentary
// said of it.
func (w *write) finish(next, old *record, text bool) error {
	if !next.Decision.Secondary() {
		if err := w.absorb(next); err != nil {
			return err
		}
	}
	return w.save(next, old, text)
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

// take notes that a decision was taken in from its sources, with this content.
func (r *record) take(d *corpus.Decision, sum string) {
	for _, src := range d.Sources {
		r.Taken[src.Path] = sum
	}
}
