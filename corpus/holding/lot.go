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
	whole := len(object)
	out := []lot{{to: whole}}
	if o.verb.name != "condamne" || o.reported {
		return out
	}
	sums := euros.FindAllStringIndex(object[:min(len(object), bodyLimit)], maxSums)
	if len(sums) == 0 {
		return out
	}
	object = object[:min(len(object), bodyLimit)]
	words := strings.ReplaceAll(object, "\n", " ")
	for _, m := range r.f.say.nextDebtor.FindAllStringSubmatchIndex(object, maxSums) {
		last := &out[len(out)-1]
		between := func(s []int) bool { return s[0] >= last.from && s[1] <= m[0]+1 }
		if m[2] <= last.from || !slices.ContainsFunc(sums, between) {
			continue
		}
		if r.receives(words[:m[0]], words[m[0]:]) {
			continue
		}
		who, n := r.rowOf(words[m[2]:])
		if n == 0 || !r.f.say.laidOn.MatchString(words[m[2]+n:]) {
			continue
		}
		last.to = m[2]
		out = append(out, lot{m[2], whole, who})
	}
	return out
}

// receives reports whether the row of those for whom a sum is goes on behind before: "à M.
// et Mme Durieux la somme de …".
func (r *reader) receives(before, behind string) bool {
	given := r.f.say.given.FindAllStringIndex(before, -1)
	if len(given) == 0 {
		return false
	}
	from := given[len(given)-1][1]
	_, n := r.rowOf(before[from:] + behind)
	return from+n > len(before)
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
