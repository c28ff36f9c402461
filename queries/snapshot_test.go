package queries_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/queries"
)

// packed writes a snapshot of a library.
func packed(t *testing.T, lib *queries.Library) (file string, info *queries.SnapshotInfo) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "paper.attendu")
	info, err := lib.Snapshot(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	return file, info
}

// TestSnapshotIsTheContent: the order in which decisions came, and what was forgotten or
// came twice on the way, is not in a snapshot.
func TestSnapshotIsTheContent(t *testing.T) {
	ctx := context.Background()
	straight := library()
	defer straight.Close()
	want, info := packed(t, straight)
	crooked, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer crooked.Close()
	files, err := filepath.Glob(examplesDir + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for i := len(files) - 1; i >= 0; i-- {
		if _, err := crooked.Add(ctx, files[i:i+1], queries.AddOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	got, other := packed(t, crooked)
	a, errA := os.ReadFile(want)
	b, errB := os.ReadFile(got)
	if errA != nil || errB != nil || !bytes.Equal(a, b) || info.ID != other.ID {
		t.Errorf("the same decisions in another order are other bytes: %s, %s", info.ID, other.ID)
	}
	if _, err := crooked.Snapshot(ctx, got); queries.CodeOf(err) != queries.Conflict {
		t.Errorf("over a file: %v, want conflict", err)
	}
	if left, _ := filepath.Glob(filepath.Dir(got) + "/*"); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
	if _, err := crooked.Snapshot(ctx, filepath.Join(t.TempDir(), "no", "folder.attendu")); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("into no folder: %v, want invalid", err)
	}
}

// TestUnpackIsAdded: an unpacked library knows its decisions again, and takes others.
func TestUnpackIsAdded(t *testing.T) {
	ctx := context.Background()
	lib := library()
	defer lib.Close()
	if _, err := lib.Forget(ctx, "tgi/laval/2016-10-04"); err != nil {
		t.Fatal(err)
	}
	file, info := packed(t, lib)
	dir := filepath.Join(t.TempDir(), "unpacked.lib")
	got, err := queries.Unpack(ctx, file, dir, queries.Options{})
	if err != nil || got.ID != info.ID {
		t.Fatalf("unpacked %+v, %v", got, err)
	}
	unpacked := reopen(t, dir)
	sum, err := unpacked.Add(ctx, []string{examplesDir}, queries.AddOptions{})
	if err != nil || sum.Added != 1 || sum.Replaced != 0 {
		t.Errorf("indexed anew: %+v, %v; want the one that was forgotten", sum, err)
	}
	if faults, err := unpacked.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
}

// TestSnapshotCanceled: what is interrupted leaves nothing.
func TestSnapshotCanceled(t *testing.T) {
	lib := library()
	defer lib.Close()
	file, _ := packed(t, lib)
	gone, stop := context.WithCancel(context.Background())
	stop()
	dir := t.TempDir()
	if _, err := lib.Snapshot(gone, filepath.Join(dir, "never.attendu")); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("Snapshot: %v, want canceled", err)
	}
	if _, err := queries.Unpack(gone, file, filepath.Join(dir, "never.lib"), queries.Options{}); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("Unpack: %v, want canceled", err)
	}
	if _, err := queries.VerifySnapshot(gone, file); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("VerifySnapshot: %v, want canceled", err)
	}
	if left, _ := filepath.Glob(dir + "/*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// TestCodes brings about every code that a program can bring about.
func TestCodes(t *testing.T) {
	ctx := context.Background()
	dir, lib := onDisk(t)
	closed := library()
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	gone, stop := context.WithCancel(ctx)
	stop()
	for want, do := range map[queries.Code]func() error{
		queries.NotFound: func() error { _, err := lib.Decision(ctx, "99-99.999"); return err },
		queries.Invalid:  func() error { _, err := lib.Search(ctx, queries.SearchRequest{Text: `"mot`}); return err },
		queries.NotYet: func() error {
			_, err := lib.SearchArticles(ctx, queries.ArticleSearchRequest{Text: "bail*"})
			return err
		},
		queries.Conflict:    func() error { _, err := queries.Create(ctx, dir, queries.Options{}); return err },
		queries.Unavailable: func() error { _, err := queries.Open(ctx, dir, queries.Options{}); return err },
		queries.ReadOnly: func() error {
			_, err := openToRead(t, dir).Forget(ctx, "18-29.417")
			return err
		},
		queries.Closed:   func() error { _, err := closed.Stats(ctx); return err },
		queries.Canceled: func() error { _, err := lib.Search(gone, queries.SearchRequest{Text: "mot"}); return err },
	} {
		if err := do(); queries.CodeOf(err) != want || err.Error() == "" {
			t.Errorf("%s: %v has the code %s", want, err, queries.CodeOf(err))
		}
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
}
