package fate

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
	"github.com/google/go-cmp/cmp"
)

// TestWords reads each example and counter-example of words.tsv.
func TestWords(t *testing.T) {
	r := load(t)
	rows, err := table.ReadFile(files, "words.tsv", "class", "place", "words", "unless", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		w := r.noRemand
		switch row.Get("class") {
		case "part":
			w = r.part
		case "remanded":
			w = r.remanded
		}
		if err := row.Check(w.fit); err != nil {
			t.Error(err)
		}
	}
	if r.noRemand.fit("") {
		t.Error("an empty text fits")
	}
}

// TestBelow reads each example and counter-example of below.tsv.
func TestBelow(t *testing.T) {
	r := load(t)
	rows, err := table.ReadFile(files, "below.tsv", "outcome", "part", "court", "kinds", "place", "words", "unless", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		court := corpus.CourtKind(row.Get("court"))
		if court == "" {
			court = corpus.Cass
		}
		if err := row.Check(func(example string) bool {
			kind, text, _ := strings.Cut(example, ": ")
			said, ok := r.ofBelow(court, &corpus.Holding{Kind: corpus.HoldingKind(kind), Text: text})
			return ok && said.Outcome == corpus.Outcome(row.Get("outcome"))
		}); err != nil {
			t.Error(err)
		}
	}
}

