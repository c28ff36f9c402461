package queries_test

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// onAppeal is an invented ruling on appeal that says something.
func onAppeal(number, said string) string {
	return "COUR D'APPEL DE BOURGES\n\n1ère chambre\n\nARRÊT DU 5 MAI 2033\n\nN° RG " + number + "\n\nAPPELANTE :\n\nMadame Odile Perle\n\nINTIMÉE :\n\nSARL Kerval\n\n" +
		"EXPOSÉ DU LITIGE\n\nMme Perle a acheté une machine.\n\nMOTIFS\n\n" + said + "\n\nPAR CES MOTIFS\n\nLa cour, confirme le jugement.\n"
}

// TestChamberOfDay wants a mention by chamber and day to mean no decision of another chamber
// of that day, anywhere, and cited-by and lineage to doubt one by the day alone.
func TestChamberOfDay(t *testing.T) {
	lib := ofTexts(t, map[string]string{
		"soc.txt": "COUR DE CASSATION, CHAMBRE SOCIALE\n\nArrêt du 18 octobre 2032\n\nPourvoi n° 31-90.123\n\nMoyens\n\nMme Perle fait grief à l'arrêt.\n\nPAR CES MOTIFS, la Cour :\n\nREJETTE le pourvoi ;\n",
		"com.txt": onAppeal("32/90001", "Par arrêt du 18 octobre 2032, la chambre commerciale de la Cour de cassation a jugé que le délai court."),
		"of.txt":  onAppeal("32/90002", "Par arrêt du 18 octobre 2032, la chambre sociale de la Cour de cassation a jugé que le délai court."),
		"day.txt": onAppeal("32/90003", "Par arrêt du 18 octobre 2032, la Cour de cassation a jugé que le délai court."),
	})
	const doubt = "the mention gives the court and the day only"
	for reference, want := range map[string][]string{
		"cass/31-90123":                  {"ca/bourges/32-90002", "ca/bourges/32-90003"},
		"Cass. soc., 18 octobre 2032":    {"ca/bourges/32-90002", "ca/bourges/32-90003"},
		"Cass. com., 18 octobre 2032":    {"ca/bourges/32-90001"},
		"Cass. 1re civ., 3 février 2032": nil,
	} {
		var got []string
		for c, err := range lib.CitedBy(t.Context(), reference) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(c.Key))
			if (c.Doubt == doubt) != (reference != "Cass. com., 18 octobre 2032") {
				t.Errorf("%s: %s has the doubt %q", reference, c.Key, c.Doubt)
			}
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s is cited by %v, want %v", reference, got, want)
		}
	}
	d, err := lib.Decision(t.Context(), "ca/bourges/32-90001")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Decisions) != 1 || d.Decisions[0].Held || d.Decisions[0].Key != "cass/com/2032-10-18" || d.Decisions[0].Title != "Cass. com., 18 octobre 2032" {
		t.Errorf("cites %+v", d.Decisions)
	}
	for _, ask := range []string{"cite:31-90.123", `cite:"Cass. com., 18 octobre 2032"`} {
		ans, err := lib.Search(t.Context(), queries.SearchRequest{Text: ask})
		want := map[string]int{"cite:31-90.123": 2, `cite:"Cass. com., 18 octobre 2032"`: 1}[ask]
		if err != nil || ans.Total != want {
			t.Errorf("%s finds %+v, %v, want %d", ask, ans, err, want)
		}
	}
	line, err := lib.Lineage(t.Context(), queries.LineageRequest{Reference: "cass/31-90123"})
	if err != nil {
		t.Fatal(err)
	}
	if len(line.Line) != 2 || line.Line[1].Doubt != doubt || line.Confidence >= line.Line[1].Share {
		t.Errorf("line %+v, confidence %v", line.Line, line.Confidence)
	}
}

// TestDayThatIsNotHeld wants who cites a day under any chamber, where no ruling of that day
// is held, and a line through a ruling that is not held.
func TestDayThatIsNotHeld(t *testing.T) {
	lib := ofTexts(t, map[string]string{
		"com.txt": onAppeal("32/90001", "Par arrêt du 18 octobre 2032, la chambre commerciale de la Cour de cassation a jugé que le délai court."),
		"day.txt": onAppeal("32/90003", "Par arrêt du 18 octobre 2032, la Cour de cassation a jugé que le délai court."),
		"nbr.txt": onAppeal("32/90004", "La Cour de cassation l'a jugé (Soc., 4 mars 2031, pourvoi n° 30-90.456)."),
	})
	n := 0
	for _, err := range lib.CitedBy(t.Context(), "cass/2032-10-18") {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d decisions cite the day, want 2", n)
	}
	line, err := lib.Lineage(t.Context(), queries.LineageRequest{Reference: "30-90.456"})
	if err != nil {
		t.Fatal(err)
	}
	if len(line.Line) != 2 || line.Line[0].Key != "cass/30-90456" || line.Line[1].Key != "ca/bourges/32-90004" || line.Line[1].Doubt != "" {
		t.Errorf("line %+v", line.Line)
	}
}

// TestRemandedBy wants the ruling that a case came back by in its history, held or not.
func TestRemandedBy(t *testing.T) {
	lib := ofTexts(t, map[string]string{
		"again.txt": "COUR DE CASSATION, CHAMBRE SOCIALE\n\nArrêt du 5 mai 2033\n\nPourvoi n° 32-90.123\n\nLa société Kerval a formé le pourvoi n° B 32-90.123 contre l'arrêt rendu le 5 janvier 2032 par la cour d'appel de Bourges.\n\n" +
			"Faits et procédure\n\n1. Selon l'arrêt attaqué (Bourges, 5 janvier 2032), statuant sur renvoi après cassation (Soc., 19 janvier 2031, pourvoi n° 29-90.541), Mme Perle a été engagée.\n\n" +
			"2. La Cour juge (Soc., 3 mars 2030, pourvoi n° 28-90.777) que le délai court.\n\nPAR CES MOTIFS, la Cour :\n\nREJETTE le pourvoi ;\n",
	})
	d, err := lib.Decision(t.Context(), "cass/32-90123")
	if err != nil {
		t.Fatal(err)
	}
	var keys []corpus.Key
	for _, h := range d.History {
		keys = append(keys, h.Key)
	}
	if want := []corpus.Key{"cass/29-90541", "ca/bourges/2032-01-05", "cass/32-90123"}; !slices.Equal(keys, want) {
		t.Errorf("the case is %v, want %v", keys, want)
	}
}
