package queries

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

func TestByDay(t *testing.T) {
	for key, want := range map[corpus.Key]bool{"tj/laval/2024-10-20": true, "tj/laval/24-00123": false, "cass/17-21434": false, "code-civil/9": false} {
		if byDay(key) != want {
			t.Errorf("%s is named by its day only: %v", key, !want)
		}
	}
}

// TestShareParty: a prefect is a party of many cases, a person of few.
func TestShareParty(t *testing.T) {
	of := func(parties ...corpus.Party) *corpus.Decision { return &corpus.Decision{Parties: parties} }
	prefect := corpus.Party{Name: "préfet de la Mayenne", Kind: corpus.Publique}
	vial, darc := corpus.Party{Name: "Mme Odile Vial", Kind: corpus.Physique}, corpus.Party{Name: "M. Paul Darc", Kind: corpus.Physique}
	if shareParty(of(prefect, vial), of(prefect, darc)) {
		t.Error("a public body joins two cases")
	}
	if !shareParty(of(prefect, vial), of(corpus.Party{Name: "MME ODILE VIAL", Kind: corpus.Physique})) {
		t.Error("a person does not join two decisions")
	}
}
