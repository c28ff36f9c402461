package queries

import "testing"

func TestWithChamber(t *testing.T) {
	for _, c := range [][3]string{
		{"Cass., n° 17-21.434", "soc.", "Cass. soc., n° 17-21.434"},
		{"Cass. com., n° 17-21.434", "soc.", "Cass. com., n° 17-21.434"},
		{"Cass., n° 17-21.434", "", "Cass., n° 17-21.434"},
		{"CA Niort, 3 mai 2031", "soc.", "CA Niort, 3 mai 2031"},
	} {
		if got := withChamber(c[0], c[1]); got != c[2] {
			t.Errorf("withChamber(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
