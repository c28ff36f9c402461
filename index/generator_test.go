package index

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// generator invents decisions of about 10 kB that are the same in every run:
// usual formulas, function words at their usual rate, and a long tail of words
// drawn by Zipf's law.
type generator struct {
	r    *rand.Rand
	tail *rand.Zipf
	n    int
	size int // of a text; 0 is 10,000 bytes
}

func newGenerator(seed uint64) *generator {
	r := rand.New(rand.NewPCG(seed, 20161004))
	return &generator{r: r, tail: rand.NewZipf(r, 1.2, 8, 100_000)}
}

var formulas = []string{"attendu que", "la cour d’appel", "il résulte de", "l'article 1240 du code civil",
	"cause réelle et sérieuse", "le juge des référés", "trouble manifestement illicite", "par ces motifs",
	"l’employeur", "mot de passe", "dommages-intérêts", "l'article L. 1235-3 du code du travail",
	"aux dépens", "la société", "en application de", "s’il est vrai que"}

var common = strings.Fields("de la le les des et à en que pour dans par sur au une un il ne pas ce est qui")

var syllables = strings.Fields("ba cé di fo gu la mè ni pro ré sa to vi cha lou ment tion eur able ique")

func (g *generator) decisions(n int) []*corpus.Decision {
	out := make([]*corpus.Decision, n)
	for i := range out {
		out[i] = g.decision()
	}
	return out
}

func (g *generator) decision() *corpus.Decision {
	g.n++
	var b strings.Builder
	size := cmp.Or(g.size, 10_000)
	for b.Len() < size {
		switch k := g.r.IntN(20); {
		case k == 0:
			b.WriteString(formulas[g.r.IntN(1+g.r.IntN(len(formulas)))])
		case k == 1:
			b.WriteString(";\n")
		case k < 10:
			b.WriteString(common[g.r.IntN(1+g.r.IntN(len(common)))])
		default:
			b.WriteString(spell(g.tail.Uint64()))
		}
		b.WriteByte(' ')
	}
	places := []string{"Paris", "Rennes", "Aix-en-Provence", "Lyon"}
	court := corpus.Court{Kind: corpus.CA, Place: places[g.r.IntN(len(places))]}
	date := corpus.NewDate(1990+g.r.IntN(35), 1+g.r.IntN(12), 1+g.r.IntN(28))
	d := decision(nodeOf(g.n), court, date,
		[]string{fmt.Sprintf("%02d/%05d", g.n/100_000, g.n%100_000)}, b.String(),
		"société "+spell(g.tail.Uint64()), "M. "+spell(g.tail.Uint64()))
	d.Zones = zonesIn(d.Text)
	d.Parties[0].Kind = corpus.Morale
	d.Solution = []string{"Rejet", "Cassation", "Confirmation", "Infirmation"}[g.r.IntN(4)]
	for range g.r.IntN(8) {
		d.Citations = append(d.Citations, corpus.Citation{Node: corpus.Key(fmt.Sprintf("code-civil/%d", 1+g.r.IntN(1+g.r.IntN(2000))))})
	}
	return d
}

// nodeOf is the node of decision n, the first being 1.
func nodeOf(n int) corpus.Node { return corpus.Node(fmt.Sprintf("texte:%08x", n)) }

// spell is the word of rank n.
func spell(n uint64) string {
	w := ""
	for n += uint64(len(syllables)); n > 0; n /= uint64(len(syllables)) {
		w += syllables[n%uint64(len(syllables))]
	}
	return w
}
