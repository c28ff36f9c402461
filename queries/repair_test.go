package queries_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

// TestRepairWhileOthersAsk: who asks while a library is repaired has the whole answer, or
// is told to come again; never a part of it.
func TestRepairWhileOthersAsk(t *testing.T) {
	ctx := context.Background()
	lib, err := queries.Create(ctx, t.TempDir(), queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Add(ctx, []string{synthtest.Archive(t, synth.Options{Decisions: 60, Seed: 9})}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	ask := queries.SearchRequest{Text: "article", Facets: []string{"court"}}
	whole, err := lib.Search(ctx, ask)
	if err != nil || whole.Total < 50 {
		t.Fatalf("%+v, %v", whole, err)
	}
	var answered, refused atomic.Int32
	over := make(chan struct{})
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for {
				select {
				case <-over:
					return
				default:
				}
				ans, err := lib.Search(ctx, ask)
				switch {
				case queries.CodeOf(err) == queries.Unavailable:
					refused.Add(1)
				case err != nil:
					t.Errorf("a search: %v", err)
				case ans.Total != whole.Total:
					t.Errorf("a search finds %d of %d", ans.Total, whole.Total)
				default:
					answered.Add(1)
				}
				if _, err := lib.Decision(ctx, string(whole.Hits[0].Node)); err != nil && queries.CodeOf(err) != queries.Unavailable {
					t.Errorf("a decision: %v", err)
				}
				if _, err := lib.Position(ctx); err != nil && queries.CodeOf(err) != queries.Unavailable {
					t.Errorf("the position: %v", err)
				}
			}
		})
	}
	for range 3 {
		if n, err := lib.Repair(ctx); err != nil || n != 0 {
			t.Errorf("repaired %d, %v", n, err)
		}
	}
	close(over)
	all.Wait()
	if refused.Load() == 0 {
		t.Error("nobody was told to come again: this tests nothing")
	}
	if ans, err := lib.Search(ctx, ask); err != nil || ans.Total != whole.Total {
		t.Errorf("afterwards: %+v, %v", ans, err)
	}
	if faults, err := lib.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("afterwards: %v, %v", faults, err)
	}
}

// TestRepairInterrupted: a repair that is interrupted leaves no half index to ask, and the
// next one ends it.
func TestRepairInterrupted(t *testing.T) {
	ctx := context.Background()
	lib, err := queries.Create(ctx, t.TempDir(), queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Add(ctx, []string{synthtest.Archive(t, synth.Options{Decisions: 20, Seed: 9})}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	for at := range 6 { // wherever it is interrupted
		var asked atomic.Int64 // by several goroutines
		stopped, stop := context.WithCancel(ctx)
		_, err := lib.Repair(counting{stopped, func() {
			if asked.Add(1) > int64(25*at) {
				stop()
			}
		}})
		stop()
		if ans, e := lib.Search(ctx, queries.SearchRequest{Text: "article"}); e == nil && ans.Total == 0 || e != nil && queries.CodeOf(e) != queries.Unavailable {
			t.Fatalf("after %v: %+v, %v", err, ans, e)
		}
	}
	if _, err := lib.Repair(ctx); err != nil {
		t.Fatal(err)
	}
	if faults, err := lib.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
}

// counting is a context that tells when it is asked whether it is over.
type counting struct {
	context.Context
	asked func()
}

func (c counting) Err() error {
	c.asked()
	return c.Context.Err()
}
