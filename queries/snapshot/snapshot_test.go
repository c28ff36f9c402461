package snapshot_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/queries/snapshot"
	"github.com/google/go-cmp/cmp"
)

var shelf = []*corpus.Decision{
	{Node: "dila:A", Key: "cass/17-21434", Keys: []corpus.Key{"cass/17-21434"}, Text: "Vu l'article 9 du code civil ; <b>é</b>",
		Sources:   []corpus.Source{{Format: "dila", Path: "a.xml"}},
		Citations: []corpus.Citation{{Span: corpus.Span{Start: 5, End: 28}, Text: "article 9 du code civil", Key: "code-civil/9"}}},
	{Node: "dila:B", Text: "", Sources: []corpus.Source{{Format: "dila", Path: "b.xml"}}},
}

var articles = []law.ArticleVersion{{ID: "LEGIARTI000000000001", Key: "code-civil/9", Text: "Chacun a droit au respect de sa vie privée.", Start: "1994-07-30"}}

// written is a snapshot of the shelf.
func written(t testing.TB) (file []byte, id string) {
	t.Helper()
	var b bytes.Buffer
	w := snapshot.NewWriter(&b)
	for _, d := range shelf {
		if err := w.Decision(d); err != nil {
			t.Fatal(err)
		}
	}
	for i := range articles {
		if err := w.Article(&articles[i]); err != nil {
			t.Fatal(err)
		}
	}
	id, err := w.Close(snapshot.Manifest{Attendu: "test", Counts: graph.Stats{Decisions: 2}})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), id
}

func open(file []byte) (*snapshot.Reader, error) {
	return snapshot.NewReader(bytes.NewReader(file), int64(len(file)))
}

func TestRoundTrip(t *testing.T) {
	ctx := context.Background()
	file, id := written(t)
	again, _ := written(t)
	if !bytes.Equal(file, again) {
		t.Error("the same content has other bytes")
	}
	r, err := open(file)
	if err != nil {
		t.Fatal(err)
	}
	if r.ID != id || len(id) != 64 {
		t.Errorf("identity %s, written as %s", r.ID, id)
	}
	var got []*corpus.Decision
	for d, err := range r.Decisions(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, d)
	}
	if diff := cmp.Diff(shelf, got); diff != "" {
		t.Errorf("decisions differ:\n%s", diff)
	}
	for a, err := range r.Articles(ctx) {
		if diff := cmp.Diff(&articles[0], a); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
	}
	for range r.Decisions(ctx) {
		break // one who stops early is told nothing
	}
	if err := r.Verify(ctx); err != nil {
		t.Error(err)
	}
}

