package lang

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what comes out into the files of testdata")

// references are those that the tests know.
var references = regexp.MustCompile(`^(C\. civ\. \d+|C\. trav\. L\. \d+-\d+|CPC \d+(/\d+)?|\d\d-\d\d\.\d{3}|(CA|TGI) \w+ \d\d/\d+|ECLI:\S+|bobigny tj \d+ \w+ \d{4}|dila:\S+)$`)

func load(t testing.TB) *Language {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// noSpans compares trees without their places.
var noSpans = cmpopts.IgnoreTypes(Span{})

// answer is what a case of testdata expects of a query: how it is written and outlined,
// or a caret under the error, and the error.
func answer(l *Language, query string) string {
	n, err := l.Parse(query, references.MatchString)
	if err != nil {
		e := err.(*Error)
		out := strings.SplitN(e.Pointer(query), "\n", 2)[1] + e.Msg + "\n"
		if e.Hint != "" {
			out += e.Hint + "\n"
		}
		return out
	}
	return "----\n" + n.String() + "\n----\n" + l.Explain(n)
}

// TestCases reads every txtar under testdata: each part is named by what it shows, and
// is a query of one line with what comes of it.
func TestCases(t *testing.T) {
	l := load(t)
	files, _ := filepath.Glob("testdata/*/*.txtar")
	if len(files) < 4 {
		t.Fatalf("%d files only", len(files))
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bad := filepath.Base(filepath.Dir(file)) == "bad"
		for i := range ar.Files {
			f := &ar.Files[i]
			query, want, _ := strings.Cut(string(f.Data), "\n")
			got := answer(l, query)
			if bad == strings.HasPrefix(got, "----") {
				t.Errorf("%s, %s: an error is %v", file, f.Name, !bad)
			}
			if *update {
				f.Data = []byte(query + "\n" + got)
			} else if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s: %s\n-want +got:\n%s", file, f.Name, query, diff)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestFields tries each field on its examples and counter-examples.
func TestFields(t *testing.T) {
	l := load(t)
	for _, f := range l.Fields() {
		if len(f.Examples) == 0 {
			t.Errorf("%s has no example", f.Name)
		}
		for _, q := range f.Examples {
			n, err := l.Parse(q, references.MatchString)
			x, ok := n.(Field)
			want := f.Name
			if f.Kind == Before || f.Kind == After {
				want = "date"
			}
			if err != nil || !ok || x.Name != want {
				t.Errorf("%s: %q gives %#v, %v", f.Name, q, n, err)
			}
		}
		for _, name := range append(f.Also, f.Name) {
			if got := l.field(strings.ToUpper(name)); got == nil || got.Name != f.Name {
				t.Errorf("%s is not found as %s", f.Name, strings.ToUpper(name))
			}
		}
	}
}

func TestSpans(t *testing.T) {
	query := `été ET motifs:("mot de passe" PROCHE/3 clé) SAUF date:avant`
	if _, err := load(t).Parse(query, nil); err == nil || err.(*Error).Pos != strings.Index(query, "avant") || err.(*Error).Column != len([]rune(query))-4 {
		t.Errorf("%v", err)
	}
	n, err := load(t).Parse(`été ET motifs:("mot de passe" PROCHE/3 clé) C. civ. 1382`, references.MatchString)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range n.(And).Nodes {
		got = append(got, `été ET motifs:("mot de passe" PROCHE/3 clé) C. civ. 1382`[x.At().Start:x.At().End])
	}
	want := []string{"été", `motifs:("mot de passe" PROCHE/3 clé)`, "C. civ. 1382"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestHostile parses what nobody types. The time is only to notice a cost that is not
// linear: each takes milliseconds.
func TestHostile(t *testing.T) {
	l := load(t)
	for _, unit := range []string{"a ", "(", ")", `"`, "-", "a OU ", "a PROCHE/5 ", "motifs:", "motifs:(", "cite:a ", "a* ", "SAUF ", "date:>= ", "montant:1 000 ", "é", "\x00", "« ", "*", "ECLI:", "L. 1 "} {
		for _, n := range []int{10, 500, 10_000, 1 << 20} {
			query := strings.Repeat(unit, n/len(unit)+1)
			start := time.Now()
			tree, err := l.Parse(query, references.MatchString)
			if err != nil {
				if _, ok := err.(*Error); !ok {
					t.Errorf("%.12q: %v", query, err)
				}
			} else if len(tree.String()) == 0 && strings.ContainsAny(unit, "aé") {
				t.Errorf("%.12q is read as nothing", query)
			}
			if took := time.Since(start); took > time.Second {
				t.Errorf("%.12q × %d took %v", query, n, took)
			}
		}
	}
}

func TestPointer(t *testing.T) {
	long := strings.Repeat("é", 100)
	e := Errorf(long+"(x", Span{len(long), 0}, "", "")
	want := "…" + strings.Repeat("é", around) + "(x\n" + strings.Repeat(" ", around+1) + "^\n"
	if got := e.Pointer(long + "(x"); got != want || e.Column != 101 {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := Errorf("", Span{5, 5}, "", "x").Pointer(""); got != "\n^\n" {
		t.Errorf("%q", got)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"motifs", "moyens", "date", "cite", "juridiction"}
	for typed, want := range map[string]string{"motif": "motifs", "mofits": "motifs", "Jurisdiction": "juridiction", "juri": "juridiction",
		"cité": "cite", "xyz": "", "": "", strings.Repeat("m", 10_000): ""} {
		if got := Nearest(typed, names); got != want {
			t.Errorf("%.20q is near %q, want %q", typed, got, want)
		}
	}
}
