package courtname

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

func load(t testing.TB) *Names {
	t.Helper()
	n, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestExamples holds every form to its own example, and to no other kind's.
func TestExamples(t *testing.T) {
	n := load(t)
	for _, f := range n.forms {
		got := n.Court(f.example)
		if got.Kind != f.kind {
			t.Errorf("%q is of kind %q, want %q", f.example, got.Kind, f.kind)
		}
		if f.kind.HasPlace() != (got.Place != "") {
			t.Errorf("%q has the place %q", f.example, got.Place)
		}
	}
}

func TestCourt(t *testing.T) {
	n := load(t)
	for name, want := range map[string]corpus.Court{
		"Cour d'appel d'Aix-en-Provence":                       {Kind: corpus.CA, Place: "Aix-en-Provence"},
		"COUR D’APPEL D’AIX EN PROVENCE":                       {Kind: corpus.CA, Place: "Aix en Provence"},
		"cour d'appel de Paris\nPôle 9 - Chambre 12":           {Kind: corpus.CA, Place: "Paris"},
		"Cour d'appel de Paris, pôle 9":                        {Kind: corpus.CA, Place: "Paris"},
		"Cour d'appel":                                         {Kind: corpus.CA},
		"TRIBUNAL DE GRANDE INSTANCE DU MANS":                  {Kind: corpus.TGI, Place: "Le Mans"},
		"Tribunal judiciaire des Sables-d'Olonne":              {Kind: corpus.TJ, Place: "Les Sables-d'Olonne"},
		"Tribunal judiciaire de La Rochelle":                   {Kind: corpus.TJ, Place: "La Rochelle"},
		"Tribunal d'instance d'Aulnay-sous-Bois":               {Kind: corpus.TI, Place: "Aulnay-sous-Bois"},
		"Tribunal des affaires de sécurité sociale de la Orne": {Kind: corpus.TASS, Place: "Orne"},
		"Chambre de l'instruction de la cour d'appel de Douai": {Kind: corpus.CA, Place: "Douai"},
		"Cour administrative d'appel de Nantes":                {Kind: corpus.CAA},
		"Conseil d'Etat":                                       {Kind: corpus.CE},
		"Bureau des scellés":                                   {},
		"":                                                     {},
	} {
		if got := n.Court(name); got != want {
			t.Errorf("Court(%q) = %+v, want %+v", name, got, want)
		}
	}
}

func TestBadTable(t *testing.T) {
	for tsv, want := range map[string]string{
		"cour d'appel\tca":                                       "2 columns",
		"cour d'appel\tcour\tCour d'appel de Pau":                "unknown kind",
		"cour d'appel\tca\tCour\ncour d'appel\tca\tCour d'appel": "given twice",
	} {
		if _, err := parse(tsv); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parse(%q): %v, want %q", tsv, err, want)
		}
	}
}

func FuzzCourt(f *testing.F) {
	n := load(f)
	for _, c := range n.forms {
		f.Add(c.example)
	}
	f.Add("COUR D'APPEL D'")
	f.Add("\xffcour d'appel de \xff")
	f.Fuzz(func(t *testing.T, s string) {
		c := n.Court(s)
		if utf8.ValidString(s) && !utf8.ValidString(c.Place) {
			t.Errorf("Court(%q) has the place %q", s, c.Place)
		}
		if c.Kind != "" && !c.Kind.Known() {
			t.Errorf("Court(%q) is of kind %q", s, c.Kind)
		}
	})
}