func TestEmpty(t *testing.T) {
	var b bytes.Buffer
	if _, err := snapshot.NewWriter(&b).Close(snapshot.Manifest{}); err != nil {
		t.Fatal(err)
	}
	r, err := open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Verify(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestDamage changes each byte, and cuts the file at each place: what is opened never
// says anything else than what was written.
func TestDamage(t *testing.T) {
	file, id := written(t)
	for i := range file {
		changed := bytes.Clone(file)
		changed[i] ^= 0x20
		if why := verify(changed); why == nil && !same(changed, id) {
			t.Errorf("byte %d was changed, and nothing is noticed", i)
		} else if why != nil && !known(why) {
			t.Errorf("byte %d was changed: %v", i, why)
		}
		if why := verify(file[:i]); !known(why) {
			t.Errorf("cut at %d: %v", i, why)
		}
	}
}

// TestAround: bytes before the first entry or behind the end are not passed over.
func TestAround(t *testing.T) {
	file, _ := written(t)
	if err := verify(file); err != nil {
		t.Fatal(err)
	}
	for what, changed := range map[string][]byte{
		"before":       append([]byte("#!/bin/sh\n"), file...),
		"twice":        append(bytes.Clone(file), file...),
		"behind":       append(bytes.Clone(file), "more"...),
		"one byte":     append(bytes.Clone(file), 0),
		"a ZIP before": append(entries(t, "a.txt", "a"), file...),
	} {
		if err := verify(changed); !errors.Is(err, snapshot.ErrDamaged) || !known(err) {
			t.Errorf("%s: %v", what, err)
		}
	}
	commented := bytes.Clone(file)
	commented[len(file)-2] = 4
	if err := verify(append(commented, "note"...)); !errors.Is(err, snapshot.ErrDamaged) {
		t.Errorf("a comment: %v", err)
	}
}

// TestVerifyParts notices what Open does not read.
func TestVerifyParts(t *testing.T) {
	file, _ := written(t)
	check := func(file []byte) error {
		r, err := open(file)
		if err != nil {
			t.Fatal(err)
		}
		return r.VerifyParts(context.Background())
	}
	if err := check(file); err != nil {
		t.Error(err)
	}
	at := bytes.Index(file, []byte{0x28, 0xb5, 0x2f, 0xfd}) + 20 // in the first part
	file[at] ^= 1
	if err := check(file); !errors.Is(err, snapshot.ErrDamaged) {
		t.Errorf("a byte of a part was changed: %v", err)
	}
}

// known reports whether an error is one of those that callers branch on, in one line.
func known(err error) bool {
	return (errors.Is(err, snapshot.ErrDamaged) || errors.Is(err, snapshot.ErrForeign) || errors.Is(err, snapshot.ErrFormat)) &&
		!strings.Contains(err.Error(), "\n")
}

func verify(file []byte) error {
	r, err := open(file)
	if err != nil {
		return err
	}
	return r.Verify(context.Background())
}

// same reports whether a file still says what was written, of which a few bytes that ZIP
// has and nobody reads (days, versions) may differ.
func same(file []byte, id string) bool {
	r, err := open(file)
	return err == nil && r.ID == id
}

// entries makes a ZIP file of pairs of names and contents.
func entries(t *testing.T, list ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(list); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: list[i], Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(w, list[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestForeign(t *testing.T) {
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"empty":           {nil, snapshot.ErrForeign},
		"text":            {[]byte("Vu l'article 9 du code civil"), snapshot.ErrForeign},
		"another archive": {entries(t, "decision.xml", "<TEXTE/>"), snapshot.ErrForeign},
		"a path":          {entries(t, "../../outside.txt", "x", "manifest.json", "{}"), snapshot.ErrForeign},
		"an absolute one": {entries(t, "/etc/passwd", "x"), snapshot.ErrForeign},
		"no parts":        {entries(t, "manifest.json", `{"format":1,"parts":[]}`), snapshot.ErrDamaged},
		"no manifest":     {entries(t, snapshot.Decisions, ""), snapshot.ErrForeign},
		"twice":           {entries(t, "manifest.json", "{}", "manifest.json", "{}"), snapshot.ErrDamaged},
		"newer":           {entries(t, "manifest.json", `{"format":2,"parts":"otherwise"}`), snapshot.ErrFormat},
		"no JSON":         {entries(t, "manifest.json", `{`), snapshot.ErrDamaged},
	} {
		if _, err := open(c.file); !errors.Is(err, c.want) || !known(err) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if _, err := snapshot.Open(t.TempDir()); !errors.Is(err, snapshot.ErrForeign) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := snapshot.Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

// TestLies: a manifest that promises other than what the parts hold is noticed, also
// when the sums of the file are right.
func TestLies(t *testing.T) {
	wrong := bytes.Replace(entriesOf(t), []byte(`"records": 2`), []byte(`"records": 1`), 1)
	if err := verify(rezip(t, wrong)); !errors.Is(err, snapshot.ErrDamaged) {
		t.Errorf("one record fewer: %v", err)
	}
	wrong = bytes.Replace(entriesOf(t), []byte(`"records": 1`), []byte(`"records": 3`), 1)
	if err := verify(rezip(t, wrong)); !errors.Is(err, snapshot.ErrDamaged) {
		t.Errorf("two records more: %v", err)
	}
}

// entriesOf is the manifest of the shelf.
func entriesOf(t *testing.T) []byte {
	t.Helper()
	file, _ := written(t)
	return content(t, file, "manifest.json")
}

func content(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// rezip is the snapshot of the shelf with another manifest.
func rezip(t *testing.T, manifest []byte) []byte {
	t.Helper()
	file, _ := written(t)
	return entries(t, snapshot.Decisions, string(content(t, file, snapshot.Decisions)),
		snapshot.Articles, string(content(t, file, snapshot.Articles)), "manifest.json", string(manifest))
}

// FuzzReader: whatever the bytes, the answer is a snapshot that verifies or one of the
// known errors.
func FuzzReader(f *testing.F) {
	file, _ := written(f)
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, file []byte) {
		if err := verify(file); err != nil && !known(err) {
			t.Errorf("%v", err)
		}
	})
}
