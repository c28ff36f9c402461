package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// appeal is an invented ruling of a court of appeal with a line about the decision
// under review in its head, and a sentence about it in its text.
func appeal(head, said string) string {
	return "COUR D'APPEL DE BORDEAUX\n\n1ère chambre civile\n\nARRÊT DU 5 MAI 2033\n\nN° RG 31/02345\n\n" + head +
		"\n\nAPPELANTE :\n\nMadame Odile Perle\nreprésentée par Me Vautier, avocat\n\nINTIMÉE :\n\nSARL Kerval, représentée par Me Merlin\n\n" +
		"EXPOSÉ DU LITIGE\n\nMme Perle a acheté une machine. " + said + " Elle a interjeté appel.\n\n" +
		"PAR CES MOTIFS\n\nLa cour, confirme le jugement entrepris en toutes ses dispositions.\n"
}

// TestReview finds the decision under review wherever the ruling names it.
func TestReview(t *testing.T) {
	x := extractor(t)
	const said = "Le tribunal a rejeté sa demande."
	for _, c := range []struct{ head, said, keys string }{
		{"Décision déférée à la Cour : Jugement du 12 mars 2031 - Tribunal judiciaire de Niort - RG n° 29/01234", said,
			"tj/niort/29-01234 tj/niort/2031-03-12"},
		{"Affaire : Jugement Au fond, origine Tribunal judiciaire de Niort, décision attaquée en date du 12 mars 2031, enregistrée sous le n° 29/01234",
			said, "tj/niort/29-01234 tj/niort/2031-03-12"},
		{"Jugement (N° 29/01234)\nrendu le 12 mars 2031\npar le tribunal judiciaire de Niort", said, "tj/niort/29-01234 tj/niort/2031-03-12"},
		{"Jugement du Conseil de Prud'hommes - Formation paritaire de NIORT\ndu 12 Mars 2031\nRG : F 29/00123", said,
			"cph/niort/29-00123 cph/niort/2031-03-12"},
		{"(Réf 1ère instance : 29/01234)", "Par jugement du 12 mars 2031, le tribunal judiciaire de Niort a rejeté sa demande.",
			"tj/niort/29-01234 tj/niort/2031-03-12"},
		{"", "Par jugement du 12 mars 2031, le tribunal judiciaire de Niort a rejeté sa demande.", "tj/niort/2031-03-12"},
		{"", "Par jugement du 3 mai 2030, le tribunal de commerce de Niort a ouvert une procédure ; par jugement du 12 mars 2031, le tribunal judiciaire de Niort a rejeté sa demande.", ""},
		{"", said, ""},
		{"", "Par jugement du 3 mai 2030, le tribunal de commerce de Niort a ouvert une procédure ; par jugement du 12 mars 2031, le tribunal judiciaire de Saintes a rejeté sa demande. Le 30 avril 2031, Mme Perle a fait appel du jugement du tribunal judiciaire de Saintes devant la cour d'appel de Bordeaux.",
			"tj/saintes/2031-03-12"},
		{"", "Par jugement du 3 mai 2030, le tribunal judiciaire de Saintes a ordonné une expertise ; par jugement du 12 mars 2031, le tribunal judiciaire de Saintes a rejeté sa demande. Mme Perle a fait appel du jugement du tribunal judiciaire de Saintes.", ""},
	} {
		d := x.Extract(&corpus.Document{Text: appeal(c.head, c.said)})
		var keys []string
		if d.Contested != nil {
			for _, k := range d.Contested.Keys() {
				keys = append(keys, string(k))
			}
		}
		if got := strings.Join(keys, " "); got != c.keys {
			t.Errorf("%q, %q: under review %q, want %q", c.head, c.said, got, c.keys)
		}
	}
}

