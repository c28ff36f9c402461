package fate

import (
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func load(t *testing.T) *Reader {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSolutions reads each example and counter-example of the table.
func TestSolutions(t *testing.T) {
	r := load(t)
	rows, err := table.ReadFile(files, "solutions.tsv", "outcome", "part", "words", "unless", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		want := corpus.Ruling{Outcome: corpus.Outcome(row.Get("outcome")), Part: row.Get("part") == "yes"}
		fits := func(text string) bool {
			got, ok := r.fromSolution(text)
			return ok && got.Outcome == want.Outcome && got.Part == want.Part
		}
		if err := row.Check(fits); err != nil {
			t.Error(err)
		}
	}
	if got, ok := r.fromSolution("QPC autres"); ok {
		t.Errorf("a solution of another kind gives %+v", got)
	}
}

func TestOf(t *testing.T) {
	r := load(t)
	order := func(kind corpus.HoldingKind, text string) corpus.Holding {
		return corpus.Holding{Kind: kind, Text: text}
	}
	for _, c := range []struct {
		name     string
		court    corpus.CourtKind
		solution string
		orders   []corpus.Holding
		want     corpus.Ruling // without its proof
	}{
		{"a pourvoi rejected", corpus.Cass, "Rejet", []corpus.Holding{order(corpus.Rejet, "REJETTE le pourvoi")}, corpus.Ruling{Outcome: corpus.Upheld}},
		{"only the official solution", corpus.Cass, "Cassation", nil, corpus.Ruling{Outcome: corpus.Quashed}},
		{"the text says that it is in part", corpus.Cass, "Cassation", []corpus.Holding{order(corpus.CassationPartielle, "CASSE ET ANNULE, mais seulement en ce que")}, corpus.Ruling{Outcome: corpus.Quashed, Part: true}},
		{"confirmed and reversed", corpus.CA, "", []corpus.Holding{order(corpus.ConfirmationPartielle, "CONFIRME le jugement en ce que"), order(corpus.InfirmationPartielle, "L'INFIRME pour le surplus")}, corpus.Ruling{Outcome: corpus.Reversed, Part: true}},
		{"confirmed, but for one head", corpus.CA, "", []corpus.Holding{order(corpus.ConfirmationPartielle, "CONFIRME le jugement, sauf sur les intérêts")}, corpus.Ruling{Outcome: corpus.Reversed, Part: true}},
		{"confirmed", corpus.CA, "", []corpus.Holding{order(corpus.Recevabilite, "REÇOIT l'appel"), order(corpus.Confirmation, "CONFIRME le jugement"), order(corpus.Rejet, "REJETTE toutes autres demandes")}, corpus.Ruling{Outcome: corpus.Confirmed}},
		{"a claim rejected is no review rejected", corpus.CA, "", []corpus.Holding{order(corpus.Rejet, "REJETTE toutes autres demandes")}, corpus.Ruling{}},
		{"an appeal rejected", corpus.CA, "", []corpus.Holding{order(corpus.Rejet, "Rejette l'appel de M. Darc")}, corpus.Ruling{Outcome: corpus.Upheld}},
		{"a request rejected", corpus.CAA, "", []corpus.Holding{order(corpus.Rejet, "La requête de M. Darc est rejetée")}, corpus.Ruling{Outcome: corpus.Upheld}},
		{"a judgment annulled", corpus.CAA, "", []corpus.Holding{order(corpus.Annulation, "Le jugement du tribunal administratif de Rennes du 3 mai 2017 est annulé"), order(corpus.Rejet, "La demande de Mme Vial est rejetée")}, corpus.Ruling{Outcome: corpus.Annulled}},
		{"a decree annulled is no judgment", corpus.CE, "", []corpus.Holding{order(corpus.Annulation, "Le décret du 3 mai 2017 est annulé")}, corpus.Ruling{}},
		{"an appeal withdrawn", corpus.CA, "", []corpus.Holding{order(corpus.Desistement, "Constate le désistement de l'appel")}, corpus.Ruling{Outcome: corpus.Withdrawn}},
		{"an incident withdrawn", corpus.CA, "", []corpus.Holding{order(corpus.Desistement, "Constatons le désistement d'incident de la société Lorme")}, corpus.Ruling{}},
		{"both appeals withdrawn", corpus.CA, "", []corpus.Holding{order(corpus.Desistement, "Constate le désistement des appels principal et incident")}, corpus.Ruling{Outcome: corpus.Withdrawn}},
		{"an appeal inadmissible", corpus.CA, "", []corpus.Holding{order(corpus.Irrecevabilite, "Déclare irrecevable l'appel formé par M. Darc")}, corpus.Ruling{Outcome: corpus.Inadmissible}},
		{"an appeal that lapsed", corpus.CA, "", []corpus.Holding{order(corpus.Autre, "Prononce la caducité de la déclaration d'appel")}, corpus.Ruling{Outcome: corpus.Lapsed}},
		{"a case that ended", corpus.CA, "", []corpus.Holding{order(corpus.Constate, "Constatons l'extinction de l'instance et le dessaisissement de la cour")}, corpus.Ruling{Outcome: corpus.Lapsed}},
		{"a promise that lapsed is no review", corpus.CA, "", []corpus.Holding{order(corpus.Autre, "Prononce la caducité de la promesse de vente du 3 mai 2017")}, corpus.Ruling{}},
		{"the action publique is no instance", corpus.CA, "", []corpus.Holding{order(corpus.Constate, "Constate l'extinction de l'action publique")}, corpus.Ruling{}},
		{"some other order", corpus.CA, "", []corpus.Holding{order(corpus.Autre, "Ordonne la jonction des procédures")}, corpus.Ruling{}},
		{"a claim inadmissible", corpus.CA, "", []corpus.Holding{order(corpus.Irrecevabilite, "Déclare irrecevable la demande de dommages-intérêts")}, corpus.Ruling{}},
		{"a first instance reviews nothing", corpus.TJ, "Rejet", []corpus.Holding{order(corpus.Rejet, "REJETTE le recours")}, corpus.Ruling{}},
	} {
		d := &corpus.Decision{Metadata: corpus.Metadata{Court: corpus.Court{Kind: c.court}, Solution: c.solution}, Holdings: c.orders}
		got, ok := r.Of(d)
		if ok != (c.want != corpus.Ruling{}) {
			t.Errorf("%s: known %v", c.name, ok)
		}
		if diff := cmp.Diff(c.want, got, cmpopts.IgnoreFields(corpus.Ruling{}, "Official", "Text", "Span", "Ending")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if ok && got.Official == "" && got.Text == "" {
			t.Errorf("%s: no proof", c.name)
		}
	}
}
