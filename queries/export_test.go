package queries_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/flock"
	"github.com/google/go-cmp/cmp"
)

// readOnly is a library of the examples for the tests that change nothing.
var readOnly = sync.OnceValues(func() (*queries.Library, error) {
	lib, err := queries.Memory()
	if err == nil {
		_, err = lib.Add(context.Background(), []string{examplesDir}, queries.AddOptions{})
	}
	return lib, err
})

func sharedLibrary(t *testing.T) *queries.Library {
	t.Helper()
	lib, err := readOnly()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func exported(t *testing.T, lib *queries.Library, dir string, req queries.ExportRequest) *queries.ExportAnswer {
	t.Helper()
	ans, err := lib.Export(context.Background(), dir, req)
	if err != nil {
		t.Fatal(err)
	}
	return ans
}

// folder reads every file of a folder.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(b)
	}
	return files
}

func everything() queries.ExportRequest {
	return queries.ExportRequest{Formats: queries.ExportFormats()}
}

// TestExportGoesOn: what is whole and of this state is kept, what is not is written.
func TestExportGoesOn(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	csvs := queries.ExportRequest{Formats: []string{"csv"}}
	exported(t, lib, dir, csvs)
	whole := folder(t, dir)
	if err := os.Truncate(filepath.Join(dir, "parties.csv"), 10); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "history.csv")); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(dir, "citations.csv.partial") // by one that was killed
	if err := os.WriteFile(left, []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	ans := exported(t, lib, dir, csvs)
	if want := []string{"parties.csv", "history.csv"}; !slices.Equal(ans.Written, want) || len(ans.Kept) != len(ans.Files)-2 {
		t.Errorf("written %v and kept %v", ans.Written, ans.Kept)
	}
	if d := cmp.Diff(whole, folder(t, dir)); d != "" {
		t.Errorf("the folder is not as before:\n%s", d)
	}
	ans = exported(t, lib, dir, queries.ExportRequest{Formats: []string{"ris"}})
	if !slices.Equal(ans.Written, []string{"references.ris"}) || len(ans.Removed) > 0 || len(ans.Files) != 8 {
		t.Errorf("a further format: %+v", ans)
	}
	if ans = exported(t, lib, dir, queries.ExportRequest{Formats: []string{"ris"}, Again: true}); len(ans.Written) != 1 || len(ans.Kept) != 7 {
		t.Errorf("again: %+v", ans)
	}
}

// TestForgottenIsNotExported: what was exported before a decision was forgotten goes away
// with the next export, also where that does not write it anew.
func TestForgottenIsNotExported(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	dir, ctx := t.TempDir(), context.Background()
	const ecli = "ECLI:FR:CCASS:2019:C109142"
	exported(t, lib, dir, everything())
	holds := func() (n int) {
		for _, text := range folder(t, dir) {
			if strings.Contains(text, ecli) {
				n++
			}
		}
		return n
	}
	if holds() < 10 {
		t.Fatalf("only %d files have %s", holds(), ecli)
	}
	if _, err := lib.Forget(ctx, "18-29.417"); err != nil {
		t.Fatal(err)
	}
	ans := exported(t, lib, dir, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"decisions"}})
	if n := holds(); n > 0 || len(ans.Removed) < 30 || len(ans.Files) != 1 {
		t.Errorf("%d files still have it; removed %v", n, ans.Removed)
	}
	exported(t, lib, dir, everything())
	if n := holds(); n > 0 {
		t.Errorf("%d files have it again", n)
	}
	if err := lib.ExportTo(ctx, &bytes.Buffer{}, queries.ExportRequest{Formats: []string{"ris"}, Decisions: []string{"18-29.417"}}); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("by name: %v", err)
	}
}

// TestExportSubsets: a query keeps what search finds, in every format.
func TestExportSubsets(t *testing.T) {
	lib := sharedLibrary(t)
	const query = `cite:"C. civ. 1240"`
	want := count(t, lib, query)
	if want < 2 || want > 20 {
		t.Fatalf("search finds %d", want)
	}
	dir := t.TempDir()
	req := everything()
	req.Query = query
	ans := exported(t, lib, dir, req)
	if ans.Decisions != int64(want) || ans.Of.Query != query {
		t.Errorf("%d decisions of %q, want %d", ans.Decisions, ans.Of.Query, want)
	}
	for _, path := range []string{"decisions.csv", "references.json", "references.txt"} {
		if f, _ := ans.File(path); f.Rows != int64(want) {
			t.Errorf("%s has %d rows, want %d", path, f.Rows, want)
		}
	}
	if held := strings.Count(folder(t, dir)["network.graphml"], `<data key="n_held">true</data>`); held != want {
		t.Errorf("the network has %d decisions of the export, want %d", held, want)
	}
	if _, err := lib.Export(context.Background(), dir, queries.ExportRequest{Query: "zzzz"}); queries.CodeOf(err) != queries.Conflict {
		t.Errorf("an export of other decisions is replaced: %v", err)
	}
	if ans = exported(t, lib, dir, queries.ExportRequest{Query: "zzzz", Again: true}); ans.Decisions != 0 || len(ans.Removed) < 30 {
		t.Errorf("nothing found exports %d decisions, removed %v", ans.Decisions, ans.Removed)
	}
	for _, courts := range [][]string{{"cass"}, {"tgi/laval"}} {
		ans = exported(t, lib, t.TempDir(), queries.ExportRequest{Courts: courts, Tables: []string{"decisions"}})
		found, err := lib.Search(context.Background(), queries.SearchRequest{Courts: courts})
		if err != nil || ans.Decisions != int64(found.Total) || found.Total == 0 {
			t.Errorf("%v: %d decisions, search finds %d, %v", courts, ans.Decisions, found.Total, err)
		}
	}
}

