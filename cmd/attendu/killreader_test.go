package main

import (
	"context"
	"math/rand/v2"
	"path/filepath"
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
	kills := 5
	if testing.Short() {
		kills = 1
	}
	archive := synthtest.Archive(t, synth.Options{Decisions: 600, Seed: 5})
	random := rand.New(rand.NewPCG(3, 4))
	dir, checkpoints := filepath.Join(t.TempDir(), "attendu.lib"), 0
	for range kills {
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			killAfter(t, time.Duration(500+random.IntN(2500))*time.Millisecond,
				"--library", dir, "index", "--publish-every", "1ms", "--again", archive)
		}()
		var kept *queries.Library
		for running := true; running; {
			select {
			case <-ended:
				running = false
			default:
			}
			lib, err := queries.Open(context.Background(), dir, queries.Options{ReadOnly: true})
			switch queries.CodeOf(err) {
			case "":
			case queries.NotFound, queries.Unavailable: // there is no library, or nothing to read, yet
				if checkpoints > 0 {
					t.Errorf("after %d checkpoints were read: %v", checkpoints, err)
				}
				time.Sleep(time.Millisecond)
				continue
			default:
				t.Fatal(err)
			}
			if whole(t, lib); lib.Checkpoint() != nil {
				checkpoints++
			}
			if kept == nil && lib.Checkpoint() != nil {
				kept = lib
				continue
			}
			if err := lib.Close(); err != nil {
				t.Error(err)
			}
		}
		if kept != nil { // the writer is dead, and has published since
			whole(t, kept)
			if err := kept.Close(); err != nil {
				t.Error(err)
			}
		}
		readLive(t, dir)
		sound(t, dir, nil)
	}
	t.Logf("%d kills, %d checkpoints read", kills, checkpoints)
	if checkpoints == 0 {
		t.Error("no checkpoint was read beside a writer: nothing was tried")
	}
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
