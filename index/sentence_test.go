package index

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Le bail est nul. La caution est tenue. Il le dit.", "caution", "La caution est tenue."},
		{"Attendu que le bail est nul ;\nqu'il n'a pas été signé ; que la caution est tenue", "signé", "qu'il n'a pas été signé ;"},
		{"Vu l'art. L. 1235-3 du code ; M. Durand et Mme A. Petit ont signé. Fin.", "Petit", "M. Durand et Mme A. Petit ont signé."},
		{"Cass. soc., 14 mars 2018, n° 17-21.434. Le moyen est fondé.", "mars", "Cass. soc., 14 mars 2018, n° 17-21.434."},
		{"Une ligne qui est\nreportée à la suivante. Une autre.", "ligne", "Une ligne qui est\nreportée à la suivante."},
		{"COUR D'APPEL\n\nLe bail est résilié", "bail", "Le bail est résilié"},
		{"Il a dit : « Le bail est nul. » Puis il est parti.", "bail", "Il a dit : « Le bail est nul. »"},
		{"Qui est tenu ? La caution ! Elle seule", "caution", "La caution !"},
		{"bail", "bail", "bail"},
		{"Il n'y a pas. Elle y va.", "va", "Elle y va."},
	} {
		i := strings.Index(c.text, c.word)
		span, ok := sentences(c.text, corpus.Span{Start: i, End: i + len(c.word)}, 200)
		if got := strings.TrimSpace(span.Of(c.text)); got != c.want || !ok {
			t.Errorf("%q: %q, %v; want %q", c.text, got, ok, c.want)
		}
	}
	if _, ok := sentences(strings.Repeat("le bail ", 100), corpus.Span{Start: 400, End: 404}, 200); ok {
		t.Error("a sentence without end is short")
	}
}

// TestReasonsFirst: whole sentences, those of the reasons before others, though there are
// more words elsewhere.
func TestReasonsFirst(t *testing.T) {
	const text = "Le bail et la caution sont invoqués. La caution conteste le bail. " +
		"MOTIFS Sur ce, le juge rappelle la loi. Le bail est nul. La caution n'est pas tenue. DISPOSITIF Annule le bail et libère la caution."
	d := zoned(decision("texte:a", corpus.Court{}, "", nil, text))
	x := open(t, "")
	var got []string
	for _, s := range x.SnippetsOf(Request{Text: "bail caution"}, d, 4, 60) {
		got = append(got, s.Span.Of(text))
		if len(s.Hits) == 0 {
			t.Errorf("%q has no hit", s.Span.Of(text))
		}
	}
	want := []string{"Le bail est nul. La caution n'est pas tenue.", "DISPOSITIF Annule le bail et libère la caution.",
		"Le bail et la caution sont invoqués. La caution conteste le bail."}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestLongSentences: two sentences that are too long together are not cut into one another,
// and of one that is too long by itself a part is shown, and nothing of its neighbours.
func TestLongSentences(t *testing.T) {
	long := "La société demande que son préjudice soit réparé, " + strings.Repeat("qu'il lui en soit donné acte, ", 12) + "et le reste."
	text := "MOTIFS Le tribunal retient un préjudice matériel.\n\n" + long + "\n\nIl sera statué."
	d := zoned(decision("texte:a", corpus.Court{}, "", nil, text))
	var got []string
	for _, s := range open(t, "").SnippetsOf(Request{Text: "préjudice"}, d, 4, 60) {
		got = append(got, s.Span.Of(text))
	}
	if len(got) != 2 || got[0] != "MOTIFS Le tribunal retient un préjudice matériel." || !strings.Contains(long, got[1]) || len(got[1]) < 40 {
		t.Errorf("%q", got)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Le bail. La caution ; « fin »\n\nM. A.", 3, 9)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || end < start || end > len(text) {
			return
		}
		span, _ := sentences(text, corpus.Span{Start: start, End: end}, 50)
		if !span.Valid(len(text)) || span.Start > start || span.End < end {
			t.Errorf("%v around %d to %d of %q", span, start, end, text)
		}
	})
}
