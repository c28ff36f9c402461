package law

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

func load(t testing.TB) *Catalogue {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCodes(t *testing.T) {
	c := load(t)
	if n := len(c.Codes()); n != 108 {
		t.Errorf("%d codes, want 108", n)
	}
	code, ok := c.Code("code-civil")
	if !ok || code.Title != "Code civil" || !code.InForce || code.Start != "1804-03-21" || code.Key() != "code-civil" {
		t.Errorf("Code(code-civil) = %+v, %v", code, ok)
	}
	if _, ok := c.Code("code-de-bonne-conduite"); ok {
		t.Error("an unknown code is found")
	}
}

func TestLookup(t *testing.T) {
	c := load(t)
	for in, want := range map[string]corpus.Key{
		"C. civ.": "code-civil", "C.civ": "code-civil", "CODE CIVIL": "code-civil",
		"NCPC": "code-de-procedure-civile", "nouveau code de procédure civile": "code-de-procedure-civile",
		"C. P. C.": "code-de-procedure-civile", "code de procé-\ndure civile": "code-de-procedure-civile",
		"C. pr. exéc.": "code-des-procedures-civiles-d-execution",
		"Code rural":   "code-rural-et-de-la-peche-maritime",
		"loi Badinter": "loi/85-677", "LCEN": "loi/2004-575", "RGPD": "reglement/2016-679",
		"loi « Informatique et libertés": "loi/78-17",
		"CESDH":                          "cesdh", "Convention européenne des droits de l’homme": "cesdh",
		"annexe II au code général des impôts": "code-general-des-impots-annexe-ii",
		"code de procédure civi1e":             "code-de-procedure-civile",
	} {
		if n, ok := c.Lookup(in); !ok || n.Instrument != want {
			t.Errorf("Lookup(%q) = %q, %v; want %q", in, n.Instrument, ok, want)
		}
	}
	for in, want := range map[string]corpus.CourtKind{
		"TGI": corpus.TGI, "tribunal de grande instance": corpus.TGI, "C.A.": corpus.CA,
		"conseil de prud’hommes": corpus.CPH, "T. com.": corpus.TCom, "Cass.": corpus.Cass,
	} {
		if n, ok := c.Lookup(in); !ok || n.Court != want {
			t.Errorf("Lookup(%q) = %q, %v; want %q", in, n.Court, ok, want)
		}
	}
	for _, in := range []string{"code client", "code d'accès", "bail", "", "loi du marché", "code"} {
		if n, ok := c.Lookup(in); ok {
			t.Errorf("Lookup(%q) = %+v, want none", in, n)
		}
	}
	if n, _ := c.Lookup("CEDH"); n.Instrument != "cesdh" || n.Court != corpus.CEDH {
		t.Errorf("CEDH is both a convention and a court, got %+v", n)
	}
}

// TestNames proves that every printed name of every table is found again, and
// means what its row says.
func TestNames(t *testing.T) {
	c := load(t)
	for _, code := range c.Codes() {
		for _, name := range append([]string{code.Title}, code.Abbreviations...) {
			if n, ok := c.Lookup(strings.NewReplacer("(", "", ")", "").Replace(name)); !ok || n.Instrument != code.Key() {
				t.Errorf("%s: %q names %q", code.Slug, name, n.Instrument)
			}
		}
	}
	for file, columns := range map[string][]string{
		"statutes.tsv": {"key", "date", "label", "names"},
		"treaties.tsv": {"key", "label", "short", "names", "whole"},
	} {
		rows, err := table.ReadFile(files, file, columns...)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for _, name := range r.List("names") {
				n, ok := c.Lookup(strings.TrimSuffix(name, "?"))
				if !ok || string(n.Instrument) != r.Get("key") {
					t.Error(r.Errorf("%q is read as %+v", name, n))
				}
			}
		}
	}
	for _, want := range c.courts.Names(court.Citation) {
		if n, ok := c.Lookup(want.Printed); !ok || n.Court != want.Kind || n.WeakCourt != want.Style {
			t.Errorf("%q is read as %+v", want.Printed, n)
		}
	}
}

