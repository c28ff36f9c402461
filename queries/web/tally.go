package web

import (
	"context"
	"sync"
	"time"

	"github.com/attendu/attendu/queries"
)

// Counting what a library holds takes time that grows with it: a second for 100,000
// decisions. It is done once in a while where the library changes, beside the pages.
const (
	tallyAge  = time.Minute            // how old counts may be
	tallyWait = 400 * time.Millisecond // how long the first page waits for the first ones
	tallyTime = 10 * time.Minute       // how long counting may take
)

// tally keeps the counts of a library.
type tally struct {
	mu     sync.Mutex
	stats  *queries.Stats
	at     time.Time
	failed error         // of the last counting
	done   chan struct{} // closed when the counting under way ends; nil when there is none
}

// get gives the counts, a minute old at most when others were asked for since; nil where
// they are not known yet. fresh says that they were made now, and are no older than the
// request.
func (t *tally) get(ctx context.Context, lib Library) (stats *queries.Stats, fresh bool) {
	t.mu.Lock()
	begun := t.done == nil && time.Since(t.at) > tallyAge
	if begun {
		t.done = make(chan struct{})
		go t.count(context.WithoutCancel(ctx), lib, t.done)
	}
	stats, done := t.stats, t.done
	t.mu.Unlock()
	if done == nil || stats != nil && !begun {
		return stats, false
	}
	wait := time.NewTimer(tallyWait)
	defer wait.Stop()
	counted := false
	select {
	case <-done:
		counted = true
	case <-wait.C:
	case <-ctx.Done():
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.stats, begun && counted && t.failed == nil
}

// count counts. Where that fails the counts of before stay.
func (t *tally) count(ctx context.Context, lib Library, done chan struct{}) {
	ctx, cancel := context.WithTimeout(ctx, tallyTime)
	defer cancel()
	stats, err := lib.Stats(ctx)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.failed = err; err == nil {
		t.stats = stats
	}
	t.at, t.done = time.Now(), nil
	close(done)
}
