package index

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// TestCheckpoint: a checkpoint answers what the index answered at its moment, to several
// at once, whatever is applied and merged later.
func TestCheckpoint(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	x := open(t, filepath.Join(dir, "text"))
	list := shelf()
	put(t, x, 1, list[:2]...)
	put(t, x, 2, list[2:]...)
	want := find(t, x, Request{Text: "passe"})
	at := filepath.Join(dir, "checkpoint")
	if err := x.Checkpoint(ctx, at); err != nil {
		t.Fatal(err)
	}
	if err := x.Apply(ctx, 3, nil, shelfNodes(list)); err != nil {
		t.Fatal(err)
	}
	if n := find(t, x, Request{Text: "passe"}).Total; n != 0 {
		t.Errorf("%d found in the index itself after all were deleted", n)
	}
	for range 2 { // both open at once
		r, err := Open(at, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if seq, err := r.Cursor(ctx); err != nil || seq != 2 {
			t.Errorf("the checkpoint is at %d, %v; want 2", seq, err)
		}
		if diff := cmp.Diff(want, find(t, r, Request{Text: "passe"})); diff != "" || want.Total == 0 {
			t.Errorf("the checkpoint answers otherwise:\n%s", diff)
		}
		if err := r.Verify(ctx); err != nil {
			t.Error(err)
		}
	}
}

func TestCheckpointOfMemory(t *testing.T) {
	if err := open(t, "").Checkpoint(context.Background(), t.TempDir()); err == nil {
		t.Error("an index in memory was written to files")
	}
}

// TestReadOnly: nothing is made where there is no index, and one that is being written
// is not read.
func TestReadOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "text")
	if _, err := Open(dir, Options{ReadOnly: true}); !errors.Is(err, ErrStale) {
		t.Errorf("no index: %v, want ErrStale", err)
	}
	if names, _ := filepath.Glob(dir + "/*"); len(names) > 0 {
		t.Errorf("made %v", names)
	}
	x := open(t, dir)
	if _, err := Open(dir, Options{ReadOnly: true}); !errors.Is(err, ErrLocked) {
		t.Errorf("beside one who writes: %v, want ErrLocked", err)
	}
	put(t, x, 1, shelf()...)
}

func shelfNodes(list []*corpus.Decision) (nodes []corpus.Node) {
	for _, d := range list {
		nodes = append(nodes, d.Node)
	}
	return nodes
}
