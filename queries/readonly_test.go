package queries_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

func openToRead(t *testing.T, dir string) *queries.Library {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	return lib
}

// TestReadBesideWriter: who reads sees the last checkpoint, and the next one when it
// opens the library again; who writes is not kept out by readers.
func TestReadBesideWriter(t *testing.T) {
	ctx := context.Background()
	dir, lib := justFilled(t)
	want := count(t, lib, "mot de passe")
	beside := openToRead(t, dir)
	if c := beside.Checkpoint(); c == nil || c.Decisions != 22 || c.Published.IsZero() {
		t.Fatalf("beside a writer: checkpoint %+v, want one of 22 decisions", c)
	}
	key, err := lib.Forget(ctx, "tgi/laval/2016-10-04")
	if err != nil {
		t.Fatal(err)
	}
	if got := count(t, beside, "mot de passe"); got != want {
		t.Errorf("who reads sees %d decisions after a change, had seen %d", got, want)
	}
	later := openToRead(t, dir)
	if _, err := later.Decision(ctx, string(key)); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("a forgotten decision, by who opens the library later: %v", err)
	}
	if err := later.Close(); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	after := openToRead(t, dir)
	if after.Checkpoint() != nil {
		t.Errorf("nobody writes the library, and %+v is read", after.Checkpoint())
	}
	if got := count(t, after, "mot de passe"); got != want-1 {
		t.Errorf("%d decisions found, want %d", got, want-1)
	}
	writer := reopen(t, dir) // though two read
	if got := count(t, writer, "mot de passe"); got != want-1 {
		t.Errorf("the writer finds %d decisions, want %d", got, want-1)
	}
	if got := checkpointsOf(t, dir); got != 2 {
		t.Errorf("%d checkpoints, want that of before, which is still read, and the last", got)
	}
	if err := errors.Join(beside.Close(), after.Close(), writer.Close()); err != nil {
		t.Fatal(err)
	}
	if got := checkpointsOf(t, dir); got != 1 {
		t.Errorf("%d checkpoints when nobody reads any more: what was forgotten is still on the disk", got)
	}
}

func checkpointsOf(t *testing.T, dir string) int {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "checkpoint", "0*"))
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

// TestReadOnlyRefuses: every call that writes answers ReadOnly.
func TestReadOnlyRefuses(t *testing.T) {
	ctx := context.Background()
	dir, lib := onDisk(t)
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	r := openToRead(t, dir)
	_, added := r.Add(ctx, []string{examplesDir}, queries.AddOptions{})
	_, tried := r.Add(ctx, []string{examplesDir}, queries.AddOptions{DryRun: true})
	_, forgot := r.Forget(ctx, "tgi/laval/2016-10-04")
	_, none := r.Forget(ctx, "17-99.999") // not held
	_, recalled := r.Recall(ctx, "dila:JURITEXT000000000001")
	_, repaired := r.Repair(ctx)
	for what, err := range map[string]error{"Add": added, "DryRun": tried, "Forget": forgot, "Forget none": none, "Recall": recalled, "Repair": repaired} {
		if queries.CodeOf(err) != queries.ReadOnly {
			t.Errorf("%s: %v, want read_only", what, err)
		}
	}
	if faults, err := r.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("Check: %v, %v", faults, err)
	}
	if _, err := queries.Create(ctx, filepath.Join(t.TempDir(), "new"), queries.Options{ReadOnly: true}); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("a new library for reading: %v", err)
	}
}

// TestNoFolder: the name of a library is not empty.
func TestNoFolder(t *testing.T) {
	_, opened := queries.Open(context.Background(), "", queries.Options{})
	_, created := queries.Create(context.Background(), "", queries.Options{})
	for _, err := range []error{opened, created} {
		if queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%v, want invalid", err)
		}
	}
}

