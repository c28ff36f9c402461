package queries_test

import (
	"archive/tar"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// member is a file of an archive.
type member struct{ name, data string }

// writeTar writes an archive and sets its time of change.
func writeTar(t *testing.T, path string, at time.Time, members ...member) {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: m.name, Size: int64(len(m.data)), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

// invented gives n invented decisions as members of an archive of the DILA.
func invented(t *testing.T, n int) (out []member) {
	t.Helper()
	return members(t, synth.Options{Decisions: n, Seed: 7})
}

// members gives the decisions of a corpus as members of an archive of the DILA.
func members(t *testing.T, opt synth.Options) (out []member) {
	t.Helper()
	g, err := synth.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	for d := range g.Decisions() {
		out = append(out, member{d.Path(), string(d.DILA())})
	}
	return out
}

// adding runs an Add and gives its summary and what it told of each record.
func adding(t *testing.T, lib *queries.Library, opt queries.AddOptions, paths ...string) (queries.Summary, []queries.Added) {
	t.Helper()
	var told []queries.Added
	opt.Each = func(a queries.Added) { told = append(told, a) }
	sum, err := lib.Add(context.Background(), paths, opt)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := lib.Check(context.Background())
	if err != nil || len(faults) > 0 {
		t.Fatalf("check: %v, %v", faults, err)
	}
	return sum, told
}

func wantSummary(t *testing.T, what string, got, want queries.Summary) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func memory(t *testing.T) *queries.Library {
	t.Helper()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	return lib
}

var day = time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)

// TestResume stops in the middle of an archive, while the second batch is reported and the
// third is committed, and wants the next Add to go on
// from there without reading again what is held, and the one after it not even to
// open the file.
func TestResume(t *testing.T) {
	lib, path := memory(t), filepath.Join(t.TempDir(), "a.tar")
	writeTar(t, path, day, invented(t, 360)...)
	ctx, stop := context.WithCancel(context.Background())
	n := 0
	sum, err := lib.Add(ctx, []string{path}, queries.AddOptions{Each: func(queries.Added) {
		if n++; n == 150 {
			stop()
		}
	}})
	if queries.CodeOf(err) != queries.Canceled || sum.Added != 300 {
		t.Fatalf("stopped: %+v, %v; want 300 added, and canceled", sum, err)
	}
	sum, told := adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "resumed", sum, queries.Summary{Files: 1, Added: 60, Unchanged: 300})
	for i, a := range told {
		if (a.Key == "") != (i < 300) {
			t.Fatalf("record %d was read again, or not: %+v", i+1, a)
		}
	}
	sum, told = adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "third time", sum, queries.Summary{Files: 1, Unchanged: 360})
	if len(told) != 1 || told[0].Path != path {
		t.Errorf("a file that has not changed was read: %d records", len(told))
	}
	sum, told = adding(t, lib, queries.AddOptions{Again: true}, path)
	wantSummary(t, "again", sum, queries.Summary{Files: 1, Unchanged: 360})
	if len(told) != 360 || told[0].Key == "" {
		t.Errorf("again: %d records, %+v", len(told), told[0])
	}
}

// TestReplacedWhileIndexed gives each decision once more, with a word more, in the batch
// after its own, which the store takes in while the index takes in the first.
func TestReplacedWhileIndexed(t *testing.T) {
	lib, path := memory(t), filepath.Join(t.TempDir(), "a.tar")
	list := invented(t, 100)
	for _, m := range list[:100] {
		longer := strings.Replace(m.data, "</CONTENU>", "<br/>Le mot rutabaga est ajouté.</CONTENU>", 1)
		if longer == m.data {
			t.Fatalf("%s has no text", m.name)
		}
		list = append(list, member{m.name, longer})
	}
	writeTar(t, path, day, list...)
	sum, _ := adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "twice", sum, queries.Summary{Files: 1, Added: 100, Replaced: 100})
	found, err := lib.Search(context.Background(), queries.SearchRequest{Text: "rutabaga"})
	if err != nil || found.Total != 100 {
		t.Errorf("%d decisions have the word that was added, %v; want 100", found.Total, err)
	}
}

// TestChangedFile wants a file that has changed to be read, and one that was
// only touched to change nothing.
func TestChangedFile(t *testing.T) {
	lib, path, all := memory(t), filepath.Join(t.TempDir(), "a.tar"), invented(t, 3)
	writeTar(t, path, day, all[:2]...)
	adding(t, lib, queries.AddOptions{}, path)
	writeTar(t, path, day.Add(time.Second), all[:2]...)
	sum, told := adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "touched", sum, queries.Summary{Files: 1, Unchanged: 2})
	if len(told) != 2 {
		t.Errorf("a touched file was not read: %v", told)
	}
	writeTar(t, path, day.Add(time.Second), all...)
	sum, _ = adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "longer", sum, queries.Summary{Files: 1, Added: 1, Unchanged: 2})
	sum, _ = adding(t, lib, queries.AddOptions{DryRun: true}, path)
	wantSummary(t, "dry run", sum, queries.Summary{Files: 1, Unchanged: 3})
}

