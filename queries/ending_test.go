package queries

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

func TestEndings(t *testing.T) {
	e, err := loadEndings()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		nature, solution string
		orders           []corpus.HoldingKind
		want             bool
	}{
		{"ARRET", "Rejet", []corpus.HoldingKind{corpus.Rejet, corpus.Depens}, true},
		{"ARRET", "Cassation partielle", []corpus.HoldingKind{corpus.CassationPartielle, corpus.Renvoi}, true},
		{"Jugement", "", []corpus.HoldingKind{corpus.Condamnation, corpus.Deboute}, true},
		{"", "", []corpus.HoldingKind{corpus.Confirmation}, true},
		{"", "", nil, false}, // nothing is known of it
		{"ARRET", "", []corpus.HoldingKind{corpus.Depens}, false},
		{"Jugement", "", []corpus.HoldingKind{corpus.Condamnation, corpus.Sursis}, false},
		{"Jugement avant dire droit", "", []corpus.HoldingKind{corpus.Condamnation}, false},
		{"Jugement mixte", "", []corpus.HoldingKind{corpus.Condamnation}, false},
		{"ORDONNANCE DE RÉFÉRÉ", "", []corpus.HoldingKind{corpus.Condamnation}, false},
		{"QPC", "Qpc - non-lieu à renvoi au CC", []corpus.HoldingKind{corpus.Rejet}, false},
		{"ARRET", "Question prioritaire de constitutionnalité : renvoi", []corpus.HoldingKind{corpus.Rejet}, false},
		{"Arrêt rectificatif", "", []corpus.HoldingKind{corpus.Condamnation}, false},
		{"AVIS", "", []corpus.HoldingKind{corpus.Rejet}, false},
	} {
		d := &corpus.Decision{Metadata: corpus.Metadata{Nature: c.nature, Solution: c.solution}}
		for _, k := range c.orders {
			d.Holdings = append(d.Holdings, corpus.Holding{Kind: k})
		}
		if got := e.of(d); got != c.want {
			t.Errorf("%q, %q, %v: ends %v, want %v", c.nature, c.solution, c.orders, got, c.want)
		}
	}
}
