package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// lot is what an order lays on the same debtors, in bytes of the words after its verb.
// debtors are those whom the lot names first; nil for the lot right behind the verb.
type lot struct {
	from, to int
	debtors  []int
}

// lots tells apart what an order lays on one debtor and on the next: "condamne la société
// Lorme à payer 3 000 euros et la société Brume à payer 2 000 euros". A sum, or what is
// to be paid, must stand before the next debtor.
func (r *reader) lots(o order, object string) []lot {
	out := []lot{{to: len(object)}}
	if o.verb.name != "condamne" || o.reported {
		return out
	}
	sums := euros.FindAllStringIndex(object[:min(len(object), bodyLimit)], maxSums)
	if len(sums) == 0 {
		return out
	}
	words := strings.ReplaceAll(object[:min(len(object), bodyLimit)], "\n", " ")
	for _, m := range r.f.say.nextDebtor.FindAllStringSubmatchIndex(words, maxSums) {
		last := &out[len(out)-1]
		between := func(s []int) bool { return s[0] >= last.from && s[1] <= m[0]+1 }
		if m[2] <= last.from || !slices.ContainsFunc(sums, between) {
			continue
		}
		who, n := r.rowOf(words[m[2]:])
		if n == 0 || !r.f.say.laidOn.MatchString(words[m[2]+n:]) {
			continue
		}
		last.to = m[2]
		out = append(out, lot{m[2], len(object), who})
	}
	return out
}

// alike gives the orders of several lots what only the last one says: for whom they are,
// and of which kind: "… à payer 3 000 euros et la société Brume à payer 2 000 euros à M.
// Durieux au titre de l'article 700".
func alike(all []corpus.Holding) {
	last := all[len(all)-1]
	if last.Kind != corpus.Condamnation && last.Kind != corpus.FraisIrrepetibles {
		return
	}
	for i := range all[:len(all)-1] {
		h := &all[i]
		if h.Kind != corpus.Condamnation || h.AmountCents == 0 || len(h.Beneficiaries) > 0 {
			continue
		}
		h.Beneficiaries = slices.DeleteFunc(slices.Clone(last.Beneficiaries), func(name string) bool { return slices.Contains(h.Debtors, name) })
		if !strings.Contains(h.Text, " titre ") {
			h.Kind, h.Rule, h.Confidence = last.Kind, last.Rule, min(h.Confidence, last.Confidence)
			h.Bases = slices.Clone(last.Bases)
		}
	}
}
