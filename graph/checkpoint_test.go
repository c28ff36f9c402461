package graph_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
	"github.com/google/go-cmp/cmp"
)

// TestCheckpoint: a checkpoint is the state of its moment, whatever is written later,
// is read by several at once, and refuses every write.
func TestCheckpoint(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	s, err := graph.Open(filepath.Join(dir, "store"), graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	first := storetest.Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	second := storetest.Decision("dila:B", "18-10.001", "2019-03-14", "code-civil/9")
	put(t, s, first)
	before, _ := s.Stats(ctx)
	at := filepath.Join(dir, "checkpoint")
	if err := s.Checkpoint(ctx, at); err != nil {
		t.Fatal(err)
	}
	put(t, s, second)
	if err := s.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	for name := range names(t, at) {
		if strings.HasSuffix(name, ".log") {
			t.Errorf("the checkpoint has a log, %s", name)
		}
	}
	for range 2 { // both open at once
		r, err := graph.Open(at, graph.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if st, err := r.Stats(ctx); err != nil || st != before || r.Seq() != 1 {
			t.Errorf("the checkpoint counts %+v at %d, %v; want %+v at 1", st, r.Seq(), err, before)
		}
		if d, err := r.Get(ctx, "dila:A"); err != nil || d.Text != first.Text {
			t.Errorf("the checkpoint reads %v, %v", d, err)
		}
		if _, err := r.Get(ctx, "dila:B"); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("what came after the checkpoint: %v", err)
		}
		if err := r.Check(ctx); err != nil {
			t.Error(err)
		}
		checkReadOnly(t, r)
	}
}

func put(t *testing.T, s graph.Store, d *corpus.Decision) {
	t.Helper()
	if _, err := s.Put(context.Background(), []*corpus.Decision{d}); err != nil {
		t.Fatal(err)
	}
}

// checkReadOnly wants every write to be refused, and the files to stay as they are.
func checkReadOnly(t *testing.T, s graph.Store) {
	t.Helper()
	ctx := context.Background()
	d := storetest.Decision("dila:C", "19-10.001", "2020-03-14", "code-civil/9")
	_, put := s.Put(ctx, []*corpus.Decision{d})
	_, removed := s.Remove(ctx, "dila:A")
	_, repaired := s.Repair(ctx)
	for what, err := range map[string]error{"Put": put, "Remove": removed, "Repair": repaired,
		"Forget": s.Forget(ctx, "dila:A"), "Compact": s.Compact(ctx),
		"Note": s.Note(ctx, []graph.Intake{{Path: "a"}}), "Checkpoint": s.Checkpoint(ctx, filepath.Join(t.TempDir(), "c"))} {
		if !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("%s: %v, want ErrReadOnly", what, err)
		}
	}
}

// TestReadOnlyChangesNothing: reading a store that was not closed in order, too, leaves
// its files as they are.
func TestReadOnlyChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	if _, err := graph.Open(dir, graph.Options{ReadOnly: true}); !errors.Is(err, graph.ErrNotFound) {
		t.Fatalf("no store: %v, want ErrNotFound", err)
	}
	s, err := graph.Open(dir, graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, storetest.Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	was := names(t, dir)
	r, err := graph.Open(dir, graph.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Get(context.Background(), "dila:A"); err != nil {
		t.Error(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(was, names(t, dir)); diff != "" {
		t.Errorf("reading changed the folder:\n%s", diff)
	}
}

// names are the files of a folder with their sizes.
func names(t *testing.T, dir string) map[string]int64 {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int64{}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		sizes[e.Name()] = info.Size()
	}
	return sizes
}
