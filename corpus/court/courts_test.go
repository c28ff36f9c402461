package court

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

func load(t testing.TB) *Courts {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// rows reads a table or ends the test.
func rows(t testing.TB, file string) []table.Row {
	t.Helper()
	all, err := table.ReadFile(files, file, columns[file]...)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestNames finds a name of each row in its examples, in every kind of text in
// which it counts, and none in its counter-examples.
func TestNames(t *testing.T) {
	c := load(t)
	for _, r := range rows(t, "courts.tsv") {
		where := r.List("where")
		if where == nil {
			where = []string{string(Heading), string(Commentary), string(Citation)}
		}
		for _, w := range where {
			x := newIndex(c.names[Where(w)])
			err := r.Check(func(text string) bool {
				s := newLabel(text).Folded()
				for i := range s {
					if !wordStart(s, i) {
						continue
					}
					if n, _, ok := x.at(s, i); ok {
						return string(n.Kind) == r.Get("kind") && slices.Contains(r.List("names"), n.Printed)
					}
				}
				return false
			})
			if err != nil {
				t.Errorf("%s: %v", w, err)
			}
		}
	}
}

func TestKinds(t *testing.T) {
	c := load(t)
	for _, kind := range []corpus.CourtKind{corpus.Cass, corpus.CE, corpus.CC, corpus.TC, corpus.CAA, corpus.CJUE,
		corpus.CEDH, corpus.TA, corpus.CA, corpus.TJ, corpus.TGI, corpus.TI, corpus.TCom, corpus.TAE, corpus.CPH,
		corpus.TASS, corpus.TCorr, corpus.TPol, corpus.Assises, corpus.CNITAAT, corpus.TCI, corpus.TPBR, corpus.TPE,
		corpus.TProx, corpus.TSup, corpus.CNDA, corpus.CNIL} {
		if c.Short(kind) == "" {
			t.Errorf("%s has no abbreviation", kind)
		}
		for _, name := range c.Names(Commentary) {
			if name.Kind == kind && strings.Trim(name.Levels, "123") != "" || name.Levels == "" {
				t.Errorf("%s judges at the levels %q", kind, name.Levels)
			}
		}
		if read, ok := c.Parse(kind.Name()); !ok || read.Kind != kind {
			t.Errorf("%q is read as %+v", kind.Name(), read)
		}
	}
	if got := c.Short(corpus.OtherCrt) + c.Short(""); got != "" {
		t.Errorf("a court of no known kind is abbreviated %q", got)
	}
}

func TestParse(t *testing.T) {
	c := load(t)
	for name, want := range map[string]corpus.Court{
		"Cour d'appel d'Aix-en-Provence":                       {Kind: corpus.CA, Place: "Aix-en-Provence"},
		"COUR D’APPEL D’AIX EN PROVENCE":                       {Kind: corpus.CA, Place: "Aix-en-Provence"},
		"cour d'appel de Paris\nPôle 9 - Chambre 12":           {Kind: corpus.CA, Place: "Paris"},
		"Cour d'appel de Paris, pôle 9":                        {Kind: corpus.CA, Place: "Paris"},
		"Cour d'appel":                                         {Kind: corpus.CA},
		"cour d'appel de [Localité 1]":                         {Kind: corpus.CA},
		"TRIBUNAL DE GRANDE INSTANCE DU MANS":                  {Kind: corpus.TGI, Place: "Le Mans"},
		"Tribunal judiciaire des Sables-d'Olonne":              {Kind: corpus.TJ, Place: "Les Sables-d'Olonne"},
		"TRIBUNAL JUDICIAIRE DE LA ROCHELLE":                   {Kind: corpus.TJ, Place: "La Rochelle"},
		"Tribunal d'instance de La Perle":                      {Kind: corpus.TI, Place: "La Perle"},
		"Tribunal d'instance de Villeneuve-sur-Perle":          {Kind: corpus.TI, Place: "Villeneuve-sur-Perle"},
		"TRIBUNAL D'INSTANCE DE VILLENEUVE SUR PERLE":          {Kind: corpus.TI, Place: "Villeneuve sur Perle"},
		"Tribunal d'instance d'Aulnay-sous-Bois":               {Kind: corpus.TI, Place: "Aulnay-sous-Bois"},
		"Tribunal des affaires de sécurité sociale de la Orne": {Kind: corpus.TASS, Place: "Orne"},
		"Chambre de l'instruction de la cour d'appel de Douai": {Kind: corpus.CA, Place: "Douai"},
		"Cour administrative d'appel de Nantes":                {Kind: corpus.CAA, Place: "Nantes"},
		"Conseil d'Etat":                                       {Kind: corpus.CE},
		"TGI  LAVAL":                                           {Kind: corpus.TGI, Place: "Laval"},
		"CPH Le Mans":                                          {Kind: corpus.CPH, Place: "Le Mans"},
		"CA Aix":                                               {Kind: corpus.CA, Place: "Aix-en-Provence"},
		"Tribunal d'instance de Saint-Denis":                   {Kind: corpus.TI, Place: "Saint-Denis"},
		"Tribunal d'instance Villeneuve-sur-Perle":             {Kind: corpus.TI, Place: "Villeneuve-sur-Perle"},
		"Tribunal d'instance - chambre civile":                 {Kind: corpus.TI},
	} {
		if got, ok := c.Parse(name); !ok || got != want {
			t.Errorf("Parse(%q) = %+v, %v, want %+v", name, got, ok, want)
		}
	}
	for _, name := range []string{"", "Bureau des scellés", "ca va", "tribunal", "un conseil d'administration",
		strings.Repeat("x ", maxName/2) + "Cour d'appel"} {
		if got, ok := c.Parse(name); ok {
			t.Errorf("Parse(%q) = %+v, want none", name, got)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, n := range []struct {
		kind     corpus.CourtKind
		in, want string
	}{{corpus.Cass, "17-21434", "17-21.434"}, {corpus.Cass, "17-21.434", "17-21.434"}, {corpus.CA, "17-21434", "17-21434"}, {corpus.Cass, "", ""}} {
		if got := Number(n.kind, n.in); got != n.want {
			t.Errorf("Number(%s, %q) = %q, want %q", n.kind, n.in, got, n.want)
		}
	}
}

// TestBadRows wants an error that names the row.
func TestBadRows(t *testing.T) {
	for _, bad := range []struct{ file, row, want string }{
		{"courts.tsv", "cour\t2\tC.\t-\t-\tcour\tx\t-", "unknown kind"},
		{"courts.tsv", "ca\t2\tCA\t-\t-\t-\tx\t-", "no name"},
		{"courts.tsv", "ca\t2\tCA\tletter\t-\tcour d'appel\tx\t-", "unknown where"},
		{"courts.tsv", "ca\t2\tCA\t-\talways\tcour d'appel\tx\t-", "unknown how"},
		{"courts.tsv", "ca\t2\tCA\t-\t-\t...\tx\t-", "without letters"},
		{"courts.tsv", "ca\t2\tCA\t-\t-\tcour d'appel | Cour d'Appel\tx\t-", "twice"},
		{"courts.tsv", "ca\t2\tCA\t-\t-\tcour d'appel\tx\t-\nca\t2\t-\t-\t-\tcours d'appel\tx\t-", "x.tsv:3: only the first"},
		{"places.tsv", "Dole\t-\t-\nDôle\t-\t-", "twice"},
		{"places.tsv", "Dole\t-\tX\nGap\t-\tX", "both Dole and Gap"},
		{"codes.tsv", "TA99\tta\tBourg-Perle\t-", "unknown kind \"ta\" or place"},
		{"codes.tsv", "TA99\ttribunal\t-\t-", "unknown kind"},
		{"codes.tsv", "CE\tce\t-\t-\nCE\tce\t-\t-", "twice"},
		{"formations.tsv", "ch.\tchambre | Chambre\tx", "twice"},
		{"chambers.tsv", "soc.\tchambre sociale\t-\tSociale\tx\t-", "no slug"},
		{"chambers.tsv", "soc.\tchambre sociale\t-\t-\tx\t-", "wanted"},
	} {
		all, err := table.Read("x.tsv", strings.Join(columns[bad.file], "\t")+"\n"+bad.row, columns[bad.file]...)
		if err != nil {
			t.Fatal(err)
		}
		c := &Courts{short: map[corpus.CourtKind]string{}, names: map[Where][]Name{},
			spelling: map[string]string{}}
		add := map[string]func([]table.Row) error{"courts.tsv": c.addCourts, "places.tsv": c.addPlaces, "chambers.tsv": c.addChambers,
			"codes.tsv": c.addCodes, "formations.tsv": c.addFormations}
		if err := add[bad.file](all); err == nil || !strings.HasPrefix(err.Error(), "x.tsv:") || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%q: %v, want %q", bad.row, err, bad.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	c := load(f)
	for _, n := range c.Names(Heading) {
		f.Add(n.Printed + " de La Perle")
	}
	f.Add("COUR D'APPEL D'")
	f.Add("\xffcour d'appel de \xff")
	f.Add("tribunal\n\n judiciaire\u00a0de l'É")
	f.Fuzz(func(t *testing.T, s string) {
		read, ok := c.Parse(s)
		if ok != read.Kind.Known() {
			t.Errorf("Parse(%q) = %+v, %v", s, read, ok)
		}
		for _, place := range []string{read.Place, c.ParsePlace(s), c.Place(corpus.Slug(s))} {
			if utf8.ValidString(s) && !utf8.ValidString(place) {
				t.Errorf("%q has the place %q", s, place)
			}
		}
		c.Chamber(s)
	})
}

func BenchmarkParse(b *testing.B) {
	c := load(b)
	const name = "Chambre de l'instruction de la cour d'appel d'Aix-en-Provence"
	b.SetBytes(int64(len(name)))
	b.ReportAllocs()
	for b.Loop() {
		c.Parse(name)
	}
}