// TestReadUnwritable: a library on a disk that cannot be written is read itself.
func TestReadUnwritable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	for _, without := range []string{"", "checkpoint"} {
		dir, lib := onDisk(t)
		want := count(t, lib, "mot de passe")
		if err := lib.Close(); err != nil {
			t.Fatal(err)
		}
		if without != "" {
			if err := os.RemoveAll(filepath.Join(dir, without)); err != nil {
				t.Fatal(err)
			}
		}
		chmod(t, dir, 0o555)
		if got := count(t, openToRead(t, dir), "mot de passe"); got != want {
			t.Errorf("without %q: %d decisions found, want %d", without, got, want)
		}
		chmod(t, dir, 0o755)
	}
}

// TestReadUnwritableBesideWriter: who may not write the folder reads the last checkpoint
// beside the owner.
func TestReadUnwritableBesideWriter(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	dir, lib := onDisk(t)
	defer lib.Close()
	want := count(t, lib, "mot de passe")
	chmod(t, dir, 0o555)
	defer chmod(t, dir, 0o755)
	lock := filepath.Join(dir, "lock")
	if err := os.Chmod(lock, 0o444); err != nil {
		t.Fatal(err)
	}
	r := openToRead(t, dir)
	if r.Checkpoint() == nil {
		t.Error("the folder of the owner is read, not its checkpoint")
	}
	if got := count(t, r, "mot de passe"); got != want {
		t.Errorf("%d decisions found, want %d", got, want)
	}
}

func chmod(t *testing.T, dir string, mode fs.FileMode) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			err = os.Chmod(p, mode)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestStoreFromElsewhere: a store that was put in place of the one that a checkpoint was
// made of is read, not the checkpoint.
func TestStoreFromElsewhere(t *testing.T) {
	dir, lib := onDisk(t)
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	other, lib := justFilled(t)
	if _, err := lib.Forget(context.Background(), "tgi/laval/2016-10-04"); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(dir, "store")
	if err := os.RemoveAll(store); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(other, "store"), store); err != nil {
		t.Fatal(err)
	}
	st, err := openToRead(t, dir).Stats(context.Background())
	if err != nil || st.Decisions != 21 {
		t.Errorf("%+v, %v; want the 21 decisions of the store", st, err)
	}
}

// TestCheckpointsDuringAdd: an Add publishes at intervals, so that who reads sees it grow.
func TestCheckpointsDuringAdd(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "attendu.lib")
	lib, err := queries.Create(ctx, dir, queries.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	seen := map[int64]bool{}
	each := func(queries.Added) {
		r, err := queries.Open(ctx, dir, queries.Options{ReadOnly: true})
		if err != nil {
			t.Error(err)
			return
		}
		seen[r.Checkpoint().Decisions] = true
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	n := 0
	archive := synthtest.Archive(t, synth.Options{Decisions: 350, Seed: 2})
	_, err = lib.Add(ctx, []string{archive}, queries.AddOptions{CheckpointEvery: 1, Each: func(a queries.Added) {
		if n++; n%50 == 0 {
			each(a)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	each(queries.Added{})
	if len(seen) < 3 {
		t.Errorf("who read during the Add saw %v decisions only", seen)
	}
}

// TestConcurrentUse asks one library everything from several goroutines while it is
// written; the race detector looks on.
func TestConcurrentUse(t *testing.T) {
	ctx := context.Background()
	_, lib := onDisk(t)
	defer lib.Close()
	ask := []func() error{
		func() error { _, err := lib.Search(ctx, queries.SearchRequest{Text: "mot de passe"}); return err },
		func() error { _, err := lib.Decision(ctx, "18-29.417"); return err },
		func() error {
			_, err := lib.Article(ctx, queries.ArticleRequest{Reference: "CPC 808/809"})
			return err
		},
		func() error { _, err := lib.Stats(ctx); return err },
		func() error {
			for _, err := range lib.CitedBy(ctx, "18-29.417") {
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
	var asking sync.WaitGroup
	for _, question := range ask {
		for range 2 {
			asking.Go(func() {
				for range 5 {
					if err := question(); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	if _, err := lib.Add(ctx, []string{examplesDir}, queries.AddOptions{Again: true, CheckpointEvery: 1}); err != nil {
		t.Error(err)
	}
	asking.Wait()
}
