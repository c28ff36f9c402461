package corpus_test

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

func TestPlacePrepositions(t *testing.T) {
	for _, c := range []struct{ place, of, at string }{
		{"Laval", "de Laval", "à Laval"},
		{"Angers", "d'Angers", "à Angers"},
		{"Évreux", "d'Évreux", "à Évreux"},
		{"Ouessant", "d'Ouessant", "à Ouessant"},
		{"Œting", "d'Œting", "à Œting"},
		{"Hyères", "d'Hyères", "à Hyères"},
		{"Hazebrouck", "d'Hazebrouck", "à Hazebrouck"},
		{"Honfleur", "de Honfleur", "à Honfleur"},
		{"Haguenau", "de Haguenau", "à Haguenau"},
		{"Yvetot", "d'Yvetot", "à Yvetot"},
		{"Yssingeaux", "d'Yssingeaux", "à Yssingeaux"},
		{"Yaoundé", "de Yaoundé", "à Yaoundé"},
		{"Le Mans", "du Mans", "au Mans"},
		{"Le Havre", "du Havre", "au Havre"},
		{"Les Sables-d'Olonne", "des Sables-d'Olonne", "aux Sables-d'Olonne"},
		{"La Rochelle", "de La Rochelle", "à La Rochelle"},
		{"L'Haÿ-les-Roses", "de L'Haÿ-les-Roses", "à L'Haÿ-les-Roses"},
		{"Lesparre", "de Lesparre", "à Lesparre"},
		{"Lens", "de Lens", "à Lens"},
		{"", "de ", "à "},
	} {
		if got := corpus.OfPlace(c.place); got != c.of {
			t.Errorf("OfPlace(%q) = %q, want %q", c.place, got, c.of)
		}
		if got := corpus.AtPlace(c.place); got != c.at {
			t.Errorf("AtPlace(%q) = %q, want %q", c.place, got, c.at)
		}
	}
}
