package extract_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
)

// hostile are texts made of one unit that asks much of a stage.
var hostile = []struct{ name, unit string }{
	{"orders", "PAR CES MOTIFS\nCondamne la société Lorme à payer à M. Paul Durieux la somme de 3 000 euros au titre de l'article 700 ;\n"},
	{"one-order", "condamne la société Lorme aux dépens et "},
	{"parties", "APPELANTE :\nLa société Lorme, représentée par Me Brunel\n"},
	{"names", "M. Paul Durieux, Mme Odile Perle et la société Lorme, "},
	{"attendus", "Attendu que la société Lorme fait grief à l'arrêt de la condamner, alors que la preuve est libre ;\n\n"},
	{"quotes", "selon l'article 4, « la preuve est libre "},
	{"days", "arrêt rendu le 3 mai 2012 par la cour d'appel de Rennes, n° 11/01234\n"},
	{"blanks", "n° " + strings.Repeat(" ", 40)},
	{"spaced", "P A R C E S M O T I F S "},
	{"letters", "a"},
	{"lines", "\n"},
}

// cost is what the extraction of a text allocates, in bytes. It is nearly the same on
// every run, which no time is.
func cost(x *extract.Extractor, text, id string) uint64 {
	doc := &corpus.Document{Text: text}
	doc.ID = id
	x.Extract(doc) // what is worked out once
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	x.Extract(doc)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// keeps is what stages may keep for the next text, and allocate anew when a text is
// too large for that.
const keeps = 6 << 20

// TestLinear wants twice the text to cost no more than twice as much.
func TestLinear(t *testing.T) {
	x := extractor(t)
	for _, h := range hostile {
		for _, id := range []string{"", "JURITEXT999900000001"} {
			s := strings.Repeat(h.unit, 40_000/len(h.unit))
			once, twice := cost(x, s, id), cost(x, s+s, id)
			if twice > 5*once/2+keeps {
				t.Errorf("%s, id %q: %d bytes allocated, %d for twice the text", h.name, id, once, twice)
			}
		}
	}
}

// BenchmarkLinear wants the speed of each text not to fall where it is four times as
// long.
func BenchmarkLinear(b *testing.B) {
	x := extractor(b)
	for _, h := range hostile {
		for _, size := range []int{100_000, 400_000} {
			doc := &corpus.Document{Text: strings.Repeat(h.unit, size/len(h.unit))}
			doc.ID = "JURITEXT999900000001"
			b.Run(fmt.Sprintf("%s/%d", h.name, size), func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					x.Extract(doc)
				}
			})
		}
	}
}
