package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// burden names the debtors and the beneficiaries of an order to do or to pay.
func (a *analysis) burden(h *told, f *match, end int) {
	debtors := a.partiesIn(f.in("debiteur"))
	if len(debtors) == 0 && f.clitic(a.flat) {
		if i := a.antecedentOf(f.start); i >= 0 {
			debtors = append(debtors, i)
		}
	}
	creditors := a.partiesIn(f.in("beneficiaire"))
	for i := a.mentionAfter(f.end); len(creditors) == 0 && i < len(a.mentions) && a.mentions[i].end <= end; i++ {
		if m := &a.mentions[i]; m.prep == "a" && (m.kind == ofEntity || m.kind == ofRole) {
			creditors = a.partiesIn([]int{i})
		}
	}
	if len(debtors) == 1 && len(creditors) == 1 && debtors[0] == creditors[0] {
		creditors = nil
	}
	if len(debtors) == 1 && len(creditors) == 0 && h.Kind != corpus.Depens {
		if other := a.onlyOn(opposite(a.parties[debtors[0]].side)); other >= 0 {
			creditors = append(creditors, other)
		}
	}
	for _, i := range debtors {
		h.Debtors = append(h.Debtors, a.entities[i].name)
	}
	for _, i := range creditors {
		h.Beneficiaries = append(h.Beneficiaries, a.entities[i].name)
	}
}

// partiesIn resolves mentions, and keeps those that are parties.
func (a *analysis) partiesIn(mentions []int) (out []int) {
	for _, i := range mentions {
		who := a.resolve(i)
		if _, ok := a.parties[who]; ok {
			out = append(out, who)
		}
	}
	return out
}

// clitic reports whether the object of the verb is a pronoun before it: "l'a
// condamnée".
func (f *match) clitic(s string) bool {
	return strings.HasPrefix(s[f.start:], "l'") || strings.HasPrefix(s[f.start:], "la ") ||
		strings.HasPrefix(s[f.start:], "le ")
}

// antecedentOf gives the party last named before a folded offset.
func (a *analysis) antecedentOf(at int) int {
	for i := a.mentionAfter(at-1) - 1; i >= max(0, a.mentionAfter(at)-lookBack); i-- {
		if k := a.mentions[i].kind; k != ofEntity && k != ofRole {
			continue
		}
		if who := a.resolve(i); who >= 0 {
			if _, ok := a.parties[who]; ok {
				return who
			}
		}
	}
	return -1
}
