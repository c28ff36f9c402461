package court

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestMatters proves that each matter is read in its examples, and not in its
// counter-examples.
func TestMatters(t *testing.T) {
	c := load(t)
	for _, r := range rows(t, "matters.tsv") {
		if err := r.Check(func(printed string) bool { return slices.Contains(c.formation(printed).matters, r.Get("matter")) }); err != nil {
			t.Error(err)
		}
	}
}

// TestSameFormation: only what both print, and what cannot be true of one chamber, tells
// two apart.
func TestSameFormation(t *testing.T) {
	c := load(t)
	for _, x := range []struct {
		kind corpus.CourtKind
		a, b string
		want Match
	}{
		{corpus.Cass, "soc.", "CHAMBRE_SOCIALE", Same},
		{corpus.Cass, "soc.", "CHAMBRE_CIVILE_1", Different},
		{corpus.Cass, "soc.", "1re civ.", Different},
		{corpus.Cass, "1re civ.", "PREMIÈRE CHAMBRE CIVILE", Same},
		{corpus.Cass, "soc.", "", Incomparable},
		{corpus.CA, "CA Rennes, 2e ch., 5 octobre 2018, n° 17/92716", "1re chambre civile B", Different},
		{corpus.CA, "CA Rennes, 1re ch. B, 5 octobre 2018, n° 17/92716", "Première chambre civile B", Same},
		{corpus.CA, "CA Rennes, 1re ch. A, 5 octobre 2018, n° 17/92716", "Première chambre civile B", Different},
		{corpus.CA, "CA Rennes, 1re ch., 5 octobre 2018", "Première chambre civile B", Same},
		{corpus.CA, "ch. soc.", "chambre A", Incomparable},
		{corpus.CA, "ch. soc.", "4e chambre", Incomparable},
		{corpus.CA, "ch. soc.", "Chambre sociale", Same},
		{corpus.CA, "ch. soc.", "Chambre commerciale", Different},
		{corpus.CA, "ch. com.", "Chambre civile et commerciale", Same},
		{corpus.CA, "ch. civ.", "Chambre de la famille", Incomparable},
		{corpus.CA, "pôle 6, ch. 9", "Pôle 6 - Chambre 9", Same},
		{corpus.CA, "pôle 6, ch. 9", "Pôle 4 - Chambre 9", Different},
		{corpus.CA, "9e ch., pôle 6", "Pôle 6 - Chambre 9", Same},
		{corpus.CA, "ch. 4", "Chambre 4-8", Same},
		{corpus.CA, "5e ch.", "Chambre 4-8", Different},
		{corpus.TJ, "3e ch., 2e sect.", "3ème chambre 2ème section", Same},
		{corpus.TJ, "3e ch., 1re sect.", "3ème chambre 2ème section", Different},
		{corpus.CE, "1re ch.", "6ème - 5ème chambres réunies", Different},
		{corpus.CE, "6e et 5e ch. réunies", "6ème - 5ème chambres réunies", Same},
		{corpus.CE, "6e/5e SSR", "6ème et 5ème sous-sections réunies", Same},
		{corpus.CE, "6e ch.", "6ème - 5ème chambres réunies", Same},
		{corpus.CE, "sect.", "6ème chambre", Incomparable},
		{corpus.CAA, "2e ch.", "2ème chambre - formation à 3", Same},
		{corpus.TA, "10e ch.", "10ème chambre", Same},
		{corpus.TA, "1re ch.", "Juge des référés", Incomparable},
	} {
		if got := c.SameFormation(x.kind, x.a, x.b); got != x.want {
			t.Errorf("%s: %q and %q: %d, want %d (%+v, %+v)", x.kind, x.a, x.b, got, x.want, c.formation(x.a), c.formation(x.b))
		}
		if a, b := c.SameFormation(x.kind, x.a, x.b), c.SameFormation(x.kind, x.b, x.a); a != b {
			t.Errorf("%q and %q: %d one way, %d the other", x.a, x.b, a, b)
		}
	}
	for words, want := range map[string]string{
		"CA Rennes, 2e ch., 5 octobre 2018": "2e ch.", "CE, 6e/5e SSR, 3 mai 2012": "6e/5e SSR", "CA Paris, pôle 6, ch. 9, 3 mai 2012": "pôle 6, ch. 9",
		"CA Chambéry, 5 octobre 2018": "", "TGI Auch, 4 octobre 2016": "", "CE, 3 mai 2012, n° 300123": "",
	} {
		if got := CitedFormation(words); got != want {
			t.Errorf("%q: the chamber is %q, want %q", words, got, want)
		}
	}
}
