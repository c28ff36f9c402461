package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestVerify changes one byte of a segment, which Bleve opens and answers from.
func TestVerify(t *testing.T) {
	ctx := context.Background()
	for part := range 10 {
		dir := built(t)
		x := open(t, dir)
		if err := x.Verify(ctx); err != nil {
			t.Fatalf("a sound index: %v", err)
		}
		x.Close()
		for _, f := range files(t, dir, "store/*.zap") {
			rewrite(t, f, func(b []byte) []byte { b[(len(b)-1)*part/9] ^= 0x10; return b })
		}
		x, err := Open(dir, Options{})
		if err != nil { // where Bleve itself looked
			if !errors.Is(err, ErrStale) {
				t.Errorf("byte at %d/9: %v", part, err)
			}
			continue
		}
		var damage *DamageError
		if err := x.Verify(ctx); !errors.As(err, &damage) || !errors.Is(err, ErrStale) || filepath.Ext(damage.File) != ".zap" {
			t.Errorf("byte at %d/9: %v", part, err)
		}
		if _, err := x.Search(ctx, Request{Text: "passe"}); !errors.Is(err, ErrStale) {
			t.Errorf("byte at %d/9: a search after it: %v", part, err)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		aside, err := SetAside(dir)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(files(t, aside, "store/*.zap")); n == 0 {
			t.Error("nothing was set aside")
		}
		rebuild(t, dir)
	}
}

// TestVerifyNew: what is written and merged while an index is open is verified once.
func TestVerifyNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "text")
	x := open(t, dir)
	g := newGenerator(2)
	g.size = 200
	for seq := range uint64(12) {
		put(t, x, seq+1, g.decisions(5)...)
		if err := x.verify(context.Background(), false, 0); err != nil {
			t.Fatal(err)
		}
	}
	paths, release, err := x.segments()
	if err != nil {
		t.Fatal(err)
	}
	release()
	if len(paths) == 0 {
		t.Error("no segment is on disk")
	}
}

// TestVerifyOpen: a byte that goes wrong while the index is open is found when all is read
// again.
func TestVerifyOpen(t *testing.T) {
	dir := built(t) // one segment, which nothing merges
	x := open(t, dir)
	if err := x.Verify(context.Background()); err != nil {
		t.Fatal(err)
	}
	paths := files(t, dir, "store/*.zap")
	f, err := os.OpenFile(paths[0], os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 1)
	if _, err := f.ReadAt(b, 0); err != nil {
		t.Fatal(err)
	}
	b[0] ^= 1
	if _, err := f.WriteAt(b, 0); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := x.Verify(context.Background()); !errors.Is(err, ErrStale) {
		t.Errorf("a byte changed: %v", err)
	}
}

func TestSetAsideNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "text")
	for range 2 {
		if _, err := SetAside(dir); err != nil {
			t.Error(err)
		}
	}
}
