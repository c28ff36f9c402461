package departure

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

func load(t *testing.T) *Reader {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestDepartures reads each example and counter-example of the table.
func TestDepartures(t *testing.T) {
	r := load(t)
	rows, err := table.ReadFile(files, "departures.tsv", "strength", "words", "unless", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := row.Check(func(text string) bool { _, s := r.in(fold.New(text).Folded); return s > 0 }); err != nil {
			t.Error(err)
		}
	}
}

// cited makes a decision whose reasons cite one ruling, marked by brackets.
func cited(text string, speaker corpus.Speaker, zone corpus.ZoneKind) *corpus.Decision {
	start := strings.Index(text, "[")
	end := strings.Index(text, "]")
	text = text[:start] + text[start+1:end] + text[end+1:]
	c := corpus.Citation{Span: corpus.Span{Start: start, End: end - 1}, Key: "cass/13-88888", Node: "cass/13-88888", Speaker: speaker, Zone: zone}
	return &corpus.Decision{Text: text, Citations: []corpus.Citation{c}}
}

func TestOf(t *testing.T) {
	r := load(t)
	far := strings.Repeat("Le premier alinéa du texte régit la prescription de l'action. ", 5)
	for _, c := range []struct {
		name, text string
		speaker    corpus.Speaker
		zone       corpus.ZoneKind
		strength   float64
		words      string
	}{
		{"the same sentence", "Il y a lieu d'abandonner cette jurisprudence ([Soc., 3 mars 2015, n° 13-88.888]).", corpus.Cour, corpus.Motifs, 0.9, "abandonner cette jurisprudence"},
		{"the next sentence", "La Cour en a jugé ainsi ([Soc., 3 mars 2015, n° 13-88.888]). Cette solution ne peut être maintenue.", corpus.Cour, corpus.Motifs, 0.9, "cette solution ne peut etre maintenue"},
		{"the sentence before", "La Cour jugeait jusqu'à présent le contraire. Ainsi d'un arrêt ancien ([Soc., 3 mars 2015, n° 13-88.888]).", corpus.Cour, corpus.Motifs, 0.3, "jugeait jusqu a present"},
		{"paragraphs later", "Il fut jugé ainsi ([Soc., 3 mars 2015, n° 13-88.888]). " + far + "Il convient de revenir sur cette jurisprudence.", corpus.Cour, corpus.Motifs, 0.54, "revenir sur cette jurisprudence"},
		{"too far", "Il fut jugé ainsi ([Soc., 3 mars 2015, n° 13-88.888]). " + strings.Repeat(far, 12) + "Il convient de revenir sur cette jurisprudence.", corpus.Cour, corpus.Motifs, 0, ""},
		{"a party asks for it", "Il y a lieu d'abandonner cette jurisprudence ([Soc., 3 mars 2015, n° 13-88.888]).", corpus.Partie, corpus.Motifs, 0, ""},
		{"in the moyens", "Il y a lieu d'abandonner cette jurisprudence ([Soc., 3 mars 2015, n° 13-88.888]).", corpus.Cour, corpus.Moyens, 0, ""},
		{"refused", "Il n'y a pas lieu d'abandonner cette jurisprudence ([Soc., 3 mars 2015, n° 13-88.888]).", corpus.Cour, corpus.Motifs, 0, ""},
	} {
		d := cited(c.text, c.speaker, c.zone)
		list := r.Of(d)
		if c.strength == 0 {
			if len(list) > 0 {
				t.Errorf("%s: %+v", c.name, list)
			}
			continue
		}
		if len(list) != 1 || list[0].Words != c.words || list[0].Strength < c.strength-1e-9 || list[0].Strength > c.strength+1e-9 {
			t.Errorf("%s: %+v, want %q of %v", c.name, list, c.words, c.strength)
			continue
		}
		if x := list[0]; x.Text != d.Text[x.Start:x.End] {
			t.Errorf("%s: %q is not at its span", c.name, x.Text)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Il y a lieu d'abandonner cette jurisprudence [Soc.].")
	f.Add("[é]. Ce revirement\n\n; œuvre.")
	r, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, b := strings.Index(text, "["), strings.Index(text, "]")
		if a < 0 || b < a || strings.ToValidUTF8(text, "") != text {
			return
		}
		d := cited(text, corpus.Cour, corpus.Motifs)
		for _, x := range r.Of(d) {
			if x.Start < 0 || x.End > len(d.Text) || x.Start >= x.End || d.Text[x.Start:x.End] != x.Text {
				t.Errorf("span %v of %d bytes", x.Span, len(d.Text))
			}
		}
	})
}
