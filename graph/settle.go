package graph

import (
	"context"
	"fmt"
	"time"
)

// settleEvery is how often Settle looks whether there is still something in progress.
const settleEvery = 10 * time.Millisecond

// Settle implements Store.
func (s *pebbleStore) Settle(ctx context.Context) error {
	if err := s.life.enter(); err != nil {
		return fmt.Errorf("graph: settle: %w", err)
	}
	defer s.life.leave()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("graph: settle: %w", err)
	}
	if s.opt.ReadOnly {
		return nil
	}
	if err := s.db.Flush(); err != nil {
		return fmt.Errorf("graph: settle: %w", err)
	}
	tick := time.NewTicker(settleEvery)
	defer tick.Stop()
	for idle := 0; idle < 2; { // one compaction begins a moment after another ends
		if m := s.db.Metrics(); m.Compact.NumInProgress+m.Flush.NumInProgress == 0 {
			idle++
		} else {
			idle = 0
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("graph: settle: %w", ctx.Err())
		case <-tick.C:
		}
	}
	return nil
}
