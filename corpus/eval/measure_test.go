package eval

import (
	"context"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// canned answers with what it was given, whatever the text.
type canned struct{ d corpus.Decision }

func (c canned) Extract(*corpus.Document) *corpus.Decision { d := c.d; return &d }
func (c canned) Passage(string, corpus.Date) *corpus.Decision {
	d := c.d
	return &d
}

// found makes a citation of the n-th words of a text.
func found(t *testing.T, text, words, key string) corpus.Citation {
	t.Helper()
	w := Words{Quote: words}
	if err := w.locate(text); err != nil {
		t.Fatal(err)
	}
	return corpus.Citation{Span: w.Span, Text: words, Key: corpus.Key(key), Zone: corpus.Motifs, Speaker: corpus.Cour}
}

func decision(t *testing.T, text string, refs ...Citation) *Set {
	t.Helper()
	d := Decision{Name: "x", Text: text, Citations: refs}
	if err := d.settle(); err != nil {
		t.Fatal(err)
	}
	return &Set{Decisions: []Decision{d}}
}

func cited(quote, doubt string, keys ...string) Citation {
	c := Citation{Words: Words{Quote: quote, Doubt: doubt}, Zone: corpus.Motifs, Speaker: corpus.Cour}
	for _, k := range keys {
		c.Refs = append(c.Refs, Ref{Key: k})
	}
	return c
}

func measure(t *testing.T, set *Set, d corpus.Decision) *Report {
	t.Helper()
	r, err := Measure(context.Background(), canned{d}, set)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCitations(t *testing.T) {
	const text = "Vu les articles 15 et 16 du code de procédure civile, la loi du 6 juillet 1989 et l'article 15 du bail"
	gold := func(doubt string) *Set {
		return decision(t, text, cited("articles 15 et 16 du code de procédure civile", "", "cpc/15", "cpc/16"),
			cited("loi du 6 juillet 1989", doubt, "loi/1989-07-06"))
	}
	for name, tc := range map[string]struct {
		set                  *Set
		found                []corpus.Citation
		right, extra, missed int
	}{
		"nothing found": {gold(""), nil, 0, 0, 3},
		"all found": {gold(""), []corpus.Citation{found(t, text, "articles 15", "CPC/15"), found(t, text, "16", "cpc/16"),
			found(t, text, "loi du 6 juillet 1989", "loi/1989-07-06")}, 3, 0, 0},
		"each ref counts once":     {gold(""), []corpus.Citation{found(t, text, "articles 15", "cpc/15"), found(t, text, "15", "cpc/15")}, 1, 1, 2},
		"right key, wrong place":   {gold(""), []corpus.Citation{found(t, text, "article 15 du bail", "cpc/15")}, 0, 1, 3},
		"half inside is enough":    {gold(""), []corpus.Citation{found(t, text, "loi du 6 juillet 1989 et l'article 15", "loi/1989-07-06")}, 1, 0, 2},
		"less than half is not":    {gold(""), []corpus.Citation{found(t, text, "loi du 6 juillet 1989 et l'article 15 du bail", "loi/1989-07-06")}, 0, 1, 3},
		"without key: left out":    {gold(""), []corpus.Citation{found(t, text, "article 15 du bail", "")}, 0, 0, 3},
		"doubtful: out, both ways": {gold("why"), []corpus.Citation{found(t, text, "loi du 6 juillet 1989", "loi/89-462")}, 0, 0, 2},
	} {
		t.Run(name, func(t *testing.T) {
			got := measure(t, tc.set, corpus.Decision{Citations: tc.found}).Score("citations")
			if got.Right != tc.right || got.Extra != tc.extra || got.Missed != tc.missed {
				t.Errorf("right %d, extra %d, missed %d; want %d, %d, %d", got.Right, got.Extra, got.Missed, tc.right, tc.extra, tc.missed)
			}
		})
	}
}

func TestFields(t *testing.T) {
	const text = "l'ancien article 1382, alinéa 1er, du code civil et l'article 1240"
	set := decision(t, text, Citation{Words: Words{Quote: "article 1382, alinéa 1er, du code civil"}, Zone: corpus.Moyens, Speaker: corpus.Partie,
		Refs: []Ref{{Key: "code-civil/1382", Sub: "al. 1er", Qualifier: corpus.Ancien}}}, cited("article 1240", "", "code-civil/1240"))
	a, b := found(t, text, "article 1382", "code-civil/1382"), found(t, text, "article 1240", "code-civil/1240")
	a.Sub, a.Zone, b.Sub = "alinéa premier", corpus.Moyens, "al. 2"
	r := measure(t, set, corpus.Decision{Citations: []corpus.Citation{a, b}})
	want := []Accuracy{{"qualifier", 0, 0, 1}, {"speaker", 0.5, 1, 2}, {"sub", 0.5, 1, 2}, {"zone", 1, 2, 2}}
	if diff := cmp.Diff(want, r.Accuracy); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	list := Listing(r.Faults)
	for _, want := range []string{"x\n", "wrong  qualifier want ancien, got none  « article 1382 »",
		"wrong  speaker want partie, got cour", "wrong  sub want none, got al. 2  « article 1240 »"} {
		if !strings.Contains(list, want) {
			t.Errorf("no %q in\n%s", want, list)
		}
	}
}

func TestHeadPartiesHoldings(t *testing.T) {
	const text = "REJETTE le pourvoi ; CONDAMNE M. Aubry aux dépens ; DIT que l'arrêt sera notifié"
	set := decision(t, text)
	g := &set.Decisions[0]
	g.Court, g.Date, g.Numbers = Court{Kind: "autre"}, "2020-01-02", []string{"19-12.345", "19-12.344"}
	g.Parties = []Party{{Name: "M. Jean Aubry", Side: corpus.Demandeur}, {Name: "société Lebon & fils", Side: corpus.Defendeur},
		{Name: "Ministère public", Doubt: "joined party"}}
	g.Holdings = []Holding{{Words{Quote: "REJETTE le pourvoi"}, corpus.Rejet}, {Words{Quote: "CONDAMNE M. Aubry aux dépens"}, corpus.Depens},
		{Words{Quote: "DIT que l'arrêt sera notifié", Doubt: "an order or not"}, corpus.Dit}}
	if err := g.settle(); err != nil {
		t.Fatal(err)
	}
	at := func(s string) corpus.Span { return found(t, text, s, "").Span }
	r := measure(t, set, corpus.Decision{
		Metadata: corpus.Metadata{Court: corpus.Court{Kind: corpus.TASS}, Date: "2020-01-03", Numbers: []string{"1912344", "19 12345"}},
		Parties: []corpus.Party{{Name: "Monsieur AUBRY Jean", Side: corpus.Demandeur}, {Name: "S.A.R.L. LEBON ET FILS", Side: corpus.Demandeur},
			{Name: "le ministère public", Side: corpus.Intervenant}},
		Holdings: []corpus.Holding{{Span: at("REJETTE"), Kind: corpus.Rejet}, {Span: at("aux dépens"), Kind: corpus.Condamnation},
			{Span: at("DIT"), Kind: corpus.Ordonne}},
	})
	want := []Score{{"citations", 0, 0, 0, 0, 0, 0}, {"holdings", 0.5, 0.5, 0.5, 1, 1, 1},
		{"parties (name and side)", 0.5, 0.5, 0.5, 1, 1, 1}, {"parties (name)", 1, 1, 1, 2, 0, 0}}
	if diff := cmp.Diff(want, r.Scores); diff != "" {
		t.Errorf("scores, -want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]Accuracy{{"court kind", 1, 1, 1}, {"decision date", 0, 0, 1}, {"decision numbers", 1, 1, 1}}, r.Accuracy); diff != "" {
		t.Errorf("accuracy, -want +got:\n%s", diff)
	}
}

func TestForms(t *testing.T) {
	const text = "les articles 1103/1104 du code civil"
	ref := func(key, quote, doubt string) FormRef {
		return FormRef{Key: key, Words: Words{Quote: quote, Doubt: doubt}}
	}
	both := []FormRef{ref("code-civil/1103", "1103", ""), ref("code-civil/1104", "1104", "")}
	a, b := found(t, text, "articles 1103", "code-civil/1103"), found(t, text, "1104", "code-civil/1104")
	for name, tc := range map[string]struct {
		refs                 []FormRef
		found                []corpus.Citation
		forms, exact, alarms int
	}{
		"exact":                         {both, []corpus.Citation{a, b}, 1, 1, 0},
		"one missed":                    {both, []corpus.Citation{a}, 1, 0, 0},
		"the key of the other's place":  {both, []corpus.Citation{found(t, text, "1104", "code-civil/1103"), b}, 1, 0, 0},
		"nothing wanted, nothing found": {nil, nil, 1, 1, 0},
		"nothing wanted, one found":     {nil, []corpus.Citation{a}, 1, 0, 1},
		"all doubtful: left out":        {[]FormRef{ref("x/1", "1103", "why")}, []corpus.Citation{b}, 0, 0, 0},
		"one doubtful":                  {[]FormRef{ref("x/1", "1103", "why"), ref("code-civil/1104", "1104", "")}, []corpus.Citation{a, b}, 1, 1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := Form{ID: "f", Group: "4", Text: text, Refs: tc.refs}
			if err := f.settle(); err != nil {
				t.Fatal(err)
			}
			r := measure(t, &Set{Forms: []Form{f}}, corpus.Decision{Citations: tc.found})
			if r.Forms != tc.forms || r.Exact != tc.exact || r.FalseAlarms != tc.alarms {
				t.Errorf("%d forms, %d exact, %d false alarms; want %d, %d, %d", r.Forms, r.Exact, r.FalseAlarms, tc.forms, tc.exact, tc.alarms)
			}
		})
	}
}

func TestSame(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"code-civil/1382", "CODE-CIVIL/1382", true},
		{"code-du-travail/L1235-3", "code-du-travail/l1235_3", true},
		{"cass/17-21.434", "cass/17-21434", true},
		{"convention/cide/3", "convention/new-york-1990/16", true},
		{"convention-collective/syntec", "convention/syntec", false},
		{"ca/paris/08-00123", "ca/paris/8-123", true},
		{"tgi/laval/2016-10-04", "tgi/laval/2016-10-14", false},
		{"ta/melun/1603456", "ta/1603456", true},
		{"ta/melun/2019-03-12", "ta/2019-03-12", false},
		{"cjue/C-05-12", "cjue/C-5-12", false},
		{"tcom/nanterre/2015F00459", "tcom/nanterre/2015F459", false},
		{"cesdh", "cesdh", true},
	} {
		if got := same(tc.a) == same(tc.b); got != tc.want {
			t.Errorf("%s and %s: %q and %q", tc.a, tc.b, same(tc.a), same(tc.b))
		}
	}
}

func TestSameName(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"M. Jean Aubry", "AUBRY Jean", true},
		{"S.A.R.L. Les Bois du Nord", "société Bois du Nord", true},
		{"Mme Hélène Renoux née Brisset", "Helene RENOUX BRISSET", true},
		{"Mme X...", "M. X...", true}, // titles do not count
		{"société Aubry", "société Lebon", false},
		{"SAS", "SAS", false}, // nothing left to compare
	} {
		if got := sameName(tc.a, tc.b); got != tc.want {
			t.Errorf("%q and %q: %v", tc.a, tc.b, got)
		}
	}
}
