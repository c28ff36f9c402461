package cite

import (
	"reflect"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// seeds are short texts from which the fuzzer starts.
var seeds = []string{
	page, "Vu les articles 1382 ancien, devenu 1240, du code civil ;", "articles L. 121-1 à L. 121-7 du code de la consommation",
	"l'article 1147, dans sa rédaction antérieure à l'ordonnance n° 2016-131 du 10 février 2016, du code civil",
	"CEDH, 23 juin 2016, X c. France, req. n° 30010/10, § 45", "TGI Laval, ord. réf., 4 oct. 2016, n° 16/00123",
	"le dernier alinéa du I de l'article 39 bis A du CGI, ann. II", "règlement UE n° 1.215/2012", "« Préambule » alinéa 8",
	"n° 2010-14/22 QPC ; C-362/14 ; ECLI:FR:CCASS:2018:CO00182 ; https://data.europa.eu/eli/reg/2016/679/oj",
	"convention collective Syntec (IDCC 1486), article 4", "de l'", "0 AnC", "art.", "\u00ad art\u0301icle 1\xff du code civil",
}

// FuzzFind checks the invariants of every citation of any text.
func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	finder := newFinder(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := find(finder, s, Context{})
		for i, c := range got {
			if !c.Valid(len(s)) || c.Len() == 0 || c.Text != s[c.Start:c.End] {
				t.Fatalf("%q: span %v, text %q", s, c.Span, c.Text)
			}
			if (c.Key == "") != (c.Unresolved != "") {
				t.Fatalf("%q: key %q, unresolved %q", s, c.Key, c.Unresolved)
			}
			for _, k := range append([]corpus.Key{c.Key, c.Node}, c.AlsoNamed...) {
				if again, err := corpus.ParseKey(string(k)); c.Key != "" && (err != nil || again != k) {
					t.Fatalf("%q: key %q parses to %q, %v", s, k, again, err)
				}
			}
			if c.Rule == "" || c.Confidence <= 0 || c.Confidence > 1 || c.Qualifier != "" && c.QualifierText == "" {
				t.Fatalf("%q: incomplete: %+v", s, c)
			}
			if i > 0 && c.Start < got[i-1].Start {
				t.Fatalf("%q: out of order", s)
			}
		}
		if again := find(finder, s, Context{}); !reflect.DeepEqual(got, again) {
			t.Fatalf("%q: two runs differ", s)
		}
	})
}

// FuzzParseReference wants keys or one clear line, and never both.
func FuzzParseReference(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	finder := newFinder(f)
	f.Fuzz(func(t *testing.T, s string) {
		keys, err := finder.ParseReference(s)
		if (len(keys) == 0) != (err != nil) {
			t.Fatalf("%q: %v, %v", s, keys, err)
		}
		for _, k := range keys {
			if again, e := corpus.ParseKey(string(k)); e != nil || again != k {
				t.Fatalf("%q: key %q parses to %q, %v", s, k, again, e)
			}
		}
	})
}

// TestLinear counts the work on hostile texts: twice the text may cost about
// twice the work, and each byte a bounded number of steps.
func TestLinear(t *testing.T) {
	f := newFinder(t)
	units := []string{
		"article ", "article 1 ", "article 1, ", "articles 1 à 300 du code civil ", "L. 1-1-1-1", "L. 1-1, ", "1", " ", "\n", "(", ",",
		"code de l'entrée et du séjour des étrangers et du droit d'", "code civil ", "arrêt du 3 mai 2012 ", "arrêt ", "jugement du ",
		"jugement du tribunal judiciaire de Dax du 3 mai 2012 arrêt du 3 mai 2012 ", "CA Paris ", "CEDH, 3 mai 2012, X ", "n° ", "n° 17-21.434 et ",
		"loi n° ", "loi du 3 mai 2012 ", "règlement (UE) ", "convention de ", "accord de la ", "arrêté de ", "devenu 1 ", "article 1 devenu 2 ",
		"article 1, dans sa rédaction, ", "article 1, dans sa rédaction de 1, ", "son article ", "la loi du 3 mai 2012 dit son article 2 ", "alinéa ",
		"alinéa 1 du I du II de l'", "C. civ., art. 1, ", "CPC 1/2/3 ", "article 1 du même code ", "ECLI:FR:CCASS:2018:CO00182 ", "http://a/eli/",
		"arrêt Perruche ", "arrêt Medvedyev c. France ", "loi d'orientation de ", "arrêté du préfet de ", "dans sa rédaction de la loi, l'article 1, ",
		"tant l'article 1 que l'article 2 ", "ni à l'article 1 ni à l'article 2 ", "C-1/31 à ", "n° 456/2018, ", "(1 du CPC) ", "article 1, 2 du ",
		"article 1 (2 ancien) ", "article 1 al. 1 et 2 ", "juge de l'exécution de Niort ", "les lois des 6 juillet 1989 et ", "du 2 de l'article 3 ",
		"requête n° 45678/31, CEDH ", "Article 1 : A ", "12 / 16 / ", "article 1er A ", "le bail, article 1 ", "de la de la ", "enregistrée sous le ", "é", "\u00ad", "article 1 CC et 2 CP et 3 ",
	}
	for _, h := range hostile {
		units = append(units, h.unit)
	}
	for _, unit := range units {
		small, large := steps(f, unit, 20_000), steps(f, unit, 80_000)
		if large > 5*small+2000 {
			t.Errorf("%q: %d steps for 20 kB, %d for 80 kB", unit, small, large)
		}
		if large > 60*80_000 {
			t.Errorf("%q: %d steps for 80 kB", unit, large)
		}
	}
}

// steps is the work on a text of about size bytes made of one unit.
func steps(f *Finder, unit string, size int) int {
	r := f.read(fold.New(strings.Repeat(unit, size/len(unit)+1)), Context{})
	r.settle()
	r.citations()
	return r.steps
}
