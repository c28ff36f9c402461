package flock_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/queries/flock"
)

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if _, err := flock.Shared(path); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("a shared lock of no file: %v", err)
	}
	alone, err := flock.Exclusive(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := flock.Exclusive(path); !errors.Is(err, flock.ErrLocked) {
		t.Errorf("a second one alone: %v, want ErrLocked", err)
	}
	if _, err := flock.Shared(path); !errors.Is(err, flock.ErrLocked) {
		t.Errorf("shared beside one alone: %v, want ErrLocked", err)
	}
	if err := alone.Close(); err != nil {
		t.Fatal(err)
	}
	first, err := flock.Shared(path)
	if err != nil {
		t.Fatal(err)
	}
	second, err := flock.Shared(path)
	if err != nil {
		t.Fatalf("a second one that shares: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := flock.Exclusive(path); !errors.Is(err, flock.ErrLocked) {
		t.Errorf("alone beside one who shares: %v, want ErrLocked", err)
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	if alone, err = flock.Exclusive(path); err != nil {
		t.Fatalf("when all have let go: %v", err)
	}
	if err := alone.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestStill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	l, err := flock.Exclusive(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if !l.Still() {
		t.Error("the file that is locked is not the one of its name")
	}
	if err := os.Rename(path, path+".old"); err != nil {
		t.Fatal(err)
	}
	if l.Still() {
		t.Error("no file has the name any more")
	}
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if l.Still() {
		t.Error("another file has the name now")
	}
}
