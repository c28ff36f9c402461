package queries

import "testing"

// TestStrayWords: what stands behind a number and says nothing of a decision is told; its
// day, its publication and what the number is are not.
func TestStrayWords(t *testing.T) {
	for reference, want := range map[string]string{
		"18-29.417": "", "RG 17/92716": "", "18-29.417 foo bar": "foo bar", "CA Rennes 17/92716 blah": "blah",
		"Cass. 1re civ., 13 novembre 2019, n° 18-29.417, publié au bulletin": "", "18-29.417 du 13 novembre 2019": "",
		"18-29.417, FS-P+B": "", "18-29.417 et 18-29.418": "", "JURITEXT999900000002 licenciement": "licenciement",
		"tribunal de nulle part": "", "18-29.417 18-29.418 annexe": "annexe",
	} {
		if got := strayWords(reference); got != want {
			t.Errorf("%q: %q, want %q", reference, got, want)
		}
	}
}
