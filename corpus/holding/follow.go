package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// byPronoun gives those for whom an order is that says "lui" or "leur": whom the orders
// so far served or refused last. nil when their number does not fit the pronoun, or when
// one of them is the debtor.
func (r *reader) byPronoun(words string, debtors []int) []int {
	m := r.f.say.toPronoun.FindStringSubmatch(words)
	if m == nil || (m[1] == "lui") != (len(r.served) == 1) {
		return nil
	}
	if slices.ContainsFunc(debtors, func(p int) bool { return slices.Contains(r.served, p) }) {
		return nil
	}
	return r.served
}

// sameHead makes an order one on frais irrépétibles that rests on what the order on them
// right before rests on: "2 500 euros sur le même fondement". In a ruling of the Cour de
// cassation every demand that is refused right behind such an order is one for them.
func (r *reader) sameHead(h *corpus.Holding, words string) {
	if r.before == nil || r.before.Kind != corpus.FraisIrrepetibles {
		return
	}
	switch h.Kind {
	case corpus.Condamnation, corpus.Rejet, corpus.Deboute:
	default:
		return
	}
	if r.f.say.sameHead.MatchString(words) || h.Kind == corpus.Rejet && r.in.Court.Kind == corpus.Cass && strings.Contains(words, "demande") {
		h.Kind, h.Rule, h.Confidence = corpus.FraisIrrepetibles, "meme-chef", 0.9
		h.Bases = slices.Clone(r.before.Bases)
	}
}
