package queries_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/attendu/attendu/queries"
)

// TestDamagedSince: the cache of a snapshot does not answer for a file that was damaged
// after it was unpacked, nor for a damaged copy.
func TestDamagedSince(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Add(ctx, []string{examplesDir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "paper.attendu")
	if _, err := lib.Snapshot(ctx, file); err != nil {
		t.Fatal(err)
	}
	opt := queries.Options{ReadOnly: true, CacheDir: filepath.Join(dir, "cache")}
	ask := func(file string) error {
		l, err := queries.Open(ctx, file, opt)
		if err == nil {
			err = l.Close()
		}
		return err
	}
	for range 2 { // unpacked, and from the cache
		if err := ask(file); err != nil {
			t.Fatal(err)
		}
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	damaged := append([]byte{}, whole...)
	damaged[1000] ^= 1
	write := func(name string, b []byte, day int) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for what, path := range map[string]string{"the file": write("paper.attendu", damaged, 1), "a copy": write("copy.attendu", damaged, 2)} {
		if err := ask(path); queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%s, damaged: %v", what, err)
		}
	}
	if err := ask(write("paper.attendu", whole, 3)); err != nil {
		t.Errorf("the file, whole again: %v", err)
	}
}
