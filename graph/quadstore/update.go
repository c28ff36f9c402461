package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Update runs fn in one transaction: what it does through tx, quads and keys of
// Tx.Batch, is committed together or not at all. An error of fn, a read error
// or a cancelled ctx leaves nothing behind, and the store stays usable. When
// Update returns nil the change is visible, and on disk unless Options.NoSync.
//
// One Update runs at a time; fn must not call Update or Close. What the store
// shows to readers during fn is the state before it.
func (s *Store) Update(ctx context.Context, fn func(tx *Tx) error) error {
	if s.readOnly() {
		return fmt.Errorf("quadstore: update: %w", ErrReadOnly)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed.Load() {
		return fmt.Errorf("quadstore: update: %w", ErrClosed)
	}
	t := newTx(ctx, s)
	defer t.end()
	if err := fn(t); err != nil {
		return err
	}
	if err := t.commit(); err != nil {
		return fmt.Errorf("quadstore: update: %w", err)
	}
	return nil
}

// ApplyDeltas makes Cayley's changes, in their order, in one Update. Unless opt
// ignores it, adding what is there or deleting what is not returns a
// *graph.DeltaError, and nothing is changed.
func (s *Store) ApplyDeltas(in []graph.Delta, opt graph.IgnoreOpts) error {
	return s.Update(context.Background(), func(tx *Tx) error {
		for _, d := range in {
			if err := tx.apply(d, opt); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *Tx) apply(d graph.Delta, opt graph.IgnoreOpts) error {
	var (
		changed bool
		err     error
		refusal error
	)
	switch d.Action {
	case graph.Add:
		changed, err = t.Add(d.Quad)
		changed, refusal = changed || opt.IgnoreDup, graph.ErrQuadExists
	case graph.Delete:
		changed, err = t.Remove(d.Quad)
		changed, refusal = changed || opt.IgnoreMissing, graph.ErrQuadNotExist
	default:
		refusal = graph.ErrInvalidAction
	}
	if err == nil && !changed {
		return &graph.DeltaError{Delta: d, Err: refusal}
	}
	return err
}

// NewQuadWriter gives a writer that ignores quads which are there already. Each
// WriteQuads is one Update; single quads are committed by 10,000 and by Close.
func (s *Store) NewQuadWriter() (quad.WriteCloser, error) {
	if s.readOnly() {
		return nil, fmt.Errorf("quadstore: writer: %w", ErrReadOnly)
	}
	return &writer{s: s}, nil
}

type writer struct {
	s   *Store
	buf []quad.Quad
}

const writerBuffer = 10_000

func (w *writer) WriteQuad(q quad.Quad) error {
	if w.buf = append(w.buf, q); len(w.buf) < writerBuffer {
		return nil
	}
	return w.Flush()
}

func (w *writer) WriteQuads(quads []quad.Quad) (int, error) {
	if err := w.Flush(); err != nil {
		return 0, err
	}
	if err := w.add(quads); err != nil {
		return 0, err
	}
	return len(quads), nil
}

// Flush commits the single quads. Those of a failed commit are dropped: one bad
// quad must not fail all later ones.
func (w *writer) Flush() error {
	if len(w.buf) == 0 {
		return nil
	}
	err := w.add(w.buf)
	w.buf = w.buf[:0]
	return err
}

func (w *writer) Close() error { return w.Flush() }

func (w *writer) add(quads []quad.Quad) error {
	return w.s.Update(context.Background(), func(tx *Tx) error {
		for _, q := range quads {
			if _, err := tx.Add(q); err != nil {
				return err
			}
		}
		return nil
	})
}
