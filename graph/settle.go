package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/cockroachdb/pebble/v2"
)

// settleEvery is how often Settle looks whether there is still something in progress.
const settleEvery = 10 * time.Millisecond

// How many times in a row Settle must see nothing in progress. One compaction begins a
// moment after another ends; one that a level waits for, when Pebble next looks for work,
// which it does ten times a second.
const (
	idleLooks = 2
	dueLooks  = 15
)

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
	for idle, enough := 0, idleLooks; idle < enough; {
		m := s.db.Metrics()
		if idle++; m.Compact.NumInProgress+m.Flush.NumInProgress > 0 {
			idle = 0
		}
		if enough = idleLooks; due(m) {
			enough = dueLooks
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("graph: settle: %w", ctx.Err())
		case <-tick.C:
		}
	}
	return nil
}

// due reports whether a level is to be compacted. It may stay so: where nothing can be
// picked, and where a write adds to what others wait for.
func due(m *pebble.Metrics) bool {
	for i := range m.Levels {
		if m.Levels[i].Score >= 1 {
			return true
		}
	}
	return false
}
