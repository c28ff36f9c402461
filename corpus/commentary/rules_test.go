package commentary

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
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
			for _, s := range x.examples {
				if a := sentenceOf(r, s); len(a.frames([]*rule{x}, 0)) == 0 {
					t.Errorf("%s:%d: %s does not match its example %q", x.row.file, x.row.line, x.id, s)
				}
			}
			for _, s := range x.counters {
				if a := sentenceOf(r, s); len(a.frames([]*rule{x}, 0)) > 0 {
					t.Errorf("%s:%d: %s matches its counter-example %q", x.row.file, x.row.line, x.id, s)
				}
			}
		}
	}
}

// TestNames wants the names of the examples of names.tsv, and none in the
// counter-examples.
func TestNames(t *testing.T) {
	r := load(t)
	rows, err := table("names.tsv", 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range rows {
		for _, x := range list(w.cell[3]) {
			s, want, ok := strings.Cut(x, " => ")
			if !ok {
				t.Errorf("%s:%d: example %q has no =>", w.file, w.line, x)
				continue
			}
			a := sentenceOf(r, s+".")
			if len(a.entities) == 0 || a.entities[0].name != want {
				t.Errorf("%s:%d: %q names %+v, want %q", w.file, w.line, s, a.entities, want)
			}
		}
		for _, s := range list(w.cell[4]) {
			if a := sentenceOf(r, s+"."); len(a.entities) > 0 {
				t.Errorf("%s:%d: %q names %q", w.file, w.line, s, a.entities[0].name)
			}
		}
	}
}

// TestRoles wants the words of roles.tsv to be found in their example.
func TestRoles(t *testing.T) {
	rows, err := table("roles.tsv", 6)
	if err != nil {
		t.Fatal(err)
	}
	r := load(t)
	for _, w := range rows {
		a := sentenceOf(r, "Or "+w.cell[5]+" a refusé.")
		if len(a.mentions) != 1 || a.mentions[0].kind != ofRole || a.mentions[0].role.id != w.cell[0] {
			t.Errorf("%s:%d: %q is not read as %s: %+v", w.file, w.line, w.cell[5], w.cell[0], a.mentions)
		}
	}
}

// TestMarkers wants every marker and page remnant to match its examples and not
// its counter-examples.
func TestMarkers(t *testing.T) {
	r := load(t)
	for _, m := range r.markers {
		for _, s := range m.examples {
			if f := fold.New(s).Folded; !m.words.MatchString(f) || m.literal != "-" && !strings.Contains(f, m.literal) {
				t.Errorf("%s:%d: %s does not match its example %q", m.row.file, m.row.line, m.id, s)
			}
		}
		for _, s := range m.counters {
			if m.words.MatchString(fold.New(s).Folded) {
				t.Errorf("%s:%d: %s matches its counter-example %q", m.row.file, m.row.line, m.id, s)
			}
		}
	}
	for _, m := range r.remnants {
		for _, s := range m.examples {
			if !m.line.MatchString(fold.New(s).Folded) {
				t.Errorf("%s:%d: no match of %q", m.row.file, m.row.line, s)
			}
		}
		for _, s := range m.counters {
			if m.line.MatchString(fold.New(s).Folded) {
				t.Errorf("%s:%d: matches its counter-example %q", m.row.file, m.row.line, s)
			}
		}
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
