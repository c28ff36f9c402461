package meant

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata")

// kit is what a decision needs to be read.
type kit struct {
	finder   *cite.Finder
	past     *law.Succession
	resolver *Resolver
}

func newKit(t testing.TB) kit {
	t.Helper()
	catalogue, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	past, err := law.LoadSuccession()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := cite.New(catalogue)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(catalogue, past)
	if err != nil {
		t.Fatal(err)
	}
	return kit{finder, past, r}
}

// read finds the citations of a text of a day, and says what they meant.
func (k kit) read(text string, day corpus.Date) []corpus.Citation {
	t := fold.New(text)
	found := k.finder.Find(t, cite.Context{Date: day})
	k.resolver.Resolve(Input{Text: t, Citations: found, Date: day})
	return found
}

// TestFixtures reads testdata/good, bad and fixed. Each file is prose, then
// pairs: the day of a ruling, or "no day", a blank line and what the court
// writes; and what is wanted of each article of a code that it cites, one a line:
//
//	key version, today key "words" [a word of the reason]
//	key version, today one of key, key "words" [a word of the reason]
//	key version, today nowhere "words" [a word of the reason]
//	key ? "words" [a word of the reason]
//
// In bad nothing may be designated.
func TestFixtures(t *testing.T) {
	k := newKit(t)
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { k.fixture(t, name) })
	}
}

func (k kit) fixture(t *testing.T, name string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(a.Comment))) == 0 || len(a.Files) == 0 || len(a.Files)%2 != 0 {
		t.Fatalf("%s: prose and pairs of text and want are wanted", name)
	}
	for i := 0; i < len(a.Files); i += 2 {
		text, want := a.Files[i], &a.Files[i+1]
		if !strings.HasPrefix(text.Name, "text ") || want.Name != "want "+strings.TrimPrefix(text.Name, "text ") {
			t.Fatalf("%s: %q is followed by %q", name, text.Name, want.Name)
		}
		first, body, ok := strings.Cut(string(text.Data), "\n\n")
		day, err := corpus.ParseDate(first)
		if !ok || err != nil && first != "no day" {
			t.Fatalf("%s: %s begins with %q, want a day or \"no day\", and a blank line", name, text.Name, first)
		}
		got := printed(k.read(strings.TrimSuffix(body, "\n"), day), string(want.Data))
		if diff := cmp.Diff(string(want.Data), got); diff != "" && !*update {
			t.Errorf("%s: %s\n%s(-want +got)\n%s", name, text.Name, text.Data, diff)
		}
		want.Data = []byte(got)
		if strings.Contains(name, "/bad/") && (!strings.Contains(got, " ? ") || strings.Contains(got, " before:") || strings.Contains(got, " from:")) {
			t.Errorf("%s: %s: designated, although nothing shows it:\n%s", name, text.Name, got)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// printed writes what citations mean as the fixtures do. Of a reason it keeps the
// word that the same line of want asks for, where the reason has it.
func printed(cs []corpus.Citation, want string) string {
	lines := strings.Split(want, "\n")
	var b strings.Builder
	for _, c := range cs {
		if c.Meant == nil {
			continue
		}
		word := c.Meant.Because
		if at := strings.Count(b.String(), "\n"); at < len(lines) {
			if _, asked, ok := strings.Cut(strings.TrimSuffix(lines[at], "]"), "\" ["); ok && asked != "" && strings.Contains(word, asked) {
				word = asked
			}
		}
		fmt.Fprintf(&b, "%s %s %q [%s]\n", c.Key, designated(c.Meant), strings.Join(strings.Fields(c.Text), " "), word)
	}
	return b.String()
}

func designated(d *corpus.Designation) string {
	var keys []string
	for _, k := range d.TodayCandidates {
		keys = append(keys, string(k))
	}
	switch {
	case d.Version == "":
		return "?"
	case d.Today != "":
		return fmt.Sprintf("%s, today %s", d.Version, d.Today)
	case len(keys) > 0:
		return fmt.Sprintf("%s, today one of %s", d.Version, strings.Join(keys, ", "))
	}
	return string(d.Version) + ", today nowhere"
}
