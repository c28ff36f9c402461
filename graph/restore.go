package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// Restore implements Store.
func (s *pebbleStore) Restore(ctx context.Context, batch []*corpus.Decision) error {
	err := s.update(ctx, func(w *write) error {
		for _, d := range batch {
			if err := w.restore(d); err != nil {
				return fmt.Errorf("%s: %w", d.Node, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("graph: restore: %w", err)
	}
	return nil
}

func (w *write) restore(d *corpus.Decision) error {
	if d.Node == "" {
		return errors.New("a decision without node")
	}
	if _, err := w.record(d.Node); !errors.Is(err, ErrNotFound) {
		if err == nil {
			err = errors.New("it is held already")
		}
		return err
	}
	sum, err := digest(d)
	if err != nil {
		return err
	}
	next := &record{Decision: d, Taken: map[string]string{}}
	next.take(d, sum)
	return w.save(next, nil, true)
}