func TestForeign(t *testing.T) {
	c := load(t)
	rows, err := table.ReadFile(files, "foreign.tsv", "word", "example")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		f := fold.New(r.Get("example")).Folded
		for i := range f {
			if i > 0 && f[i-1] != ' ' {
				continue
			}
			if n, _, ok := c.Match(f, i); ok && n.Instrument != "" {
				t.Errorf("%q names %s", r.Get("example"), n.Instrument)
			}
		}
	}
}

func TestPlace(t *testing.T) {
	c := load(t)
	for in, want := range map[string]string{
		"AIX EN PROVENCE": "Aix-en-Provence", "saint-denis de la reunion": "Saint-Denis de La Réunion",
		"nimes, chambre": "Nîmes", "les sables d'olonne": "Les Sables-d'Olonne",
	} {
		if got, _, ok := c.Place(fold.New(in).Folded, 0); !ok || got != want {
			t.Errorf("Place(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTitle(t *testing.T) {
	c := load(t)
	for key, want := range map[corpus.Key][2]string{
		"code-civil/1382":               {"article 1382 du code civil", "C. civ., art. 1382"},
		"code-de-procedure-civile/809":  {"article 809 du code de procédure civile", "CPC, art. 809"},
		"code-du-travail/L1235-3":       {"article L. 1235-3 du code du travail", "C. trav., art. L. 1235-3"},
		"code-de-l-urbanisme/R*421-1":   {"article R.* 421-1 du code de l'urbanisme", "C. urb., art. R.* 421-1"},
		"code-electoral/LO141":          {"article L.O. 141 du code électoral", "C. élect., art. L.O. 141"},
		"livre-des-procedures-fiscales": {"le livre des procédures fiscales", "LPF"},
		"code-general-des-impots/39-bis-A": {"article 39 bis A du code général des impôts",
			"CGI, art. 39 bis A"},
		"loi/78-17/32":         {"article 32 de la loi n° 78-17", "L. n° 78-17, art. 32"},
		"loi/1881-07-29/29":    {"article 29 de la loi du 29 juillet 1881", "L. du 29 juillet 1881, art. 29"},
		"ordonnance/99-1":      {"l'ordonnance n° 99-1", "l'ordonnance n° 99-1"},
		"cesdh/6":              {"article 6 de la CESDH", "CESDH, art. 6"},
		"cesdh-p1/1":           {"article 1 du protocole n° 1 à la CESDH", "CESDH, prot. 1, art. 1"},
		"preambule-1946/10":    {"alinéa 10 du Préambule de la Constitution de 1946", "Préamb. 1946, art. 10"},
		"reglement/2016-679/6": {"article 6 du RGPD", "article 6 du RGPD"},
		"cass/17-21434":        {"Cour de cassation, n° 17-21.434", "Cass., n° 17-21.434"},
		"tgi/laval/2016-10-04": {"tribunal de grande instance de Laval, 4 octobre 2016", "TGI Laval, 4 octobre 2016"},
		"ca/paris/18-04366":    {"cour d'appel de Paris, n° 18/04366", "CA Paris, n° 18/04366"},
		"cc/2010-14-QPC":       {"Conseil constitutionnel, n° 2010-14 QPC", "Cons. const., n° 2010-14 QPC"},
		"cjue/C-362-14":        {"Cour de justice de l'Union européenne, n° C-362/14", "CJUE, n° C-362/14"},
		"not a key":            {"not a key", "not a key"},
	} {
		if got := c.Title(key); got != want[0] {
			t.Errorf("Title(%s) = %q, want %q", key, got, want[0])
		}
		if got := c.Short(key); got != want[1] {
			t.Errorf("Short(%s) = %q, want %q", key, got, want[1])
		}
	}
}

func TestCanonical(t *testing.T) {
	c := load(t)
	for in, want := range map[corpus.Key]corpus.Key{
		"loi/1978-01-06": "loi/78-17", "loi/78-17": "loi/78-17", "loi/1881-07-29": "loi/1881-07-29",
		"loi/2003-08-01": "loi/2003-08-01", // two known statutes of one day
		"loi/1999-01-01": "loi/1999-01-01",
	} {
		if got := c.Canonical(in); got != want {
			t.Errorf("Canonical(%s) = %s, want %s", in, got, want)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	c := load(b)
	const s = "code de l'entree et du sejour des etrangers et du droit d'asile"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		c.Match(s, 0)
	}
}
