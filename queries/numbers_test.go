package queries

import "testing"

func TestBegins(t *testing.T) {
	for _, c := range []struct {
		code, words string
		want        bool
	}{
		{"code-de-la-consommation", "conso", true},
		{"code-de-la-consommation", "code-de-la-conso", true},
		{"code-de-la-consommation", "consomation", false},
		{"code-de-la-consommation", "code-de", false}, // says nothing of which
		{"code-civil", "civ", true},
		{"code-civil", "vil", false},
		{"code-civil", "", false},
	} {
		if got := begins(c.code, c.words); got != c.want {
			t.Errorf("begins(%q, %q) = %v", c.code, c.words, got)
		}
	}
}
