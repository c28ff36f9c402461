package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// maxHoldings bounds the holdings of one text.
const maxHoldings = 64

// told is one telling of a holding.
type told struct {
	corpus.Holding
	group string          // kinds that are told for one another
	words map[string]bool // stems of the words that carry sense
	once  bool            // a decision has one of its kind
}

// readHoldings makes holdings of the orders found, once each.
func (a *analysis) readHoldings() []corpus.Holding {
	var all []told
	for k, f := range a.orders {
		if a.byCourt(&f) != present || f.rule.flags["pourvoi"] && a.level != '3' ||
			f.rule.flags["refere"] && !a.interim {
			continue
		}
		for _, h := range a.accessory(&f, a.orderEnd(k)) {
			all = a.tell(all, h)
		}
		if len(all) >= maxHoldings {
			break
		}
	}
	out := make([]corpus.Holding, len(all))
	for i := range all {
		out[i] = all[i].Holding
	}
	return out
}

// orderEnd finds where the words of order k end: at the next order, at the
// reasons that follow, or with the sentence.
func (a *analysis) orderEnd(k int) int {
	f := &a.orders[k]
	end := a.sents[f.sent].end
	if k+1 < len(a.orders) && a.orders[k+1].sent == f.sent {
		next := &a.orders[k+1]
		end = next.start
		if i := next.subject; i >= 0 && a.mentions[i].start > f.end {
			end = a.mentions[i].start
		}
	}
	if loc := a.r.reasons.FindStringIndex(a.flat[f.end:end]); loc != nil {
		end = f.end + loc[0]
	}
	return f.end + len(a.r.dangling.ReplaceAllString(a.flat[f.end:end], ""))
}

// holding reads one order, from its verb to end.
func (a *analysis) holding(f *match, end int) told {
	h := told{group: f.rule.tag, once: f.rule.flags["unique"]}
	h.Kind = corpus.HoldingKind(f.rule.tag)
	h.Rule, h.Confidence = "commentary/"+f.rule.id, 0.85
	for _, g := range []string{"cassation", "confirmation", "infirmation"} {
		if strings.HasPrefix(f.rule.tag, g) {
			h.group = g
		}
	}
	if f.rule.tag == string(corpus.Ordonne) {
		h.group = string(corpus.Condamnation)
	}
	h.Span = cut(a.text.Original, a.text.Span(a.topic(f), end))
	h.Text = h.Of(a.text.Original)
	h.AmountCents = amount(a.text, f.start, end)
	h.words = a.stems(f.end, end)
	if f.rule.flags["charge"] {
		a.burden(&h, f, end)
	}
	return h
}

// topic gives where the words of an order start: at its verb, or before, at what
// the sentence puts in front ("quant aux factures, le juge …").
func (a *analysis) topic(f *match) int {
	from := a.sents[f.sent].start
	if loc := a.r.topic.FindStringIndex(a.flat[from:f.start]); loc != nil && loc[0] == 0 {
		return from
	}
	return f.start
}
