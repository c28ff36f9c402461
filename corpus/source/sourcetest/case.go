package sourcetest

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the records wanted in testdata")

// stream is the one input of a case.
type stream struct {
	name string // "in.xml"
	data []byte
	file string // of the case
	bad  bool   // errors are expected
}

// streams reads the cases below testdata.
func streams(t testing.TB) (all []stream) {
	t.Helper()
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(ar.Comment) == 0 {
			t.Fatalf("%s: wants prose and then a file in.*", file)
		}
		name, data, _ := Stream(t, ar)
		bad := filepath.Base(filepath.Dir(file)) == "bad"
		all = append(all, stream{name: name, data: data, file: file, bad: bad})
	}
	return all
}

// compare holds the records of a case against those it wants.
func compare(t *testing.T, s stream, got []record.Record) {
	t.Helper()
	ar, err := txtar.ParseFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	text := render(t, got)
	_, _, n := Stream(t, ar)
	if *update {
		ar.Files = append(ar.Files[:n], txtar.File{Name: "want", Data: []byte(text)})
		if err := os.WriteFile(s.file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(ar.Files) != n+1 || ar.Files[n].Name != "want" {
		t.Fatalf("%s: wants a file want; run with -update", s.file)
	}
	if diff := cmp.Diff(string(ar.Files[n].Data), text); diff != "" {
		t.Errorf("%s: records differ (-want +got):\n%s", s.file, diff)
	}
}

// render writes records so that a lawyer can read them: what is empty is left
// out, text is shown by lines and zones by their words.
func render(t testing.TB, all []record.Record) string {
	t.Helper()
	var b strings.Builder
	for _, rec := range all {
		fmt.Fprintf(&b, "== %s\n", rec.Path)
		if rec.Err != nil {
			fmt.Fprintf(&b, "error: %v\n", rec.Err)
			continue
		}
		if rec.Article != nil {
			b.WriteString(article(t, rec))
			continue
		}
		meta, err := json.MarshalIndent(struct {
			corpus.Source
			Official corpus.Metadata
		}{rec.Doc.Source, rec.Doc.Official}, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "title: %s\n%s\n", rec.Doc.Title, meta)
		for line := range strings.Lines(rec.Doc.Text) {
			fmt.Fprintf(&b, "| %s\n", strings.TrimSuffix(line, "\n"))
		}
		for _, z := range rec.Doc.Zones {
			fmt.Fprintf(&b, "%s: %q\n", z.Zone, z.Of(rec.Doc.Text))
		}
	}
	return b.String()
}

// article writes a version of an article.
func article(t testing.TB, rec record.Record) string {
	t.Helper()
	a := *rec.Article
	a.Text = ""
	meta, err := json.MarshalIndent(a, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range rec.Doubts {
		fmt.Fprintf(&b, "doubt: %s\n", d)
	}
	fmt.Fprintf(&b, "%s\n", meta)
	for line := range strings.Lines(rec.Article.Text) {
		fmt.Fprintf(&b, "| %s\n", strings.TrimSuffix(line, "\n"))
	}
	return b.String()
}
