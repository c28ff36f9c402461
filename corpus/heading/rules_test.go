package heading

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

func load(t testing.TB) *Reader {
	t.Helper()
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func look(s string) view {
	t := fold.New(s)
	return newView(t, 0, len(t.Folded))
}

// TestFormulas proves that every formula matches its examples and not its
// counter-examples.
func TestFormulas(t *testing.T) {
	ids := map[string]bool{}
	for _, fs := range load(t).formulas {
		for _, f := range fs {
			if ids[f.id] {
				t.Errorf("%s: two rows have this id", f.id)
			}
			ids[f.id] = true
			if err := f.row.Check(f.found); err != nil {
				t.Error(err)
			}
		}
	}
}

// found tries a formula as the reader does: before a day, or where a line or a
// word begins.
func (f *formula) found(example string) bool {
	s := look(strings.ReplaceAll("x\n"+example, "¶", "\n")).s[1:]
	if f.kind == "date" || f.kind == "never" {
		return f.re.MatchString(strings.TrimRight(s, " ")) || f.re.MatchString(s+" ")
	}
	for i := range s {
		first := i == 1 || i == 0 || f.kind == "number" || f.kind == "contested"
		if first && (s[i] == '(' || s[i] == '\n' || wordStart(s, i)) && f.re.MatchString(s[i:]) {
			return true
		}
	}
	return false
}

func TestParseCourt(t *testing.T) {
	r := load(t)
	for in, want := range map[string]corpus.Court{
		"Cour d'appel de Colmar":                    {Kind: corpus.CA, Place: "Colmar"},
		"COUR D'APPEL D'AIX EN PROVENCE":            {Kind: corpus.CA, Place: "Aix-en-Provence"},
		"Cour d’appel de Paris\nPôle 4 - Chambre 9": {Kind: corpus.CA, Place: "Paris", Chamber: "Pôle 4 - Chambre 9"},
		"TGI LAVAL":                                          {Kind: corpus.TGI, Place: "Laval"},
		"tribunal judiciaire du Mans":                        {Kind: corpus.TJ, Place: "Le Mans"},
		"TRIBUNAL JUDICIAIRE DES SABLES D'OLONNE":            {Kind: corpus.TJ, Place: "Les Sables-d'Olonne"},
		"tribunal judiciaire de La Rochelle":                 {Kind: corpus.TJ, Place: "La Rochelle"},
		"TRIBUNAL\n JUDICIAIRE\n DE PARIS":                   {Kind: corpus.TJ, Place: "Paris"},
		"tribunal d'instance de Villeneuve-sur-Perle":        {Kind: corpus.TI, Place: "Villeneuve-sur-Perle"},
		"TRIBUNAL D'INSTANCE DE VILLENEUVE SUR PERLE":        {Kind: corpus.TI, Place: "Villeneuve sur Perle"},
		"Chambre de l'instruction de la cour d'appel d'Agen": {Kind: corpus.CA, Place: "Agen"},
		"Cour de cassation, deuxième chambre civile":         {Kind: corpus.Cass, Chamber: "deuxième chambre civile"},
		"conseil de prud'hommes de Saint-Étienne":            {Kind: corpus.CPH, Place: "Saint-Étienne"},
		"cour administrative d'appel de Nantes":              {Kind: corpus.CAA, Place: "Nantes"},
		"cour d'appel de [Localité 1]":                       {Kind: corpus.CA},
	} {
		if got, ok := r.ParseCourt(in); !ok || got != want {
			t.Errorf("ParseCourt(%q) = %+v, %v, want %+v", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "ça va", "ca va", "la société Brume", "un conseil d'administration", "tribunal"} {
		if got, ok := r.ParseCourt(in); ok {
			t.Errorf("ParseCourt(%q) = %+v, want none", in, got)
		}
	}
}

func TestParseDate(t *testing.T) {
	r := load(t)
	for in, want := range map[string]corpus.Date{
		"22 OCTOBRE 2024":                        "2024-10-22",
		"mardi 1er mars 2018":                    "2018-03-01",
		"1 er août 2016":                         "2016-08-01",
		"04/10/2016":                             "2016-10-04",
		"4.1.2016":                               "2016-01-04",
		"2016-10-04":                             "2016-10-04",
		"quatre octobre deux mille seize":        "2016-10-04",
		"premier février deux mille":             "2000-02-01",
		"vingt et un mai deux mille vingt et un": "2021-05-21",
		"trente décembre mil neuf cent quatre-vingt-dix-neuf": "1999-12-30",
		"quatorze mars deux mille dix-huit":                   "2018-03-14",
		"rendu le 5 janv. 2020 à Gap":                         "2020-01-05",
	} {
		if got, ok := r.ParseDate(in); !ok || got != want {
			t.Errorf("ParseDate(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "31 juin 2020", "article 4", "12/34/2020", "mars 2018", "04/10-2016", "RG 18/04366"} {
		if got, ok := r.ParseDate(in); ok {
			t.Errorf("ParseDate(%q) = %q, want none", in, got)
		}
	}
}

func TestBadRules(t *testing.T) {
	const head = "id\tkind\tcourts\tregion\trank\tpattern\tvalue\texamples\tcounters\n"
	for name, line := range map[string]string{
		"cells":   "a\tdate\n",
		"kind":    "a\tday\t-\thead\t1\tx\t-\tx\t-\n",
		"region":  "a\tdate\t-\tfoot\t1\tx\t-\tx\t-\n",
		"rank":    "a\tdate\t-\thead\tone\tx\t-\tx\t-\n",
		"pattern": "a\tdate\t-\thead\t1\t(\t-\tx\t-\n",
		"example": "a\tdate\t-\thead\t1\tx\t-\t-\t-\n",
	} {
		if _, err := loadFormulas(head + line); err == nil {
			t.Errorf("%s: a bad formula was loaded", name)
		}
	}
}
