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

// TestTally: the first page waits for the counts a little and no longer; later pages do
// not wait at all, and counting is never done twice at a time.
func TestTally(t *testing.T) {
	lib := &counting{asked: make(chan struct{}, 9), give: make(chan error)}
	var counts tally
	if counts.get(t.Context(), lib) != nil {
		t.Error("there are counts before anything was counted")
	}
	done := counts.done
	lib.give <- nil
	<-done
	if counts.get(t.Context(), lib) == nil || len(lib.asked) != 1 {
		t.Errorf("counted %d times, want 1", len(lib.asked))
	}
	counts.at = time.Now().Add(-2 * tallyAge)
	if counts.get(t.Context(), lib) == nil {
		t.Error("old counts are not given while new ones are made")
	}
	done = counts.done
	lib.give <- errors.New("the disk is broken")
	<-done
	if counts.get(t.Context(), lib) == nil || len(lib.asked) != 2 {
		t.Errorf("counted %d times, want 2", len(lib.asked))
	}
}
