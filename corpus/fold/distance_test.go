package fold

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		most int
		want int
	}{
		{"procedure", "procedure", 3, 0}, {"", "", 1, 0}, {"", "ab", 3, 2},
		{"procedure", "procedue", 3, 1},   // left out
		{"procedure", "proccedure", 3, 1}, // put in
		{"procedure", "procedurs", 3, 1},  // changed
		{"civile", "civlie", 3, 1},        // turned round
		{"code cle", "code de", 3, 2}, {"rejet", "cassation", 3, 3}, {"a", "abcdef", 2, 2}, {"été", "ete", 3, 2},
	} {
		for _, got := range []int{Distance(c.a, c.b, c.most), Distance(c.b, c.a, c.most)} {
			if got != c.want {
				t.Errorf("%q, %q up to %d: %d, want %d", c.a, c.b, c.most, got, c.want)
			}
		}
	}
}
