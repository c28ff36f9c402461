package commentary

import "strings"

// stems gives the words of a range that carry sense, cut to their first letters,
// so that two tellings of one order can be known for one.
func (a *analysis) stems(start, end int) map[string]bool {
	m := map[string]bool{}
	for k := a.tokenAt(start); k < len(a.toks) && a.toks[k].end <= end; k++ {
		if w := a.word(k); len(w) >= 4 && !a.r.tools[w] {
			m[w[:min(len(w), 6)]] = true
		}
	}
	return m
}

// tell adds a telling, or joins it to an earlier one of the same order.
func (a *analysis) tell(all []told, h told) []told {
	for i := range all {
		o := &all[i]
		if o.group != h.group || !o.like(&h) {
			continue
		}
		if len(o.Debtors) == 0 {
			o.Debtors, o.Beneficiaries = h.Debtors, h.Beneficiaries
		}
		if o.AmountCents == 0 {
			o.AmountCents = h.AmountCents
		}
		if strings.HasSuffix(string(h.Kind), "-partielle") {
			o.Kind = h.Kind
		}
		return all
	}
	return append(all, h)
}

// like reports whether two tellings are of one order: the same sum, or half of
// the words of the shorter one.
func (h *told) like(o *told) bool {
	if h.once && o.once {
		return true
	}
	if h.AmountCents != 0 && o.AmountCents != 0 {
		return h.AmountCents == o.AmountCents
	}
	if len(h.Debtors) > 0 && len(o.Debtors) > 0 && h.Debtors[0] != o.Debtors[0] {
		return false
	}
	common := 0
	for w := range h.words {
		if o.words[w] {
			common++
		}
	}
	return 2*common >= min(len(h.words), len(o.words))
}
