package queries

import (
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// TestOutcomes: a split decision, of which each side wins a part.
func TestOutcomes(t *testing.T) {
	d := &corpus.Decision{
		Parties: []corpus.Party{{Name: "société Lorme", Side: corpus.Demandeur}, {Name: "Mme Vial", Side: corpus.Defendeur},
			{Name: "M. Darc", Side: corpus.Intervenant}, {Name: "Mme Vial", Side: corpus.Defendeur}},
		Holdings: []corpus.Holding{
			{Kind: corpus.Ordonne, Beneficiaries: []string{"société Lorme"}, Debtors: []string{"Mme Vial"}},
			{Kind: corpus.Condamnation, Beneficiaries: []string{"Mme Vial"}, Debtors: []string{"société Lorme"}},
			{Kind: corpus.Deboute, Refused: []string{"société Lorme"}},
			{Kind: corpus.Depens},
		}}
	want := []PartyOutcome{
		{Name: "société Lorme", Side: corpus.Demandeur, Won: []int{0}, Owes: []int{1}, Refused: []int{2}},
		{Name: "Mme Vial", Side: corpus.Defendeur, Won: []int{1}, Owes: []int{0}, Refused: []int{}},
	}
	if diff := cmp.Diff(want, outcomes(d)); diff != "" {
		t.Error(diff)
	}
}