// TestEnding: whether another court rules anew, and what became of the judgment below.
func TestEnding(t *testing.T) {
	r := load(t)
	order := func(kind corpus.HoldingKind, text string) corpus.Holding {
		return corpus.Holding{Kind: kind, Text: text}
	}
	quash := order(corpus.Cassation, "CASSE ET ANNULE, en toutes ses dispositions, l'arrêt rendu le 3 mai 2018")
	none := order(corpus.Dit, "DIT n'y avoir lieu à renvoi")
	annul := order(corpus.Annulation, "L'arrêt de la cour administrative d'appel de Nancy du 3 mai 2018 est annulé")
	article := corpus.Citation{Key: settlement, Speaker: corpus.Cour}
	article.Text = "article L. 821-2 du code de justice administrative"
	invoked := article
	invoked.Speaker = corpus.Partie
	for _, c := range []struct {
		name     string
		court    corpus.CourtKind
		solution string
		cited    []corpus.Citation
		orders   []corpus.Holding
		outcome  corpus.Outcome // of the decision itself
		part     bool
		want     string // the proof, and what becomes of the decision below; "" when no dispute is ended
	}{
		{"a remand", corpus.Cass, "Cassation", nil, []corpus.Holding{quash, order(corpus.Renvoi, "les renvoie devant la cour d'appel de Rennes")}, corpus.Quashed, false, ""},
		{"nothing is said", corpus.Cass, "Cassation", nil, []corpus.Holding{quash}, corpus.Quashed, false, ""},
		{"without remand, and no more", corpus.Cass, "Cassation sans renvoi", nil, []corpus.Holding{quash, none}, corpus.Quashed, false, "Cassation sans renvoi | DIT n'y avoir lieu à renvoi |"},
		{"by the published solution alone", corpus.Cass, "Cassation sans renvoi", nil, nil, corpus.Quashed, false, "Cassation sans renvoi |  |"},
		{"without remand on some heads", corpus.Cass, "Cassation partielle partiellement sans renvoi", nil, []corpus.Holding{quash, none, order(corpus.Renvoi, "les renvoie devant la cour d'appel de Rennes")}, corpus.Quashed, true, ""},
		{"by way of retranchement", corpus.Cass, "", nil, []corpus.Holding{order(corpus.CassationPartielle, "CASSE ET ANNULE, par voie de retranchement, en ce qu'il condamne Mme Vautier, l'arrêt")}, corpus.Quashed, true, " | CASSE ET ANNULE, par voie de retranchement, en ce qu'il condamne Mme Vautier, l'arrêt |"},
		{"it confirms the judgment itself: the ruling on appeal is quashed as a whole", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.Confirmation, "Confirme le jugement du 3 mars 2017")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi | confirmed"},
		{"it reverses it", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.Infirmation, "Infirme le jugement du 3 mars 2017"), order(corpus.Deboute, "Déboute M. Darc")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi | reversed"},
		{"it reverses it in part, and confirms the rest", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.InfirmationPartielle, "Infirme le jugement en ce qu'il condamne M. Darc"), order(corpus.Confirmation, "Confirme le jugement pour le surplus")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi | reversed in part"},
		{"what is confirmed of a part does not tell of the rest", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.ConfirmationPartielle, "Confirme le jugement en ce qu'il condamne M. Darc")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi |"},
		{"the appeal was inadmissible", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.Irrecevabilite, "Déclare irrecevable l'appel formé par M. Darc")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi | inadmissible"},
		{"the appeal is rejected", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.Rejet, "Rejette l'appel de M. Darc")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi | upheld"},
		{"the demand is rejected: not told", corpus.Cass, "", nil, []corpus.Holding{quash, none, order(corpus.Deboute, "Déboute M. Darc de ses demandes")}, corpus.Quashed, false, " | DIT n'y avoir lieu à renvoi |"},
		{"a pourvoi rejected ends no dispute so", corpus.Cass, "Rejet", nil, []corpus.Holding{order(corpus.Rejet, "REJETTE le pourvoi")}, corpus.Upheld, false, ""},
		{"the Conseil d'État settles the case", corpus.CE, "", []corpus.Citation{article}, []corpus.Holding{annul, order(corpus.Rejet, "La requête de M. Darc devant la cour administrative d'appel de Nancy est rejetée")}, corpus.Annulled, false, " | article L. 821-2 du code de justice administrative | upheld"},
		{"and annuls the judgment", corpus.CE, "", []corpus.Citation{article}, []corpus.Holding{annul, order(corpus.Annulation, "Le jugement du tribunal administratif de Nancy est annulé"), order(corpus.Rejet, "La demande de M. Darc devant le tribunal administratif est rejetée")}, corpus.Annulled, false, " | article L. 821-2 du code de justice administrative | annulled"},
		{"in part", corpus.CE, "", []corpus.Citation{article}, []corpus.Holding{annul, order(corpus.Annulation, "Les articles 1er et 2 du jugement du tribunal administratif de Nancy sont annulés")}, corpus.Annulled, false, " | article L. 821-2 du code de justice administrative | annulled in part"},
		{"the ruling is annulled in part", corpus.CE, "", nil, []corpus.Holding{order(corpus.Annulation, "L'arrêt de la cour administrative d'appel de Nancy est annulé en tant qu'il statue sur les intérêts")}, corpus.Annulled, true, ""},
		{"it remands", corpus.CE, "", []corpus.Citation{article}, []corpus.Holding{annul, order(corpus.Renvoi, "L'affaire est renvoyée à la cour administrative d'appel de Nancy")}, corpus.Annulled, false, ""},
		{"that a party asks for it is no proof", corpus.CE, "", []corpus.Citation{invoked}, []corpus.Holding{annul}, corpus.Annulled, false, ""},
		{"a cour administrative d'appel has no case to settle so", corpus.CAA, "", []corpus.Citation{article}, []corpus.Holding{order(corpus.Annulation, "Le jugement du tribunal administratif de Nancy est annulé")}, corpus.Annulled, false, ""},
	} {
		d := &corpus.Decision{Metadata: corpus.Metadata{Court: corpus.Court{Kind: c.court}, Solution: c.solution}, Holdings: c.orders, Citations: c.cited}
		got, _ := r.Of(d)
		if got.Outcome != c.outcome || got.Part != c.part {
			t.Errorf("%s: %s, in part %v", c.name, got.Outcome, got.Part)
		}
		if diff := cmp.Diff(strings.TrimSpace(c.want), strings.TrimSpace(endingWords(got.Ending))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// endingWords writes an ending as the table of TestEnding does.
func endingWords(e *corpus.Ending) string {
	if e == nil {
		return ""
	}
	words := e.Official + " | " + e.Text + " |"
	if e.Below != nil {
		words += " " + string(e.Below.Outcome)
		if e.Below.Part {
			words += " in part"
		}
	}
	return words
}
