package graph

import (
	"context"
	"errors"
	"fmt"
)

// Compact implements Store.
func (s *pebbleStore) Compact(ctx context.Context) error {
	if err := s.life.enter(); err != nil {
		return fmt.Errorf("graph: compact: %w", err)
	}
	defer s.life.leave()
	if err := errors.Join(ctx.Err(), s.writable(), s.room()); err != nil {
		return fmt.Errorf("graph: compact: %w", err)
	}
	// All keys of the store begin with a byte below 0x80.
	if err := s.db.Compact(ctx, []byte{0}, []byte{0x80}, true); err != nil {
		return fmt.Errorf("graph: compact: %w", err)
	}
	return nil
}
