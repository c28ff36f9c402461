package cite

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
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata")

// TestFixtures reads testdata/good, bad and fixed. Each file is prose, then
// pairs: a text, and what is wanted of it, one citation a line:
//
//	key [qualifier] [(subdivision)] "words"
//	? [reason] "words"                         when it is not resolved
//
// In bad nothing may have a key.
func TestFixtures(t *testing.T) {
	f := newFinder(t)
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { fixture(t, f, name) })
	}
}

func fixture(t *testing.T, f *Finder, name string) {
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
		got := printed(find(f, strings.TrimSuffix(string(text.Data), "\n"), Context{}))
		if *update {
			want.Data = []byte(got)
		}
		if diff := cmp.Diff(string(want.Data), got); diff != "" {
			t.Errorf("%s: %s\n%s(-want +got)\n%s", name, text.Name, text.Data, diff)
		}
		if strings.Contains(name, "/bad/") && strings.Contains("\n"+got, "\n") && keyed(got) {
			t.Errorf("%s: %s: a citation where there is none:\n%s", name, text.Name, got)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// keyed reports whether a printed line has a key.
func keyed(lines string) bool {
	for _, l := range strings.Split(strings.TrimSuffix(lines, "\n"), "\n") {
		if l != "" && !strings.HasPrefix(l, "?") {
			return true
		}
	}
	return false
}

// printed writes citations as the fixtures do.
func printed(cs []corpus.Citation) string {
	var b strings.Builder
	for _, c := range cs {
		if c.Key == "" {
			fmt.Fprintf(&b, "? [%s]", c.Unresolved)
		} else {
			b.WriteString(string(c.Key))
		}
		if c.Qualifier != "" {
			fmt.Fprintf(&b, " %s", c.Qualifier)
		}
		if c.Sub != "" {
			fmt.Fprintf(&b, " (%s)", c.Sub)
		}
		fmt.Fprintf(&b, " %q\n", strings.Join(strings.Fields(c.Text), " "))
	}
	return b.String()
}
