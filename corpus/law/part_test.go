package law

import "testing"

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		part, sub string
		want      bool
	}{
		{"al. 1", "al. 1", true}, {"al. 1", "al. 12", false}, {"al. 12", "al. 1", false}, {"al. 1", "al. 1, 2°", true},
		{"I", "I, 5°", true}, {"I", "II", false}, {"I", "I", true}, {"I, 5°", "I", false}, {"I, 5°", "I, 5°", true},
		{"", "al. 1", false}, {"al. 1", "", false}, {"", "", false},
	} {
		if got := (Part{Sub: c.part}).Covers(c.sub); got != c.want {
			t.Errorf("%q covers %q: %v, want %v", c.part, c.sub, got, c.want)
		}
	}
}
