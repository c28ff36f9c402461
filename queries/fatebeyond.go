package queries

import (
	"slices"

	"github.com/attendu/attendu/corpus"
)

// A court that quashes without remand, or settles a case, also rules on the decision on
// which the ruling that falls had ruled: what it does to it is a ruling on that one.

// ruledBeyond adds to the fate of a step what the courts that overturned a ruling on it
// do to the step itself. It does so only where one decision can be meant: the ruling that
// falls reviews no other, and no day that the order names is that of another.
func (h *historian) ruledBeyond(s, by *HistoryStep) {
	if h.reviewed(by.Node) > 1 {
		return
	}
	for _, r := range slices.Clone(by.Fate.Rulings) {
		if r.On != by.Key || r.Ending == nil || r.Ending.Below == nil || s.Fate.has(r.Node, s.Key) {
			continue
		}
		days := h.steps[r.Node].orderedOn
		if len(days) > 0 && s.Date != "" && !slices.Contains(days, s.Date) {
			continue
		}
		r.Ruling, r.On = *r.Ending.Below, s.Key
		s.Fate.Rulings = append(s.Fate.Rulings, r)
	}
}

// reviewed is how many decisions a step reviews.
func (h *historian) reviewed(node corpus.Node) int {
	of := map[corpus.Node]bool{}
	for _, link := range h.links {
		if link[0] == node {
			of[link[1]] = true
		}
	}
	return len(of)
}

// ended reports whether no court rules anew on what was taken from a decision: each
// ruling that took something of it ended the dispute.
func (f *Fate) ended(self corpus.Key) bool {
	took := false
	for i := range f.Rulings {
		r := &f.Rulings[i]
		if r.On != self || !r.Outcome.Falls() {
			continue
		}
		if r.Ending == nil {
			return false
		}
		took = true
	}
	return took
}

// daysOf are the days of the decisions that an order names.
func daysOf(d *corpus.Decision, order *corpus.Ruling) (days []corpus.Date) {
	for i := range d.Citations {
		c := &d.Citations[i]
		if c.Key.IsDecision() && c.Date != "" && c.Start >= order.Start && c.End <= order.End {
			days = append(days, c.Date)
		}
	}
	return days
}
