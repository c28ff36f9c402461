package party

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
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

// each tries every row of a rule file on its examples and counter-examples.
func each(t *testing.T, file string, matches func(r table.Row, e string) bool) {
	t.Helper()
	all, err := rows(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if err := r.Check(func(e string) bool { return matches(r, e) }); err != nil {
			t.Error(err)
		}
	}
}

func TestOpeners(t *testing.T) {
	f := load(t)
	each(t, "openers.tsv", func(r table.Row, e string) bool {
		x := fold.New(e)
		o, n := f.openerAt(x, f.lead(x, 0, len(x.Folded)), len(x.Folded))
		return n > 0 && o.class == class(r.Get("class")) && string(o.kind) == r.Get("kind")
	})
}

func TestRoles(t *testing.T) {
	f := load(t)
	each(t, "roles.tsv", func(r table.Row, e string) bool {
		x := fold.New(e)
		l := f.line(x, 0, len(x.Folded))
		is := l.kind == heading && l.role.rule == r.Get("rule")
		if is && string(l.role.side) != r.Get("side") {
			t.Errorf("%q is read as %+v, want the side %s", e, l, r.Get("side"))
		}
		return is
	})
}

func TestLines(t *testing.T) {
	f := load(t)
	for file, re := range map[string]interface{ MatchString(string) bool }{"stops.tsv": f.stops, "details.tsv": f.details} {
		each(t, file, func(_ table.Row, e string) bool { return re.MatchString(fold.New(e).Folded) })
	}
}

func TestFilings(t *testing.T) {
	f := load(t)
	each(t, "filings.tsv", func(r table.Row, e string) bool {
		x := fold.New(e)
		all := f.filings(x, len(x.Folded), corpus.CourtKind(r.List("courts")[0]))
		return len(all) == 1 && all[0].rule == "memoire:"+r.Get("rule") && string(all[0].side) == r.Get("side")
	})
}

// TestTails reads examples of the form "words = name".
func TestTails(t *testing.T) {
	f := load(t)
	each(t, "tails.tsv", func(_ table.Row, e string) bool {
		text, want, _ := strings.Cut(e, " = ")
		x := fold.New(text)
		n, ok := f.nameAt(x, 0, len(x.Folded))
		return ok && x.Span(n.from, n.to).Of(text) == want
	})
}

// TestAcronyms reads examples of the form "name = same name".
func TestAcronyms(t *testing.T) {
	f := load(t)
	each(t, "acronyms.tsv", func(_ table.Row, e string) bool {
		a, b, _ := strings.Cut(e, " = ")
		return f.identity(fold.New(a).Folded, corpus.Morale) == f.identity(fold.New(b).Folded, corpus.Morale)
	})
}

// TestPhrases wants each phrase found in its examples and not in its
// counter-examples.
func TestPhrases(t *testing.T) {
	fields := load(t).say.fields()
	each(t, "phrases.tsv", func(r table.Row, e string) bool {
		return (*fields[r.Get("phrase")]).MatchString(fold.New(strings.ReplaceAll(e, `\n`, "\n")).Folded)
	})
}
