package graph

import (
	"context"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
)

// Checkpoint implements Store. The write buffer is flushed first, so that the
// checkpoint has no log that each of its readers would have to replay.
func (s *pebbleStore) Checkpoint(ctx context.Context, dir string) error {
	if err := s.life.begin(ctx); err != nil {
		return fmt.Errorf("graph: checkpoint: %w", err)
	}
	defer s.life.leave()
	if err := s.writable(); err != nil {
		return fmt.Errorf("graph: checkpoint: %w", err)
	}
	s.mu.RLock() // no commit meanwhile: the checkpoint is one state
	defer s.mu.RUnlock()
	if err := s.db.Flush(); err != nil {
		return fmt.Errorf("graph: checkpoint: %w", err)
	}
	if err := s.db.Checkpoint(dir, pebble.WithFlushedWAL()); err != nil {
		return fmt.Errorf("graph: checkpoint: %w", err)
	}
	return nil
}
