package commentary

import (
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// maxHolding is the length in runes at which the words of a holding are cut.
const maxHolding = 200

// accessory gives the order of a match, and as orders of their own those on legal
// fees (article 700) and costs that hang on it: "à payer 5 000 euros, outre 1 500
// euros au titre de l'article 700, ainsi qu'aux dépens".
func (a *analysis) accessory(f *match, end int) []told {
	if f.rule.tag != string(corpus.Condamnation) {
		return []told{a.holding(f, end)}
	}
	rest := a.flat[f.end:end]
	fees, costs := a.r.sideFees.FindStringIndex(rest), a.r.sideCosts.FindStringIndex(rest)
	var more []told
	stop := end
	if costs != nil {
		more = append(more, a.hanging(f, corpus.Depens, f.end+costs[0], stop))
		stop = f.end + costs[0]
	}
	if fees != nil && f.end+fees[0] < stop {
		more = append([]told{a.hanging(f, corpus.FraisIrrepetibles, f.end+fees[0], stop)}, more...)
		stop = f.end + fees[0]
	}
	if stop <= f.end {
		return more
	}
	h := a.holding(f, stop)
	if a.r.fees.MatchString(a.flat[f.end:stop]) {
		h.Kind, h.group = corpus.FraisIrrepetibles, string(corpus.FraisIrrepetibles)
	}
	return append([]told{h}, more...)
}

// hanging reads the order that hangs on another from at to stop.
func (a *analysis) hanging(f *match, kind corpus.HoldingKind, at, stop int) told {
	h := a.holding(f, stop)
	h.Span = cut(a.text.Original, a.text.Span(a.wordsFrom(at), stop))
	h.Text, h.Kind, h.group = h.Of(a.text.Original), kind, string(kind)
	h.AmountCents = amount(a.text, at, stop)
	h.words = a.stems(at, stop)
	if kind == corpus.Depens {
		h.Beneficiaries = nil
	}
	return h
}

// wordsFrom skips the comma and the conjunction at a folded offset.
func (a *analysis) wordsFrom(at int) int {
	s := a.flat[at:]
	n := len(s) - len(strings.TrimLeft(s, " ,"))
	for _, conj := range []string{"et ", "ainsi que ", "ainsi qu'", "outre ", "plus "} {
		if strings.HasPrefix(s[n:], conj) {
			return at + n + len(conj)
		}
	}
	return at + n
}

// cut shortens a span to maxHolding runes, at a blank.
func cut(text string, sp corpus.Span) corpus.Span {
	s := sp.Of(text)
	if utf8.RuneCountInString(s) <= maxHolding {
		return sp
	}
	n := 0
	for i := range s {
		if n++; n > maxHolding {
			s = s[:i]
			break
		}
	}
	if i := strings.LastIndexAny(s, " \n"); i > 0 {
		s = strings.TrimRight(s[:i], " ,;:\n")
	}
	return corpus.Span{Start: sp.Start, End: sp.Start + len(s)}
}
