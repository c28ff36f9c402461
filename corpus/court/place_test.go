package court

import (
	"slices"
	"testing"
)

// TestSeats proves that the table has the 36 seats of courts of appeal.
func TestSeats(t *testing.T) {
	n := 0
	for _, r := range rows(t, "places.tsv") {
		if r.Get("appeal") == "yes" {
			n++
		}
	}
	if n != 36 {
		t.Errorf("%d seats of courts of appeal, want 36", n)
	}
}

func TestPlace(t *testing.T) {
	c := load(t)
	for slug, want := range map[string]string{
		"": "", "aix-en-provence": "Aix-en-Provence", "les-sables-d-olonne": "Les Sables-d'Olonne",
		"brive": "Brive", "saint-denis": "Saint-Denis", "nimes": "Nîmes",
		"villeneuve-sur-perle": "Villeneuve-sur-Perle", "la-perle": "La-Perle", "2": "2",
	} {
		if got := c.Place(slug); got != want {
			t.Errorf("Place(%q) = %q, want %q", slug, got, want)
		}
	}
	if !slices.Contains(c.Places(), "Pont-l'Évêque") {
		t.Error("Pont-l'Évêque is not listed")
	}
}

func TestParsePlace(t *testing.T) {
	c := load(t)
	for in, want := range map[string]string{
		"Rennes": "Rennes", "d'Angers": "Angers", "VERSAILLES": "Versailles", "du Mans": "Le Mans",
		"AIX_EN_PROVENCE": "Aix-en-Provence", "Villeneuve-sur-Perle": "Villeneuve-sur-Perle",
		"PERLE SUR ORNE, 2e chambre": "Perle sur Orne", "de l'Yonne": "Yonne", "en appel": "", "": "",
	} {
		if got := c.ParsePlace(in); got != want {
			t.Errorf("ParsePlace(%q) = %q, want %q", in, got, want)
		}
	}
}
