package index

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestOnlyInPart: a publisher's "Cassation" does not hide that it is partial; another
// solution, or one that says so, is left alone.
func TestOnlyInPart(t *testing.T) {
	for _, c := range []struct {
		solution string
		kind     corpus.HoldingKind
		want     bool
	}{
		{"Cassation", corpus.CassationPartielle, true}, {"Cassation partielle", corpus.CassationPartielle, false},
		{"Rejet", corpus.CassationPartielle, false}, {"Cassation", corpus.Cassation, false},
		{"Confirme la décision déférée", corpus.ConfirmationPartielle, true},
	} {
		if got := onlyInPart(c.solution, c.kind); got != c.want {
			t.Errorf("%s, %s: %v", c.solution, c.kind, got)
		}
	}
}
