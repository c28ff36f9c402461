package cite

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
)

func newFinder(t testing.TB) *Finder {
	t.Helper()
	c, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func find(f *Finder, s string, ctx Context) []corpus.Citation { return f.Find(fold.New(s), ctx) }

// only wants one citation and returns it.
func only(t *testing.T, f *Finder, s string, ctx Context) corpus.Citation {
	t.Helper()
	cs := find(f, s, ctx)
	if len(cs) != 1 {
		t.Fatalf("%q: %d citations, want 1: %+v", s, len(cs), cs)
	}
	return cs[0]
}

func TestNewWithoutCatalogue(t *testing.T) {
	if _, err := New(nil); err == nil {
		t.Error("no error")
	}
}

// TestNode proves that a text and the catalogue teach which keys name one act.
func TestNode(t *testing.T) {
	f := newFinder(t)
	cs := find(f, "Vu la loi n° 2031-77 du 3 mars 2031 ; que l'article 4 de la loi du 3 mars 2031 dispose", Context{})
	if len(cs) != 2 || cs[1].Key != "loi/2031-03-03/4" || cs[1].Node != "loi/2031-77/4" {
		t.Errorf("taught by the text: %+v", cs)
	}
	if want := []corpus.Key{"loi/2031-03-03"}; !reflect.DeepEqual(cs[0].AlsoNamed, want) || cs[0].Date != "2031-03-03" {
		t.Errorf("AlsoNamed = %v, Date %q", cs[0].AlsoNamed, cs[0].Date)
	}
	for text, want := range map[string][2]corpus.Key{
		"l'article 14 de la loi du 10 juillet 1965": {"loi/1965-07-10/14", "loi/65-557/14"},
		"le règlement (UE) n° 679/2016":             {"reglement/679-2016", "reglement/2016-679"},
		"le règlement (CE) n° 44/2001":              {"reglement/44-2001", "reglement/44-2001"},
		"l'article 1240 du code civil":              {"code-civil/1240", "code-civil/1240"},
	} {
		if c := only(t, f, text, Context{}); c.Key != want[0] || c.Node != want[1] {
			t.Errorf("%q: key %s node %s, want %v", text, c.Key, c.Node, want)
		}
	}
}

func TestOwn(t *testing.T) {
	f := newFinder(t)
	ctx := Context{Own: []corpus.Key{"cass/24-12345", "cass/2025-03-14"}, Date: "2025-03-14", Court: corpus.Court{Kind: corpus.Cass}}
	text := "Arrêt du 14 mars 2025. Pourvoi n° Z 24-12.345. La Cour de cassation, par arrêt du 14 mars 2025, rejette. Soc., 8 juin 2016, n° 15-11.324."
	if c := only(t, f, text, ctx); c.Key != "cass/15-11324" {
		t.Errorf("got %s", c.Key)
	}
}

func TestUnderAppeal(t *testing.T) {
	f := newFinder(t)
	for _, text := range []string{
		"Attendu, selon l'arrêt attaqué (Paris, 12 mars 2015), que",
		"Décision déférée à la cour : jugement du tribunal judiciaire de Dax du 3 mai 2021, RG n° 20/00123",
		"infirme le jugement entrepris, rendu le 3 mai 2021 par le tribunal judiciaire de Dax",
	} {
		if c := only(t, f, text, Context{}); !c.UnderAppeal || c.Key == "" {
			t.Errorf("%q: %+v", text, c)
		}
	}
	if c := only(t, f, "CA Paris, 12 mars 2015", Context{}); c.UnderAppeal {
		t.Errorf("a precedent is under appeal: %+v", c)
	}
}

// TestPresentCourt resolves orders of the court that is deciding.
func TestPresentCourt(t *testing.T) {
	f := newFinder(t)
	ctx := Context{Court: corpus.Court{Kind: corpus.TJ, Place: "Vannes"}, Date: "2023-06-01"}
	if c := only(t, f, "Vu l'ordonnance du 3 mars 2022 ;", ctx); c.Key != "tj/vannes/2022-03-03" {
		t.Errorf("got %+v", c)
	}
	ctx.Court = corpus.Court{Kind: corpus.CA, Place: "Rennes"}
	if c := only(t, f, "Vu l'ordonnance du conseiller de la mise en état du 3 mars 2022 ;", ctx); c.Key != "ca/rennes/2022-03-03" {
		t.Errorf("got %+v", c)
	}
	if c := only(t, f, "Vu l'ordonnance du 3 mars 2022 ;", ctx); c.Key != "" || c.Unresolved == "" {
		t.Errorf("got %+v", c)
	}
}

func TestQualifierRules(t *testing.T) {
	f := newFinder(t)
	for _, q := range f.rules.qualRows {
		want := corpus.Qualifier(strings.TrimSuffix(q.value, "s"))
		if want == "ancien" || q.value == "anciennement" {
			want = corpus.Ancien
		}
		found := false
		for _, c := range find(f, q.example, Context{}) {
			found = found || c.Qualifier == want && c.Key != "" && c.QualifierText != ""
		}
		if !found {
			t.Errorf("%s %q: no %s in %q: %+v", q.where, q.words, want, q.example, find(f, q.example, Context{}))
		}
	}
}

func TestPrivateRules(t *testing.T) {
	f := newFinder(t)
	for _, p := range f.rules.privRows {
		if !strings.Contains(fold.New(p[1]).Folded, p[0]) {
			t.Errorf("the example of %q does not show it", p[0])
		}
		for _, c := range find(f, p[1], Context{}) {
			t.Errorf("%q: %+v", p[1], c)
		}
	}
}

func TestParseReference(t *testing.T) {
	f := newFinder(t)
	for in, want := range map[string]string{
		"C. civ. 1382": "code-civil/1382", "CPC 808/809": "code-de-procedure-civile/808 code-de-procedure-civile/809",
		"art. 1240 du code civil": "code-civil/1240", "C. pén. 323-2": "code-penal/323-2",
		"L. 1235-3 code du travail": "code-du-travail/L1235-3", "loi 78-17 art 32": "loi/78-17/32",
		"17-21.434": "cass/17-21434", "TGI Laval 4 octobre 2016": "tgi/laval/2016-10-04",
		"code-civil/1382": "code-civil/1382", "1240 code civil": "code-civil/1240", "cesdh 6": "cesdh/6",
		"ancien 1382 code civil": "code-civil/1382", "CE 287110": "ce/287110", "ca paris 18/04366": "ca/paris/18-04366",
		"1103 à 1105 C. civ.": "code-civil/1103 code-civil/1104 code-civil/1105", "code civil": "code-civil",
		"loi Badinter": "loi/85-677", "cgi 39 bis a": "code-general-des-impots/39-bis-A",
		"Soc. 11 mai 2022, n° 21-14.490": "cass/21-14490@2022-05-11", "2010-14 QPC": "cc/2010-14-QPC",
	} {
		got, err := f.ParseReference(in)
		var s []string
		for _, k := range got {
			s = append(s, string(k))
		}
		if err != nil || strings.Join(s, " ") != want {
			t.Errorf("ParseReference(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for in, why := range map[string]string{
		"": "empty", "bail 12": "neither", "article 1240": "no instrument", "L1235-3": "no instrument",
		"C. civ. 1382 mayonnaise": "mayonnaise", "code client 3": "neither", strings.Repeat("a", 2000): "longer",
	} {
		_, err := f.ParseReference(in)
		if err == nil || !strings.Contains(err.Error(), why) || !errors.Is(err, ErrReference) || strings.Contains(err.Error(), "\n") {
			t.Errorf("ParseReference(%.30q): error %v, want one that says %q", in, err, why)
		}
	}
}

// TestChamber keeps the chamber that a mention prints.
func TestChamber(t *testing.T) {
	f := newFinder(t)
	for text, want := range map[string]string{
		"Soc., 8 juin 2031, n° 31-11.324":                                         "soc.",
		"Cass. 1re civ., 5 nov. 2031, n° 31-14.798":                               "1re civ.",
		"2e Civ., 12 mai 2031, pourvoi n° 31-18.595":                              "2e civ.",
		"Cass. civ. 3ème, 4 mars 2031":                                            "3e civ.",
		"l'arrêt de la chambre commerciale de la Cour de cassation du 3 mai 2031": "com.",
		"Ass. plén., 12 juill. 2031":                                              "ass. plén.",
		"Cass., 3 mai 2031, n° 31-10.001":                                         "",
		"CA Niort, ch. soc., 3 mai 2031":                                          "",
	} {
		if c := only(t, f, text, Context{}); c.Chamber != want {
			t.Errorf("%q: chamber %q, want %q", text, c.Chamber, want)
		}
	}
}
