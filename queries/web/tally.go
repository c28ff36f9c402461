package web

import (
	"context"
	"sync"
	"time"

	"github.com/attendu/attendu/queries"
)

// Counting what a library holds takes time that grows with it: a third of a second for
// 3,000 decisions. It is done once in a while, beside the pages.
const (
	tallyAge  = time.Minute            // how old counts may be
	tallyWait = 400 * time.Millisecond // how long the first page waits for the first ones
	tallyTime = 10 * time.Minute       // how long counting may take
)

// tally keeps the counts of a library.
type tally struct {
	mu    sync.Mutex
	stats *queries.Stats
	at    time.Time
	done  chan struct{} // closed when the counting under way ends; nil when there is none
}

// get gives the counts, a minute old at most when others were asked for since; nil where
// they are not known yet.
func (t *tally) get(ctx context.Context, lib Library) *queries.Stats {
	t.mu.Lock()
	if t.done == nil && time.Since(t.at) > tallyAge {
		t.done = make(chan struct{})
		go t.count(context.WithoutCancel(ctx), lib, t.done)
	}
	stats, done := t.stats, t.done
	t.mu.Unlock()
	if stats != nil || done == nil {
		return stats
	}
	wait := time.NewTimer(tallyWait)
	defer wait.Stop()
	select {
	case <-done:
	case <-wait.C:
	case <-ctx.Done():
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.stats
}

// count counts. Where that fails the counts of before stay.
func (t *tally) count(ctx context.Context, lib Library, done chan struct{}) {
	ctx, cancel := context.WithTimeout(ctx, tallyTime)
	defer cancel()
	stats, err := lib.Stats(ctx)
	t.mu.Lock()
	defer t.mu.Unlock()
	if err == nil {
		t.stats = stats
	}
	t.at, t.done = time.Now(), nil
	close(done)
}
