package fold

import "testing"

func TestWordsAt(t *testing.T) {
	for _, c := range []struct {
		s, words string
		want     int
	}{
		{"societe anonyme orme", "societe anonyme", 15},
		{"societe \n anonyme", "societe anonyme", 17},
		{"societes", "societe", 0},
		{"societe2", "societe", 0},
		{"societe", "societe anonyme", 0},
		{"societeanonyme", "societe anonyme", 0},
		{" et mme vial", " et", 3},
		{"", "et", 0},
	} {
		if got := WordsAt(c.s, c.words); got != c.want {
			t.Errorf("WordsAt(%q, %q) = %d, want %d", c.s, c.words, got, c.want)
		}
	}
}
