package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// debtors gives those on whom an order lays its objects: whom it names before them, or by
// "la" and "la même" those whom the orders before named last.
func (r *reader) debtors(o order, object string) []int {
	who := r.persons(o.verb, object)[debtor]
	if len(who) > 0 || o.verb.kind != corpus.Condamnation {
		return who
	}
	same := r.f.say.theSame.FindString(object)
	if strings.Contains(same, "les ") {
		return r.several
	}
	if pronoun(r.in.Text.Folded[o.from:o.object]) || same != "" && len(r.last) == 1 {
		return r.last
	}
	return who
}

// people writes who owes what a part of an order says, to whom, and whose claim it
// refuses, and keeps for whom it is. first says that it is the part right behind the verb.
func (r *reader) people(h *corpus.Holding, o order, words string, debtors []int, first bool) {
	found := r.persons(o.verb, words)
	who, beneficiaries := found[debtor], found[beneficiary]
	if first || len(debtors) > 0 {
		who = debtors
	}
	if beneficiaries == nil {
		beneficiaries = r.byPronoun(words, who)
	}
	// Nobody owes himself: of two readings that meet, neither is asserted of
	// the debtor.
	if slices.ContainsFunc(who, func(p int) bool { return slices.Contains(beneficiaries, p) }) {
		who = nil
	}
	h.Debtors, h.Beneficiaries = r.names(who), r.names(beneficiaries)
	if refuses(h.Kind, words) {
		whose := found[refused]
		switch {
		case whose != nil:
		case h.Kind == corpus.FraisIrrepetibles && r.f.say.ownDemand.MatchString(words):
			whose = r.costs
		case o.verb.name == "deboute" && pronoun(r.in.Text.Folded[o.from:o.object]) && len(r.last) == 1: // "et l'en déboute"
			whose = r.last
		}
		if whose == nil && r.f.say.everybody.MatchString(words) {
			whose = r.everybody()
		}
		h.Refused = r.names(whose)
		beneficiaries = slices.Concat(beneficiaries, whose)
	}
	if len(beneficiaries) > 0 {
		r.served = beneficiaries
	}
}

// everybody gives all parties to the dispute: "déboute les parties".
func (r *reader) everybody() (out []int) {
	for i, p := range r.parties {
		if p.side != corpus.MinisterePublic {
			out = append(out, i)
		}
	}
	return out
}

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

// continues reports whether an order goes on with the one before it: in small letters,
// with the pronoun of those whose demand that one refused: "rejette les demandes ; les
// condamne à payer …".
func (r *reader) continues(h *corpus.Holding) bool {
	t := r.in.Text
	i := t.Index(h.Start)
	return r.before.Kind == corpus.FraisIrrepetibles && len(r.before.Refused) > 0 && !t.Capital(i) && pronoun(t.Folded[i:]) &&
		r.before.AmountCents == 0
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
	if r.f.say.sameHead.MatchString(words) || h.Kind == corpus.Condamnation && r.continues(h) || h.Kind == corpus.Rejet && r.in.Court.Kind == corpus.Cass && strings.Contains(words, "demande") {
		h.Kind, h.Rule, h.Confidence = corpus.FraisIrrepetibles, "meme-chef", 0.9
		h.Bases = slices.Clone(r.before.Bases)
	}
}
