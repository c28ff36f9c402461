package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"

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
	err := s.db.Checkpoint(dir, pebble.WithFlushedWAL())
	if err == nil {
		err = s.dropLogs(dir)
	}
	if err != nil {
		return fmt.Errorf("graph: checkpoint: %w", err)
	}
	return nil
}

// dropLogs removes the logs of a checkpoint. All that was committed is in tables; what
// may have come since are notes of intake, which serve writers only. Pebble writes new
// logs into old files, and copies them whole: tens of megabytes of what is long in tables.
func (s *pebbleStore) dropLogs(dir string) error {
	names, err := s.fs.List(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".log") {
			err = errors.Join(err, s.fs.Remove(s.fs.PathJoin(dir, name)))
		}
	}
	return err
}
