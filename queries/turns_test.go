package queries

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// TestTurns: who comes while all turns are taken waits until one is given back, or until its
// patience or its context ends.
func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := make(turns, 1)
		ctx := context.Background()
		first, err := turns.take(ctx)
		if err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(patience/4, first)
		began := time.Now()
		second, err := turns.take(ctx)
		if waited := time.Since(began); err != nil || waited != patience/4 {
			t.Errorf("the second waited %v, %v", waited, err)
		}
		began = time.Now()
		third, err := turns.take(ctx)
		if waited := time.Since(began); err != nil || waited != patience {
			t.Errorf("the third waited %v, %v", waited, err)
		}
		third() // had none to give back
		stopped, stop := context.WithCancel(ctx)
		stop()
		if _, err := turns.take(stopped); !errors.Is(err, context.Canceled) {
			t.Errorf("whose context is over: %v", err)
		}
		second()
		if len(turns) != 0 {
			t.Errorf("%d turns are not given back", len(turns))
		}
	})
}
