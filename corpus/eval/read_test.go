package eval

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestReadDecisions(t *testing.T) {
	const good = `{"court":{"kind":"ca"},"citations":[{"quote":"article 9","n":2,"refs":[{"key":"code-civil/9"}]}]}`
	for name, tc := range map[string]struct{ gold, text, want string }{
		"good":              {good, "l'article 9 et l'article 9\n", ""},
		"no such words":     {good, "l'article 9\n", "occurrence 2 of"},
		"no json":           {"{", "x\n", "unexpected end"},
		"no refs":           {`{"citations":[{"quote":"x"}]}`, "x\n", "no refs"},
		"no key":            {`{"citations":[{"quote":"x","refs":[{}]}]}`, "x\n", "no key"},
		"carriage return":   {`{}`, "x\r\ny\n", "LF line ends"},
		"decomposed letter": {`{}`, "e\u0301\n", "NFC"},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := ReadDecisions(fstest.MapFS{"a.gold.json": {Data: []byte(tc.gold)}, "a.txt": {Data: []byte(tc.text)}}, ".")
			switch {
			case tc.want == "" && (err != nil || list[0].Citations[0].Span.Start != 17 || list[0].Name != "a"):
				t.Errorf("%+v, %v", list, err)
			case tc.want != "" && (!errors.Is(err, ErrGold) || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), "a.gold.json")):
				t.Errorf("%v; want %q", err, tc.want)
			}
		})
	}
	if _, err := ReadDecisions(fstest.MapFS{"a.gold.json": {Data: []byte("{}")}}, "."); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a gold file without its text: %v", err)
	}
	if _, err := ReadDecisions(fstest.MapFS{"readme": {}}, "."); !errors.Is(err, ErrGold) {
		t.Errorf("a folder without gold: %v", err)
	}
}

func TestReadForms(t *testing.T) {
	for in, want := range map[string]string{
		`{"id":"a","cat":3,"text":"art. 9","refs":[{"key":"k/9","quote":"9"}]}` + "\n\n" + `{"id":"b","cat":"neg","text":"","refs":[]}`: "",
		"":     "no form",
		"nine": "line 1",
		`{"id":"a","text":"x","refs":[{"key":"k/9","quote":"9"}]}`: "occurrence 1",
		`{"id":"a","text":"x","refs":[{"quote":"x"}]}`:             "no key",
		`{"text":"x"}`: "no id",
		`{"id":"a","text":"x"}` + "\n" + `{"id":"a","text":"y"}`: "line 2",
		`{"id":"a","cat":{},"text":"x"}`:                         "line 1",
	} {
		list, err := ReadForms(strings.NewReader(in))
		switch {
		case want == "" && (err != nil || len(list) != 2 || list[0].Group != "3" || list[1].Group != "neg"):
			t.Errorf("%q: %+v, %v", in, list, err)
		case want != "" && (!errors.Is(err, ErrGold) || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v; want %q", in, err, want)
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	forms := filepath.Join(dir, "forms.jsonl")
	if err := os.WriteFile(forms, []byte(`{"id":"a","cat":1,"text":"x","refs":[]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if set, err := Open(forms); err != nil || len(set.Forms) != 1 {
		t.Errorf("%+v, %v", set, err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrGold) {
		t.Errorf("a folder without gold: %v", err)
	}
	if _, err := Open(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a name without file: %v", err)
	}
	if set, err := Open(""); err != nil || len(set.Forms) < 350 || len(set.Decisions) < 8 {
		t.Errorf("built in: %v", err)
	}
}

func TestCompare(t *testing.T) {
	a, b, c := Fault{Case: "x", What: "citation", Fault: Missed, Want: "k/1"}, Fault{Case: "x", What: "citation", Fault: Extra, Got: "k/2"},
		Fault{Case: "y", What: "citation", Fault: Missed, Want: "k/3"}
	older := &Report{Faults: []Fault{a, a, c}, Cases: []Case{{"x", "1"}, {"y", "1"}, {"gone", "1"}}}
	newer := &Report{Faults: []Fault{a, b}, Cases: []Case{{"x", "1"}, {"y", "2"}}}
	want := &Change{Gains: []Fault{a}, Losses: []Fault{b}, Apart: []string{"y", "gone"}}
	if diff := cmp.Diff(want, Compare(older, newer)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var buf bytes.Buffer
	if err := older.Save(&buf); err != nil {
		t.Fatal(err)
	}
	back, err := Saved(&buf)
	if err != nil || cmp.Diff(older, back) != "" {
		t.Errorf("saved and read back: %v", err)
	}
	for _, bad := range []string{"", "[]", "{}"} {
		if _, err := Saved(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is taken for a report", bad)
		}
	}
}

// TestOpenBoth reads a folder that is laid out as the built-in set is.
func TestOpenBoth(t *testing.T) {
	got, err := Open("gold")
	if err != nil {
		t.Fatal(err)
	}
	want, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Forms) == 0 || len(got.Decisions) == 0 || len(got.Forms) != len(want.Forms) || len(got.Decisions) != len(want.Decisions) {
		t.Errorf("%d forms and %d decisions, want %d and %d", len(got.Forms), len(got.Decisions), len(want.Forms), len(want.Decisions))
	}
}
