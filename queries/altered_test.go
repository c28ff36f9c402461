package queries

import "testing"

// TestNegated: a quotation that begins behind a negation is told.
func TestNegated(t *testing.T) {
	for before, want := range map[string]string{
		"La mesure ne ": "ne", "La mesure n'": "n", "La mesure n’": "n", "Elle est NON ": "NON", "ne\u00a0": "ne", "sans\n": "sans", "ne « ": "ne",
		"La mesure ": "", "": "", "elle la mène ": "", "ne, ": "", "ne. ": "", "raisonne ": "", "ne doit ": "", "Non. ": "",
	} {
		if got := negated(before+"peut être subordonnée", len(before)); got != want {
			t.Errorf("before %q: %q, want %q", before, got, want)
		}
	}
}
