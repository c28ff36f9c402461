package cite

import "testing"

// TestOpenings wants a yes for what begins something, however it is printed, and a
// no for the words that only share its first letters.
func TestOpenings(t *testing.T) {
	f := newFinder(t)
	for s, want := range map[string]uint8{
		"article 1": startsArticle, "articles": startsArticle, "artic1e 2": startsArticle, "arti-\ncle 2": startsArticle,
		"code civil": startsName, "code de commerce": startsName, "cpc": startsName, "c. p. c.": startsName, "cour\nd'appel": startsName,
		"l. 1235-3": startsLettered, "l1235-3": startsLettered, "lo141": startsLettered, "r.* 421-1": startsLettered,
		"a 17-21.434": startsNumber, "n# 12": startsNumber, "no17-21.434": startsNumber, "ecli:fr": startsNumber, "c-362/14": startsNumber,
		"pourvoi": startsNumber, "loi": startsAct, "decret-loi": startsAct, "premier protocole": startsAct, "l. n# 78-17": startsAct,
		"arret": startsNoun, "ordonnance": startsNoun | startsAct, "contrat": startsPrivate, "ancien code": startsName,
	} {
		if got := f.starts.at(s, 0); got&want != want {
			t.Errorf("%q: %b, want %b", s, got, want)
		}
	}
	for s, not := range map[string]uint8{
		"pour": 255, "comme": 255, "l'appel": startsLettered | startsAct, "articuler": 255, "cour supreme": startsName, "conclusions": startsAct,
		"procedure": startsAct, "a ete": startsNumber, "c 'est": startsNumber, "lois": startsLettered, "": 255,
	} {
		if got := f.starts.at(s, 0); got&not != 0 {
			t.Errorf("%q: %b, want none of %b", s, got, not)
		}
	}
}
