package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

func citedAs(t *testing.T, f CitationFormat, list ...Cited) string {
	t.Helper()
	var b bytes.Buffer
	w := NewCitations(&b, f)
	for _, c := range list {
		if err := w.Cite(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var case1 = Cited{ID: "cass/18-29417", Usual: "Cass. 1re civ., 13 novembre 2019, n° 18-29.417", Parties: "Dupré & Fils_100 % c/ {Kirsch}",
	Court: "Cour de cassation", Formation: "1re chambre civile", Nature: "arrêt", Date: "2019-11-13", Numbers: []string{"18-29.417", "18-29.418"},
	Published: []string{"Publié au Bulletin"}, ECLI: "ECLI:FR:CCASS:2019:C109142", URL: "https://example.org/a?b={c}"}

func TestRefLex(t *testing.T) {
	want := "Cass. 1re civ., 13 novembre 2019, n° 18-29.417, Publié au Bulletin, Dupré & Fils_100 % c/ {Kirsch}, ECLI:FR:CCASS:2019:C109142\nTGI Laval, 4 octobre 2016\n"
	if got := citedAs(t, RefLex, case1, Cited{Usual: "TGI Laval,\n4 octobre 2016"}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBibTeX(t *testing.T) {
	got := citedAs(t, BibTeX, case1)
	for _, want := range []string{"@jurisdiction{cass-18-29417,", `title = {Dupré \& Fils\_100 \% c/ \{Kirsch\}}`, "date = {2019-11-13}",
		"number = {18-29.417, 18-29.418}", "url = {https://example.org/a?b=%7Bc%7D}", "langid = {french}"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
	if strings.Contains(citedAs(t, BibTeX, Cited{ID: "x", Usual: "y"}), "shorttitle") {
		t.Error("a title is said twice")
	}
}

func TestRIS(t *testing.T) {
	got := citedAs(t, RIS, case1)
	for _, want := range []string{"TY  - CASE\r\n", "PB  - Cour de cassation\r\n", "CN  - 18-29.417, 18-29.418\r\n", "DA  - 2019/11/13\r\n", "\r\nER  - \r\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %q", got, want)
		}
	}
}

func TestCSL(t *testing.T) {
	var items []map[string]any
	if err := json.Unmarshal([]byte(citedAs(t, CSL, case1, Cited{ID: "b"})), &items); err != nil || len(items) != 2 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	if items[0]["type"] != "legal_case" || items[0]["authority"] != "Cour de cassation" || items[0]["references"] != case1.ECLI {
		t.Errorf("%v", items[0])
	}
	if _, dated := items[1]["issued"]; dated {
		t.Error("a day that is not known is given")
	}
	if err := json.Unmarshal([]byte(citedAs(t, CSL)), &items); err != nil || len(items) != 0 {
		t.Errorf("nothing is %v, %v", items, err)
	}
}

// TestVersus: natural persons stand in no citation.
func TestVersus(t *testing.T) {
	p := func(name string, side corpus.Side, kind corpus.PartyKind) corpus.Party {
		return corpus.Party{Name: name, Side: side, Kind: kind}
	}
	a, b := p("société A", corpus.Demandeur, corpus.Morale), p("commune de B", corpus.Defendeur, corpus.Publique)
	for want, parties := range map[string][]corpus.Party{
		"société A c/ commune de B": {a, b, p("société C", corpus.Defendeur, corpus.Morale)},
		"":                          {a, p("M. D", corpus.Defendeur, corpus.Physique), b},
	} {
		if got := versus(parties); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, parties := range [][]corpus.Party{nil, {a}, {b}, {p("Mme E", corpus.Demandeur, corpus.Physique), b}, {p("F", corpus.Demandeur, ""), b}} {
		if got := versus(parties); got != "" {
			t.Errorf("%v gives %q", parties, got)
		}
	}
}