// TestJoinNames wants one node for the decision under review that the head and the
// text name by the court of before and of now, and two for two courts.
func TestJoinNames(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct {
		head, said string
		want       corpus.Key
	}{
		{"Décision déférée à la Cour : Jugement du 12 mars 2031 - Tribunal de grande instance de Niort - RG n° 29/01234",
			"Par jugement du 12 mars 2031, le tribunal judiciaire de Niort a rejeté sa demande.", "tgi/niort/29-01234"},
		{"Décision déférée à la Cour : Jugement du 12 mars 2031 - Tribunal de proximité de Melle - RG n° 29/01234",
			"Par jugement du 12 mars 2031, le tribunal judiciaire de Niort a rejeté sa demande.", "tprox/melle/29-01234"},
		{"Décision déférée à la Cour : Jugement du 12 mars 2031 - Tribunal de commerce de Niort - RG n° 29/01234",
			"Par jugement du 12 mars 2031, le tribunal judiciaire de Niort a rejeté sa demande.", "tj/niort/2031-03-12"},
	} {
		d := x.Extract(&corpus.Document{Text: appeal(c.head, c.said)})
		found := false
		for _, cited := range d.Citations {
			if cited.Key == "tj/niort/2031-03-12" {
				found = true
				if cited.Node != c.want {
					t.Errorf("%q: the node is %s, want %s", c.head, cited.Node, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: the text cites no judgment: %+v", c.head, d.Citations)
		}
	}
}

// TestRemand wants a court of appeal to which a case is remanded to review the judgment,
// never the ruling that was quashed, nor the number of the pourvoi as one of the judgment.
func TestRemand(t *testing.T) {
	x := extractor(t)
	const judgment = "Jugement rendu le 12 mars 2025 par le tribunal de commerce de Niort"
	for _, c := range []struct{ name, head, said, contested, under string }{
		{"the pourvoi in the line below", "Décision déférée à la Cour : " + judgment + "\nAprès renvoi par arrêt de la Cour de cassation du 29 mars 2031, pourvoi n° 29-18.000",
			"Elle a fait appel de cette décision. Par arrêt du 27 mai 2027, la cour d'appel de Pau (RG n° 25/90000) a confirmé ce jugement.",
			"tcom/niort/2025-03-12", "tcom/niort/2025-03-12"},
		{"the pourvoi in the same line", "Décision déférée à la Cour : " + judgment + ", RG n° 2024J00012, après cassation (pourvois n° 29-18.000 et 29-18.001)", "",
			"tcom/niort/2024J00012 tcom/niort/2025-03-12", "tcom/niort/2024J00012"},
		{"a docket that looks like a pourvoi", "Décision déférée à la Cour : Jugement du 12 mars 2025 - Tribunal judiciaire de Niort - RG n° 24-00123", "",
			"tj/niort/24-00123 tj/niort/2025-03-12", "tj/niort/24-00123"},
		{"the ruling that was quashed in the head", "Décision déférée à la Cour : arrêt rendu le 27 mai 2027 par la cour d'appel de Pau, RG n° 25/90000",
			"Par jugement du 12 mars 2025, le tribunal de commerce de Niort a rejeté sa demande.", "tcom/niort/2025-03-12", "tcom/niort/2025-03-12"},
		{"remand to the same court", "Décision déférée à la Cour : " + judgment,
			"Elle a fait appel de cette décision. Par arrêt du 27 mai 2027, la cour d'appel de Bordeaux a confirmé ce jugement.",
			"tcom/niort/2025-03-12", "tcom/niort/2025-03-12"},
		{"a déféré to the court itself", "Décision déférée à la Cour : ordonnance rendue le 27 mai 2027 par la cour d'appel de Bordeaux, RG n° 25/90000", "",
			"ca/bordeaux/25-90000 ca/bordeaux/2027-05-27", "ca/bordeaux/25-90000"},
	} {
		d := x.Extract(&corpus.Document{Text: appeal(c.head, c.said)})
		var contested, under []string
		if d.Contested != nil {
			for _, k := range d.Contested.Keys() {
				contested = append(contested, string(k))
			}
		}
		for _, cited := range d.Citations {
			if cited.UnderAppeal {
				under = append(under, string(cited.Key))
			}
		}
		if got := strings.Join(contested, " "); got != c.contested {
			t.Errorf("%s: under review %q, want %q", c.name, got, c.contested)
		}
		slices.Sort(under)
		if got := strings.Join(slices.Compact(under), " "); got != c.under {
			t.Errorf("%s: cited as under review %q, want %q", c.name, got, c.under)
		}
	}
}

// TestReviewedUse wants the decision under review never to be applied by the court that
// rules on it: it is recited, or reported where the court quashes or confirms it.
func TestReviewedUse(t *testing.T) {
	x := extractor(t)
	const below = "tj/niort/2031-03-12"
	quashing := "COUR DE CASSATION\n\nArrêt du 5 mai 2033\n\nPourvoi n° 31-90.123\n\nLa société Lorme a formé le pourvoi n° B 31-90.123 contre le jugement rendu le 12 mars 2031 par le tribunal judiciaire de Niort.\n\n" +
		"Réponse de la Cour\n\nVu l'article L. 2314-13 du code du travail :\n\nEn statuant ainsi, le tribunal a violé le texte susvisé.\n\nPAR CES MOTIFS, la Cour :\n\n" +
		"CASSE ET ANNULE, en toutes ses dispositions, le jugement rendu le 12 mars 2031, entre les parties, par le tribunal judiciaire de Niort ;\n"
	for name, text := range map[string]string{
		"quashed":   quashing,
		"confirmed": appeal("", "") + "\nPAR CES MOTIFS\n\nVu le jugement rendu le 12 mars 2031 par le tribunal judiciaire de Niort,\n\nCONFIRME le jugement rendu le 12 mars 2031 par le tribunal judiciaire de Niort ;\n",
	} {
		d := x.Extract(&corpus.Document{Text: text})
		uses := map[corpus.Use]int{}
		for _, c := range d.Citations {
			if c.Key == below {
				uses[c.Use]++
			}
		}
		if uses[corpus.Reported] == 0 || uses[corpus.Applied]+uses[corpus.Visa]+uses[corpus.Rejected] > 0 {
			t.Errorf("%s: the uses of the decision under review are %v", name, uses)
		}
	}
}

// TestReviewedByCassation: a court that quashes without remand reviews the ruling on
// appeal alone, whatever it does to the judgment below.
func TestReviewedByCassation(t *testing.T) {
	x := extractor(t)
	const quash = "CASSE ET ANNULE, en toutes ses dispositions, l'arrêt rendu le 3 mai 2018, entre les parties, par la cour d'appel d'Angers ;\n\n"
	for _, c := range []struct{ orders, want string }{
		{quash + "DIT n'y avoir lieu à renvoi ;\n\nInfirme le jugement du tribunal de grande instance de Laval du 6 mars 2017 ;\n", "ca/angers/2018-05-03"},
		{quash + "DIT n'y avoir lieu à renvoi ;\n\nDéclare irrecevable l'appel formé contre le jugement du tribunal de grande instance de Laval du 6 mars 2017 ;\n", "ca/angers/2018-05-03"},
		{quash + "REJETTE le pourvoi formé contre l'arrêt rendu le 5 juin 2018 par la cour d'appel d'Angers ;\n", "ca/angers/2018-05-03 ca/angers/2018-06-05"},
		{"CASSE ET ANNULE le jugement rendu le 6 mars 2017 par le tribunal d'instance de Laval ;\n\nDIT n'y avoir lieu à renvoi ;\n\nAnnule les élections ;\n", "ti/laval/2017-03-06"},
	} {
		d := x.Extract(&corpus.Document{Text: "COUR DE CASSATION, DEUXIÈME CHAMBRE CIVILE\nAudience publique du 5 juin 2019\nPourvoi n° 19-90.456\n\n" +
			"Vu l'article 1240 du code civil ;\nAttendu que ce texte est violé ;\n\nPAR CES MOTIFS :\n\n" + c.orders})
		var got []string
		for i := range d.Citations {
			if c := &d.Citations[i]; c.UnderAppeal && !slices.Contains(got, string(c.Key)) {
				got = append(got, string(c.Key))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\nunder review: %q, want %q", c.orders, s, c.want)
		}
	}
}

// TestSamePlace wants one node for a judgment under review that is told by the town and by
// the département, or with the arrondissement and without, and two for two towns.
func TestSamePlace(t *testing.T) {
	x := extractor(t)
	ruling := func(against, said string) *corpus.Decision {
		return x.Extract(&corpus.Document{Text: "COUR DE CASSATION\n\nArrêt du 5 mai 2033\n\nPourvoi n° 31-90.123\n\nLa société Lorme a formé le pourvoi n° B 31-90.123 contre le jugement rendu le 12 mars 2031 par le " + against +
			".\n\nFaits et procédure\n\n1. Selon le jugement attaqué (" + said + ", 12 mars 2031), la société Lorme a contesté une décision.\n\nPAR CES MOTIFS, la Cour :\n\nREJETTE le pourvoi ;\n"})
	}
	for _, c := range []struct{ against, said, want string }{
		{"tribunal des affaires de sécurité sociale de la Seine-et-Marne", "tribunal des affaires de sécurité sociale de Melun", "tass/seine-et-marne/2031-03-12"},
		{"tribunal d'instance de Paris", "tribunal d'instance de Paris 10e", "ti/paris-10e/2031-03-12"},
		{"tribunal d'instance de Saint-Denis", "tribunal d'instance de Saint-Denis", "ti/saint-denis/2031-03-12"},
		{"tribunal d'instance de Niort", "tribunal d'instance de Melle", "ti/melle/2031-03-12 ti/niort/2031-03-12"},
	} {
		d := ruling(c.against, c.said)
		var nodes []string
		for _, cited := range d.Citations {
			if cited.UnderAppeal && !slices.Contains(nodes, string(cited.Node)) {
				nodes = append(nodes, string(cited.Node))
			}
		}
		if d.Contested != nil {
			for _, k := range d.Contested.Keys() {
				if !slices.Contains(nodes, string(k)) {
					nodes = append(nodes, string(k))
				}
			}
		}
		slices.Sort(nodes)
		if got := strings.Join(nodes, " "); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.against, c.said, got, c.want)
		}
	}
}

// TestSeatOfAppeal: the court of appeal decides between two towns of one name.
func TestSeatOfAppeal(t *testing.T) {
	x := extractor(t)
	text := strings.ReplaceAll(appeal("Décision déférée à la Cour : Jugement du 12 mars 2031 - Tribunal judiciaire de Saint-Denis - RG n° 29/01234",
		"Par jugement du 12 mars 2031, le tribunal judiciaire de Saint-Denis a rejeté sa demande."), "BORDEAUX", "SAINT-DENIS DE LA RÉUNION")
	d := x.Extract(&corpus.Document{Text: text})
	const want = "tj/saint-denis-de-la-reunion/29-01234"
	if d.Contested == nil || d.Contested.Keys()[0] != want {
		t.Errorf("under review %+v, want %s", d.Contested, want)
	}
	for _, c := range d.Citations {
		if c.Key.IsDecision() && c.Node != want {
			t.Errorf("%q is %s, want %s", c.Text, c.Node, want)
		}
	}
}
