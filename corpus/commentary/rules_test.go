package commentary

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// load gives the reader or ends the test.
func load(t testing.TB) *Reader {
	t.Helper()
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sentenceOf reads one sentence as prose, whatever its length.
func sentenceOf(r *Reader, s string) *analysis {
	f := fold.New(s)
	a := r.analyse(f, []block{{0, len(f.Folded), prose, false}})
	a.level = '3'
	return a
}

// TestFrames wants every frame to match its examples and not its
// counter-examples.
func TestFrames(t *testing.T) {
	r := load(t)
	for _, rules := range [][]*rule{r.relations, r.sides, r.speech, r.orders} {
		for _, x := range rules {
			check(t, x.row, func(s string) bool { return len(sentenceOf(r, s).frames([]*rule{x}, 0)) > 0 })
		}
	}
}

// check tries a rule on the examples and counter-examples of its row.
func check(t *testing.T, row table.Row, matches func(string) bool) {
	t.Helper()
	if err := row.Check(matches); err != nil {
		t.Error(err)
	}
}

// all reads a rule file or ends the test.
func all(t *testing.T, file string) []table.Row {
	t.Helper()
	out, err := rows(file)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNames wants the names of the examples of names.tsv ("sentence => name"),
// and none in the counter-examples.
func TestNames(t *testing.T) {
	r := load(t)
	for _, w := range all(t, "names.tsv") {
		check(t, w, func(example string) bool {
			s, want, named := strings.Cut(example, " => ")
			a := sentenceOf(r, s+".")
			return len(a.entities) > 0 && (!named || a.entities[0].name == want)
		})
	}
}

// TestRoles wants the words of roles.tsv to be found in their example.
func TestRoles(t *testing.T) {
	r := load(t)
	for _, w := range all(t, "roles.tsv") {
		a := sentenceOf(r, "Or "+w.Get("example")+" a refusé.")
		if len(a.mentions) != 1 || a.mentions[0].kind != ofRole || a.mentions[0].role.id != w.Get("role") {
			t.Error(w.Errorf("%q is read as %+v", w.Get("example"), a.mentions))
		}
	}
}

// TestMarkers wants every marker and page remnant to match its examples and not
// its counter-examples.
func TestMarkers(t *testing.T) {
	r := load(t)
	for _, m := range r.markers {
		check(t, m.row, func(s string) bool {
			f := fold.New(s).Folded
			return m.words.MatchString(f) && strings.Contains(f, m.literal)
		})
	}
	for _, m := range r.remnants {
		check(t, m.row, func(s string) bool { return m.line.MatchString(fold.New(s).Folded) })
	}
}

// TestWords tries the patterns of words.tsv that stand alone.
func TestWords(t *testing.T) {
	r := load(t)
	for _, c := range []struct{ name, text, want string }{
		{"motif", "de payer, dans la mesure où il doit", ", dans la mesure ou"},
		{"motif", "de payer, faute pour lui de prouver", ", faute pour"},
		{"motif", "de payer les loyers", ""},
		{"reste", "de payer les loyers, mais", ", mais"},
		{"reste", "de payer les loyers.", "."},
		{"anterieur", "la Cour avait déjà jugé", "deja"},
		{"horsdate", "la loi du ", "loi du "},
		{"horsdate", "l'ordonnance n° 2016-131 du ", "ordonnance n# 2016-131 du "},
		{"horsdate", "une ordonnance de référé du ", ""},
		{"horsdate", "l'ordonnance n° 16/00144 du ", ""},
		{"avant", "il avait payé", "avait"},
		{"propos", "Quant aux factures", "quant aux"},
		{"sfrais", "outre 1 500 euros au titre de l'article 700", "outre 1 500 euros au titre de l'article 700"},
		{"sdepens", "ainsi qu'aux entiers dépens", "ainsi qu'aux entiers depens"},
		{"frais", "au titre des frais irrépétibles", "frais irrepetibles"},
		{"auxiliaire", "l'a condamnée", "l'a "},
		{"auxiliaire", "condamnée à payer", ""},
	} {
		re := r.pieces()[c.name]
		if re == nil {
			t.Fatalf("no piece %q", c.name)
		}
		if got := (*re).FindString(fold.New(c.text).Folded); got != c.want {
			t.Errorf("%s in %q is %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// TestAmount reads sums as the press prints them.
func TestAmount(t *testing.T) {
	for s, want := range map[string]int64{
		"à payer 3 500 euros":                 350000,
		"la somme de 1.200,50 €":              120050,
		"2 millions d'euros d'amende":         200000000,
		"une provision de 4\u00a0250,50 EUR.": 425050,
		"le 4 octobre 2016":                   0,
		"l'article 700":                       0,
		"12 mois puis 900 euros":              90000,
	} {
		f := fold.New(s)
		if got := amount(f, 0, len(f.Folded)); got != want {
			t.Errorf("%q is %d cents, want %d", s, got, want)
		}
	}
}
