package phrase

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
)

// TestSentence: the sentence around the word HERE.
func TestSentence(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Premier. HERE deux. Trois.", " HERE deux"},
		{"Vu l'art. 3 ; dit HERE, ; fin", " dit HERE, "},
		{"selon M. Darc et l'art. HERE du code. La cour", "selon M. Darc et l'art. HERE du code"},
		{"le n° 12. HERE la suite", "le n° 12. HERE la suite"[len("le n° 12."):]},
		{"Condamne Mme Vial,\nDit HERE que,\nRappelle", "Dit HERE que,"},
		{"une ligne\ncoupée HERE ici\n\nautre", "une ligne\ncoupée HERE ici"},
		{"Réponse de la Cour \n \n Vu HERE :\n \n 6. Aux termes", "Vu HERE :"},
		{"un texte\n dont la ligne HERE se coupe", "un texte\n dont la ligne HERE se coupe"},
		{"HERE", "HERE"},
		{"- un\n- HERE\n- trois", "- HERE"},
	} {
		text := fold.New(c.text)
		at := strings.Index(text.Folded, "here")
		start, end := Sentence(text, at, at+4, 1000)
		if got := c.text[text.Start(start):text.Start(end)]; strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	long := fold.New(strings.Repeat("a ", 5000) + "here" + strings.Repeat(" b", 5000))
	if start, end := Sentence(long, 10_000, 10_004, 400); start != 9_600 || end != 10_404 {
		t.Errorf("a long sentence is read from %d to %d", start, end)
	}
}
