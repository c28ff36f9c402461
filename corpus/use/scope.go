package use

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// scope is what stands between the verb of a ruling on another and a provision that the
// heads quashed, reversed or confirmed name: "CASSE ET ANNULE, mais seulement en ce
// qu'il condamne la société Lorme au titre de l'article 700".
var scope = re2.MustCompile(`\b(?:casse et annule|casse|annule|infirme|reforme|confirme)\b[^;\n]{0,160}? en ce qu[^;\n]*$`)

// scopeReach is how many folded bytes before a mention the verb stands.
const scopeReach = 700

// newOrder are words after which a sentence goes on with what this court orders.
var newOrder = []string{"y ajoutant", "statuant", ", condamne", ", dit ", ", deboute", ", ordonne"}

// inScope reports whether a provision in the dispositif is one that the decision below
// applied: it only tells how far the ruling goes.
func inScope(t *fold.Text, c *corpus.Citation) bool {
	if c.Zone != corpus.Dispositif || c.Key.IsDecision() {
		return false
	}
	at := t.Index(c.Start)
	before := t.Folded[max(0, at-scopeReach):at]
	m := scope.FindStringIndex(before)
	if m == nil {
		return false
	}
	said := before[m[0]:]
	said = said[strings.Index(said, " en ce qu"):]
	for _, w := range newOrder {
		if strings.Contains(said, w) {
			return false
		}
	}
	return true
}
