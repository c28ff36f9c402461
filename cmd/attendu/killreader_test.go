package main

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

// TestKillBesideReaders kills attendu in mid-indexing while the library is read: each
// reader gets a whole checkpoint and keeps it, whatever becomes of the writer, and after
// the kill the library itself is read. No writer is kept out by those who read.
func TestKillBesideReaders(t *testing.T) {
	kills, decisions := 4, 600
	if testing.Short() {
		kills, decisions = 1, 300
	}
	archive := synthtest.Archive(t, synth.Options{Decisions: decisions, Seed: 5})
	random := rand.New(rand.NewPCG(3, 4))
	dir, checkpoints := filepath.Join(t.TempDir(), "attendu.lib"), 0
	for n := range kills {
		writer := attendu("--library", dir, "index", "--publish-every", "1ms", "--again", archive)
		if err := writer.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- writer.Wait() }()
		kill := sync.OnceFunc(func() { // at some moment after a checkpoint was read
			time.AfterFunc(time.Duration(random.IntN(500))*time.Millisecond, func() { _ = writer.Process.Kill() })
		})
		var kept *queries.Library
		for running := true; running; {
			select {
			case err := <-ended:
				running = false
				if writer.ProcessState.ExitCode() > 0 {
					t.Fatalf("attendu ended by itself: %v", err)
				}
			default:
			}
			lib := readBeside(t, dir, checkpoints > 0)
			if lib == nil {
				continue
			}
			whole(t, lib)
			if lib.Checkpoint() != nil {
				checkpoints++
				kill()
				if kept == nil {
					kept = lib
					continue
				}
			}
			if err := lib.Close(); err != nil {
				t.Error(err)
			}
		}
		if kept == nil {
			t.Fatalf("round %d: no checkpoint was read beside the writer", n)
		}
		whole(t, kept) // though the writer is dead, and has published since
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
		readLive(t, dir)
		sound(t, dir, nil)
	}
	t.Logf("%d kills, %d checkpoints read", kills, checkpoints)
}

// readBeside opens a library for reading; nil when there is nothing to read yet, which is
// a fault once something was.
func readBeside(t *testing.T, dir string, something bool) *queries.Library {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{ReadOnly: true})
	switch queries.CodeOf(err) {
	case "":
		return lib
	case queries.NotFound, queries.Unavailable:
		if something {
			t.Errorf("after a checkpoint was read: %v", err)
		}
		time.Sleep(time.Millisecond)
		return nil
	}
	t.Fatal(err)
	return nil
}

// whole wants store, index and checkpoint to hold the same decisions.
func whole(t *testing.T, lib *queries.Library) {
	t.Helper()
	st, err := lib.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	found, err := lib.Search(context.Background(), queries.SearchRequest{Limit: 1})
	if err != nil || int64(found.Total) != st.Decisions {
		t.Errorf("the index finds %+v, %v; the store holds %d", found, err, st.Decisions)
	}
	if c := lib.Checkpoint(); c != nil && c.Decisions != st.Decisions {
		t.Errorf("the checkpoint says %d decisions, and holds %d", c.Decisions, st.Decisions)
	}
}

// readLive wants a library that nobody writes to be read itself, and to be sound.
func readLive(t *testing.T, dir string) {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if lib.Checkpoint() != nil {
		t.Error("nobody writes the library, and a checkpoint is read")
	}
	if faults, err := lib.Check(context.Background()); err != nil || len(faults) > 0 {
		t.Errorf("after a kill: %v, %v", faults, err)
	}
}
