package graph_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
)

// TestSettled: after writes that were settled a checkpoint has no table of its own, and a
// closed store keeps no log that is of no use.
func TestSettled(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	store, at := filepath.Join(dir, "store"), filepath.Join(dir, "checkpoint")
	s, err := graph.Open(store, graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	logs := 0
	for n := range 12 { // a flush each, so that there is something to compact, and logs to write over
		for i := range 20 {
			put(t, s, storetest.Decision(fmt.Sprintf("dila:%d-%d", n, i), fmt.Sprintf("%02d-%02d.000", n+10, i+10), "2018-03-14", "code-civil/9"))
		}
		if err := s.Settle(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if logs = len(files(t, store, ".log")); logs < 2 {
		t.Fatalf("%d logs: there is nothing to drop", logs)
	}
	if err := s.Checkpoint(ctx, at); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	held := files(t, store, ".sst")
	for name := range files(t, at, ".sst") {
		if !held[name] {
			t.Errorf("the checkpoint alone has %s", name)
		}
	}
	if after := files(t, store, ".log"); len(after) > 1 {
		t.Errorf("%d logs stay of %d", len(after), logs)
	}
	again, err := graph.Open(store, graph.Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if st, err := again.Stats(ctx); err != nil || st.Decisions != 240 {
		t.Errorf("%d decisions are left, %v", st.Decisions, err)
	}
}

// files are the names in a folder that end so.
func files(t *testing.T, dir, suffix string) map[string]bool {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), suffix) {
			out[e.Name()] = true
		}
	}
	return out
}
