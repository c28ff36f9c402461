package several

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

func load(t testing.TB) *Splitter {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const (
	first  = "COUR D'APPEL DE RENNES\n\nN° RG 20/01234\n\nARRÊT DU 3 MAI 2022\n\nMotifs.\n\nPAR CES MOTIFS\n\nConfirme le jugement.\n\nLe greffier\n"
	second = "RÉPUBLIQUE FRANÇAISE\nAU NOM DU PEUPLE FRANÇAIS\n\nTRIBUNAL JUDICIAIRE DE BREST\n\nJUGEMENT DU 3 MAI 2021\n\nMotifs.\n\nPAR CES MOTIFS\n\nDéboute M. Durieux.\n"
	third  = "CONSEIL D'ÉTAT\n\nN° 418768\n\nLecture du 9 septembre 2022\n\nMotifs.\n\nD É C I D E :\n\nArticle 1er : La requête est rejetée.\n"
)

// TestSplit wants each decision apart, and nothing cut that is one.
func TestSplit(t *testing.T) {
	s := load(t)
	for _, want := range [][]string{
		{first},
		{first, second},
		{second, first},
		{first, second, third},
		{first + "COUR D'APPEL DE RENNES\n\nN° RG 20/01234\n\nPage 12\n"},                                  // the heading of a page
		{first + "RÉPUBLIQUE FRANÇAISE\n\nEn conséquence, la République française mande et ordonne.\n"},    // an executory formula
		{"MOYEN ANNEXÉ\n\nPAR CES MOTIFS\n\ncondamne\n\nTRIBUNAL JUDICIAIRE DE BREST\n\nAux motifs que\n"}, // no head, no ruling
		{""}, {"COUR D'APPEL DE RENNES"},
	} {
		text := strings.Join(want, "")
		var got []string
		for _, p := range s.Split(text) {
			got = append(got, p.Of(text))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q:\n got %q", want, got)
		}
	}
}

// TestLines holds the examples of lines.tsv.
func TestLines(t *testing.T) {
	all, err := table.ReadFile(files, "lines.tsv", "kind", "pattern", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		re, err := table.Pattern("^(?:" + r.Get("pattern") + ")$")
		if err != nil {
			t.Fatal(r.Errorf("%w", err))
		}
		if err := r.Check(func(s string) bool { return re.MatchString(strings.Trim(fold.New(s).Folded, " *-_.")) }); err != nil {
			t.Error(err)
		}
	}
}

// FuzzSplit: the spans cover the text, in order.
func FuzzSplit(f *testing.F) {
	f.Add(first + second)
	f.Add("\xff\nD E C I D E\nCOUR DE CASSATION\nN° 1\nPAR CES MOTIFS")
	s := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, p := range s.Split(text) {
			if p.Start != at || p.End < p.Start {
				t.Fatalf("%+v after %d", p, at)
			}
			at = p.End
		}
		if at != len(text) {
			t.Fatalf("%d of %d bytes", at, len(text))
		}
	})
}
