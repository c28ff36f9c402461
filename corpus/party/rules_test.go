package party

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// load loads the rules or ends the test.
func load(t testing.TB) *Finder {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// each calls check with every example (good) and counter-example of a rule file.
func each(t *testing.T, file string, check func(r row, e string, good bool)) {
	t.Helper()
	rows, err := readTable(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r["examples"] == "" {
			t.Errorf("%s: %v has no example", file, r)
		}
		for _, e := range list(r["examples"], " | ") {
			check(r, e, true)
		}
		for _, e := range list(r["counters"], " | ") {
			check(r, e, false)
		}
	}
}

func TestOpeners(t *testing.T) {
	f := load(t)
	each(t, "openers.tsv", func(r row, e string, good bool) {
		x := fold.New(e)
		o, n := f.openerAt(x, f.lead(x, 0, len(x.Folded)), len(x.Folded))
		if got := n > 0 && o.class == class(r["class"]) && string(o.kind) == r["kind"]; got != good {
			t.Errorf("%q opens %+v (%d bytes): class %s is %v, want %v", e, o, n, r["class"], got, good)
		}
	})
}

func TestRoles(t *testing.T) {
	f := load(t)
	each(t, "roles.tsv", func(r row, e string, good bool) {
		x := fold.New(e)
		l := f.line(x, 0, len(x.Folded))
		got := l.kind == heading && l.role.rule == r["rule"]
		if got != good || good && string(l.role.side) != r["side"] {
			t.Errorf("%q is read as %+v, want %v for %s", e, l, good, r["rule"])
		}
	})
}

func TestLines(t *testing.T) {
	f := load(t)
	for file, re := range map[string]interface{ MatchString(string) bool }{"stops.tsv": f.stops, "details.tsv": f.details} {
		each(t, file, func(r row, e string, good bool) {
			if got := re.MatchString(fold.New(e).Folded); got != good {
				t.Errorf("%s: %q is %v, want %v", file, e, got, good)
			}
		})
	}
}

func TestFilings(t *testing.T) {
	f := load(t)
	each(t, "filings.tsv", func(r row, e string, good bool) {
		x := fold.New(e)
		all := f.filings(x, len(x.Folded))
		if got := len(all) == 1 && all[0].rule == "memoire:"+r["rule"] && string(all[0].side) == r["side"]; got != good {
			t.Errorf("%q gives %+v, want %v for %s", e, all, good, r["rule"])
		}
	})
}

// TestTails reads examples of the form "words = name".
func TestTails(t *testing.T) {
	f := load(t)
	each(t, "tails.tsv", func(r row, e string, good bool) {
		text, want, _ := strings.Cut(e, " = ")
		x := fold.New(text)
		n, ok := f.nameAt(x, 0, len(x.Folded))
		if got := x.Span(n.from, n.to).Of(text); !ok || got != want {
			t.Errorf("%s: the name in %q is %q, want %q", r["rule"], text, got, want)
		}
	})
}

// TestAcronyms reads examples of the form "name = same name".
func TestAcronyms(t *testing.T) {
	f := load(t)
	each(t, "acronyms.tsv", func(r row, e string, good bool) {
		a, b, _ := strings.Cut(e, " = ")
		x, y := f.identity(fold.New(a).Folded, corpus.Morale), f.identity(fold.New(b).Folded, corpus.Morale)
		if x != y {
			t.Errorf("%q is %q, %q is %q", a, x, b, y)
		}
	})
}

// TestPhrases wants each phrase found in its examples and not in its
// counter-examples.
func TestPhrases(t *testing.T) {
	f := load(t)
	fields := f.say.fields()
	finds := func(phrase, words string) bool {
		return (*fields[phrase]).MatchString(fold.New(strings.ReplaceAll(words, `\n`, "\n")).Folded)
	}
	each(t, "phrases.tsv", func(r row, e string, good bool) {
		if got := finds(r["phrase"], e); got != good {
			t.Errorf("%s in %q is %v, want %v", r["phrase"], e, got, good)
		}
	})
}