// TestExportAlone: two exports do not write to one folder at a time, and the lock of one
// that was killed is no obstacle.
func TestExportAlone(t *testing.T) {
	lib, dir := sharedLibrary(t), t.TempDir()
	lock, err := flock.Exclusive(filepath.Join(dir, ".export.lock"))
	if err != nil {
		t.Fatal(err)
	}
	req := queries.ExportRequest{Formats: []string{"csv"}}
	if _, err := lib.Export(context.Background(), dir, req); queries.CodeOf(err) != queries.Unavailable {
		t.Errorf("beside another: %v", err)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	ans := exported(t, lib, dir, req)
	if files := folder(t, dir); len(files) != len(ans.Files)+2 {
		t.Errorf("%d files, want the %d tables, the manifest and the dictionary", len(files), len(ans.Files))
	}
}

// TestExportErrors: what makes no sense is said in one line, and nothing is overwritten.
func TestExportErrors(t *testing.T) {
	dir, lib := onDisk(t)
	defer lib.Close()
	ctx := context.Background()
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "citations.csv"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	notes := filepath.Join(t.TempDir(), "notes")
	if err := os.WriteFile(notes, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		dir  string
		req  queries.ExportRequest
		want queries.Code
	}{
		"format":      {t.TempDir(), queries.ExportRequest{Formats: []string{"xls"}}, queries.Invalid},
		"table":       {t.TempDir(), queries.ExportRequest{Tables: []string{"judges"}}, queries.Invalid},
		"no tables":   {t.TempDir(), queries.ExportRequest{Formats: []string{"gexf"}, Tables: []string{"parties"}}, queries.Invalid},
		"base":        {t.TempDir(), queries.ExportRequest{Formats: []string{"nquads"}, Base: "id"}, queries.Invalid},
		"query":       {t.TempDir(), queries.ExportRequest{Query: "date:nonsense"}, queries.Invalid},
		"both":        {t.TempDir(), queries.ExportRequest{Query: "faute", Decisions: []string{"18-29.417"}}, queries.Invalid},
		"not held":    {t.TempDir(), queries.ExportRequest{Decisions: []string{"99-99.999"}}, queries.NotFound},
		"ours":        {dir, queries.ExportRequest{}, queries.Conflict},
		"in the way":  {other, queries.ExportRequest{Formats: []string{"csv"}}, queries.Conflict},
		"a file":      {notes, queries.ExportRequest{}, queries.Conflict},
		"unwriteable": {filepath.Join(notes, "below"), queries.ExportRequest{}, queries.Invalid},
	} {
		_, err := lib.Export(ctx, c.dir, c.req)
		if queries.CodeOf(err) != c.want {
			t.Errorf("%s: %v (%s), want %s", name, err, queries.CodeOf(err), c.want)
		}
	}
	if b, err := os.ReadFile(filepath.Join(other, "citations.csv")); err != nil || string(b) != "mine" {
		t.Errorf("a file of another is %q, %v", b, err)
	}
	if err := lib.ExportTo(ctx, &bytes.Buffer{}, queries.ExportRequest{}); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("seven tables on one stream: %v", err)
	}
}

// TestExportEndsEarly: an export that is stopped, or that cannot write, leaves no half file.
func TestExportEndsEarly(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := lib.Export(ctx, dir, everything()); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("stopped: %v", err)
	}
	for name := range folder(t, dir) {
		if name != "manifest.json" {
			t.Errorf("%s was left", name)
		}
	}
	full := errors.New("full")
	err := lib.ExportTo(context.Background(), failing{full}, queries.ExportRequest{Formats: []string{"nquads"}})
	if !errors.Is(err, full) {
		t.Errorf("a writer that fails: %v", err)
	}
	for _, f := range queries.ExportFormats() {
		req := queries.ExportRequest{Formats: []string{f}}
		if slices.Contains([]string{"parquet", "csv", "csv-excel", "jsonl"}, f) {
			req.Tables = []string{"citations"}
		}
		if err := lib.ExportTo(context.Background(), failing{full}, req); !errors.Is(err, full) {
			t.Errorf("%s: a writer that fails: %v", f, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
