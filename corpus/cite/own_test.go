package cite

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestOwnOtherwiseWritten: a ruling does not cite itself: neither by its day where the heading writes the
// place of its court shorter, nor by its number printed beside the court below.
func TestOwnOtherwiseWritten(t *testing.T) {
	f := newFinder(t)
	for _, c := range []struct {
		text string
		ctx  Context
		want []corpus.Key
	}{
		{"TRIBUNAL DE COMMERCE DE BRIVE\n\nJUGEMENT DU 12 JUILLET 2031",
			Context{Date: "2031-07-12", Court: corpus.Court{Kind: corpus.TCom, Place: "Brive-la-Gaillarde"}}, nil},
		{"TRIBUNAL DE COMMERCE DE BRIVE\n\nJUGEMENT DU 12 JUILLET 2031",
			Context{Date: "2031-07-13", Court: corpus.Court{Kind: corpus.TCom, Place: "Brive-la-Gaillarde"}}, []corpus.Key{"tcom/brive/2031-07-12"}},
		{"Jugement du TRIBUNAL JUDICIAIRE D'ÉVREUX du 12 janvier 2031 (RG 28/02764)\n\nN° RG 31/00633 - N° Portalis DBV2",
			Context{Own: []corpus.Key{"ca/rouen/31-00633"}, Date: "2033-03-15", Court: corpus.Court{Kind: corpus.CA, Place: "Rouen"}}, []corpus.Key{"tj/evreux/28-02764"}},
		{"Jugement du TRIBUNAL JUDICIAIRE D'ÉVREUX du 12 janvier 2031\n\nN° RG 31/00633 - N° Portalis DBV2",
			Context{Own: []corpus.Key{"ca/rouen/31-00633"}, Date: "2033-03-15", Court: corpus.Court{Kind: corpus.CA, Place: "Rouen"}}, []corpus.Key{"tj/evreux/2031-01-12"}},
		{"Jonction\n\n1. Les pourvois n° 31-23.427 à 31-23.429 sont joints ; Soc., 3 mai 2030, n° 29-10.101 à 29-10.103",
			Context{Own: []corpus.Key{"cass/31-23427", "cass/31-23429"}, Date: "2033-03-15", Court: corpus.Court{Kind: corpus.Cass}},
			[]corpus.Key{"cass/29-10101", "cass/29-10102", "cass/29-10103"}},
	} {
		got := find(f, c.text, c.ctx)
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
			continue
		}
		for i, k := range c.want {
			if got[i].Key != k {
				t.Errorf("%q: %s, want %s", c.text, got[i].Key, k)
			}
		}
	}
}
