package web

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/attendu/attendu/queries"
)

// counting is a library that counts when it is told to.
type counting struct {
	one
	asked chan struct{}
	give  chan error
}

func (c *counting) Stats(context.Context) (*queries.Stats, error) {
	c.asked <- struct{}{}
	return &queries.Stats{}, <-c.give
}

// TestTally: a page waits for counts that are due a little and no longer; others do not
// wait at all, and counting is never done twice at a time.
func TestTally(t *testing.T) {
	lib := &counting{asked: make(chan struct{}, 9), give: make(chan error)}
	var counts tally
	is := func(when string, known, fresh bool) {
		t.Helper()
		if stats, now := counts.get(t.Context(), lib); (stats != nil) != known || now != fresh {
			t.Errorf("%s: known %v, fresh %v", when, stats != nil, now)
		}
	}
	is("before anything was counted", false, false)
	done := counts.done
	lib.give <- nil
	<-done
	is("soon after", true, false)
	if len(lib.asked) != 1 {
		t.Errorf("counted %d times, want 1", len(lib.asked))
	}
	counts.at = time.Now().Add(-2 * tallyAge)
	is("old ones, while new ones are made", true, false)
	done = counts.done
	lib.give <- errors.New("the disk is broken")
	<-done
	is("after a failure", true, false)
	counts.at = time.Now().Add(-2 * tallyAge)
	go func() { lib.give <- nil }()
	is("made at once", true, true)
	if len(lib.asked) != 3 {
		t.Errorf("counted %d times, want 3", len(lib.asked))
	}
}
