package graph

import (
	"context"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
)

// View implements Store.
func (s *pebbleStore) View(ctx context.Context, f func(cayley.QuadStore) error) (err error) {
	if err := s.life.enter(); err != nil {
		return err
	}
	defer s.life.leave()
	if err := ctx.Err(); err != nil {
		return err
	}
	view, err := s.quads.View()
	if err != nil {
		return fmt.Errorf("graph: view: %w", err)
	}
	defer func() {
		if lost := view.Err(); lost != nil { // the answer is wrong, however well f ended
			err = fmt.Errorf("graph: view: %w", lost)
		}
		err = errors.Join(err, view.Close())
	}()
	return f(view)
}
