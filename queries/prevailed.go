package queries

import (
	"slices"

	"github.com/attendu/attendu/corpus"
)

// PartyOutcome says what a party got out of a decision: the orders of Holdings, by
// their place in the list.
type PartyOutcome struct {
	Name string      `json:"name"`
	Side corpus.Side `json:"side"`
	// Won are the orders for it, Owes those against it, Refused those that refuse what
	// it asks.
	Won     []int `json:"won"`
	Owes    []int `json:"owes"`
	Refused []int `json:"refused"`
}

// outcomes says what each party got, in the order of the parties. A party of which no
// order speaks by name is not in the list: whether it prevailed is not known.
func outcomes(d *corpus.Decision) []PartyOutcome {
	list := []PartyOutcome{}
	for _, p := range d.Parties {
		if slices.ContainsFunc(list, func(o PartyOutcome) bool { return o.Name == p.Name }) {
			continue
		}
		o := PartyOutcome{Name: p.Name, Side: p.Side, Won: []int{}, Owes: []int{}, Refused: []int{}}
		for i, h := range d.Holdings {
			if slices.Contains(h.Beneficiaries, p.Name) {
				o.Won = append(o.Won, i)
			}
			if slices.Contains(h.Debtors, p.Name) {
				o.Owes = append(o.Owes, i)
			}
			if slices.Contains(h.Refused, p.Name) {
				o.Refused = append(o.Refused, i)
			}
		}
		if len(o.Won)+len(o.Owes)+len(o.Refused) > 0 {
			list = append(list, o)
		}
	}
	return list
}