// TestUnreadableAgain wants what could not be read to be tried and named each
// time, without reading the rest again.
func TestUnreadableAgain(t *testing.T) {
	lib, path, all := memory(t), filepath.Join(t.TempDir(), "a.tar"), invented(t, 3)
	all[1].data = all[1].data[:len(all[1].data)/2]
	all = append(all, member{"letter.txt", "Chère Madame, merci de votre lettre."})
	writeTar(t, path, day, all...)
	for i, want := range []queries.Summary{{Files: 1, Added: 2, Skipped: 1, SetAside: 1}, {Files: 1, Unchanged: 2, Skipped: 1, SetAside: 1}} {
		sum, told := adding(t, lib, queries.AddOptions{}, path)
		wantSummary(t, fmt.Sprint("time ", i+1), sum, want)
		reasons := slices.IndexFunc(told, func(a queries.Added) bool { return a.Outcome == "skipped" && a.Reason != "" })
		if reasons != 1 || len(told) != 4 {
			t.Errorf("time %d: %+v", i+1, told)
		}
	}
	// What was too large before is not any more.
	lib = memory(t)
	writeTar(t, path, day, invented(t, 3)...)
	sum, _ := adding(t, lib, queries.AddOptions{MaxBytes: 100}, path)
	wantSummary(t, "small limit", sum, queries.Summary{Files: 1, Skipped: 3})
	sum, _ = adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "usual limit", sum, queries.Summary{Files: 1, Added: 3})
}

// TestForgottenAgain wants a file to be read again when one of its decisions was
// forgotten, and when it may come back.
func TestForgottenAgain(t *testing.T) {
	ctx := context.Background()
	lib, path := memory(t), filepath.Join(t.TempDir(), "a.tar")
	writeTar(t, path, day, invented(t, 3)...)
	_, told := adding(t, lib, queries.AddOptions{}, path)
	key, err := lib.Forget(ctx, string(told[1].Key))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		sum, _ := adding(t, lib, queries.AddOptions{}, path)
		wantSummary(t, "forgotten", sum, queries.Summary{Files: 1, Unchanged: 2, Refused: 1})
	}
	if _, err := lib.Recall(ctx, string(key)); err != nil {
		t.Fatal(err)
	}
	sum, _ := adding(t, lib, queries.AddOptions{}, path)
	wantSummary(t, "recalled", sum, queries.Summary{Files: 1, Added: 1, Unchanged: 2})
}

// TestSuppression follows a dataset of the DILA through its issues, in the order
// in which a person may add them: what a list takes back is gone, an older issue
// does not bring it back, and a later one does.
func TestSuppression(t *testing.T) {
	dir, all := t.TempDir(), members(t, synth.Options{Decisions: 3, Seed: 7, Cases: synth.OnlyCassation})
	id := filepath.Base(all[1].name[:len(all[1].name)-len(".xml")])
	path := func(name string) string { return filepath.Join(dir, name) }
	full, taken, given := path("Freemium_cass_global_20250101-120000.tar"), path("CASS_20250201-200000.tar"), path("CASS_20250301-200000.tar")
	writeTar(t, full, day, all...)
	writeTar(t, taken, day, member{"20250201-200000/liste_suppression_cass.dat", "cass/global/JURI/" + id + "\ncass/global/JURI/JURITEXT999900000000\n"})
	writeTar(t, given, day, all[1])

	lib := memory(t)
	sum, _ := adding(t, lib, queries.AddOptions{}, full)
	wantSummary(t, "full archive", sum, queries.Summary{Files: 1, Added: 3})
	sum, _ = adding(t, lib, queries.AddOptions{DryRun: true}, taken)
	wantSummary(t, "suppression, dry run", sum, queries.Summary{Files: 1, Withdrawn: 1, SetAside: 1})
	sum, told := adding(t, lib, queries.AddOptions{}, taken)
	wantSummary(t, "suppression", sum, queries.Summary{Files: 1, Withdrawn: 1, SetAside: 1})
	if told[0].Reason != id+" is withdrawn by its publisher, and no longer held" {
		t.Errorf("told %+v", told[0])
	}
	if _, err := lib.Decision(context.Background(), "dila:"+id); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("a withdrawn decision: %v", err)
	}
	sum, _ = adding(t, lib, queries.AddOptions{}, full)
	wantSummary(t, "the full archive again", sum, queries.Summary{Files: 1, Unchanged: 2, Refused: 1})
	if _, err := lib.Recall(context.Background(), "JURITEXT999900000009"); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("recall of what was never held: %v", err)
	}
	sum, _ = adding(t, lib, queries.AddOptions{}, given)
	wantSummary(t, "given again", sum, queries.Summary{Files: 1, Added: 1})
	sum, _ = adding(t, lib, queries.AddOptions{Again: true}, dir)
	if sum.Added+sum.Replaced+sum.Withdrawn != 0 || sum.Refused != 1 {
		t.Errorf("all again, in the order of issue: %+v", sum)
	}

	lib = memory(t)
	adding(t, lib, queries.AddOptions{}, full, taken)
	if _, err := lib.Recall(context.Background(), id); err != nil {
		t.Error(err)
	}
	sum, _ = adding(t, lib, queries.AddOptions{}, full)
	wantSummary(t, "recalled", sum, queries.Summary{Files: 1, Added: 1, Unchanged: 2})

	lib = memory(t)
	sum, _ = adding(t, lib, queries.AddOptions{}, given, taken, full)
	wantSummary(t, "all at once, in a wrong order", sum, queries.Summary{Files: 3, Added: 4, Withdrawn: 1, SetAside: 1})
	if st, err := lib.Stats(context.Background()); err != nil || st.Decisions != 3 {
		t.Errorf("%d decisions held, want 3; %v", st.Decisions, err)
	}
}
