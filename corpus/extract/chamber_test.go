package extract_test

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestChamberOfDay wants the node of a ruling of the Cour de cassation that is cited by its
// day: the number that the text prints for that day, else the day with the chamber.
func TestChamberOfDay(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct {
		said string
		want corpus.Key
	}{
		{"Par arrêt du 18 octobre 2032, la chambre commerciale de la Cour de cassation a jugé le contraire.", "cass/com/2032-10-18"},
		{"La deuxième chambre civile de la Cour de cassation a jugé par arrêt du 18 octobre 2032 que le délai court.", "cass/2e-civ/2032-10-18"},
		{"L'arrêt de la Cour de cassation, chambre sociale, du 18 octobre 2032 en décide.", "cass/soc/2032-10-18"},
		{"Par arrêt du 18 octobre 2032, la Cour de cassation a jugé le contraire.", "cass/2032-10-18"},
		{"La Cour de cassation l'a jugé (Soc., 18 octobre 2032, pourvoi n° 31-90.456). Le vendeur est tenu du défaut de la chose. Par l'arrêt précité du 18 octobre 2032, la Cour de cassation a cassé.", "cass/31-90456"},
		{"La Cour de cassation l'a jugé (Soc., 18 octobre 2032, pourvoi n° 31-90.456). Le vendeur est tenu du défaut de la chose. Par arrêt du 18 octobre 2032, la chambre commerciale de la Cour de cassation a cassé.", "cass/com/2032-10-18"},
		{"La Cour de cassation l'a jugé (Soc., 18 octobre 2032, pourvois n° 31-90.456 et 31-90.777). Le vendeur est tenu du défaut de la chose. Par l'arrêt du 18 octobre 2032, la Cour de cassation a cassé.", "cass/2032-10-18"},
	} {
		d := x.Extract(&corpus.Document{Text: appeal("", c.said)})
		found := false
		for _, cited := range d.Citations {
			if cited.Key == "cass/2032-10-18" {
				found = true
				if cited.Node != c.want {
					t.Errorf("%q: the node of %q is %s, want %s", c.said, cited.Text, cited.Node, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: nothing is cited by its day: %+v", c.said, d.Citations)
		}
	}
}

// TestNameOfChamber wants the chamber among the names of a ruling that says it.
func TestNameOfChamber(t *testing.T) {
	d := extractor(t).Extract(&corpus.Document{Text: "COUR DE CASSATION, CHAMBRE SOCIALE\n\nArrêt du 5 mai 2033\n\nPourvoi n° 31-90.123\n\nPAR CES MOTIFS, la Cour :\n\nREJETTE le pourvoi ;\n"})
	if !slices.Contains(d.Keys, "cass/soc/2033-05-05") || d.Key != "cass/31-90123" {
		t.Errorf("key %s, keys %v", d.Key, d.Keys)
	}
}

// TestNotificationForm: a form behind the signatures is no visa of the court.
func TestNotificationForm(t *testing.T) {
	text := appeal("", "Le tribunal a rejeté sa demande.") + "\nLe greffier\n\nLa présidente\n\nREÇU NOTIFICATION DE L'ORDONNANCE DU 5 mai 2033 ET DE L'EXERCICE DES VOIES DE RECOURS\n\nVu les articles 612 et suivants du code de procédure civile ;\n"
	found := false
	for _, c := range extractor(t).Extract(&corpus.Document{Text: text}).Citations {
		if c.Key == "code-de-procedure-civile/612" {
			found = true
			if c.Zone != corpus.Annexe || c.Use != corpus.Recited {
				t.Errorf("%q in %s is %s", c.Text, c.Zone, c.Use)
			}
		}
	}
	if !found {
		t.Error("the form cites nothing")
	}
}
