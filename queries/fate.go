package queries

import (
	"cmp"
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Standing says what has become of a decision, as far as the library knows: a later
// ruling on it, or on what ruled on it, may not be held.
type Standing string

// The standings of a decision.
const (
	StandingUnknown  Standing = "not_known"                // no ruling on it is held
	Stands           Standing = "stands"                   // confirmed, or what was brought against it failed
	FallsInPart      Standing = "falls_in_part"            // quashed, reversed or annulled in part
	Falls            Standing = "falls"                    // quashed, reversed or annulled
	PendingAgain     Standing = "to_be_ruled_anew"         // every ruling on it was itself quashed
	PartPendingAgain Standing = "to_be_ruled_anew_in_part" // what upheld it was itself quashed in part
	Settled          Standing = "settled"                  // every ruling on it was quashed, and the dispute ended by that; what that makes of it is not told
	PartSettled      Standing = "settled_in_part"          // so in part; the rest stands
)

// Fate is what became of a decision, as far as the library knows: the rulings on it and
// on those, the oldest first, and what results from them.
type Fate struct {
	Standing Standing `json:"standing"`
	// By is the ruling that took its effect away, or the first that took a part of it;
	// of a decision that stands the latest that upholds it, of one that is to be ruled
	// anew, or of which the dispute is settled, the one that quashed what was ruled. Null
	// when none decides it.
	By corpus.Key `json:"by"`
	// Since is the day of By; "" without one.
	Since corpus.Date `json:"since"`
	// KeptBy are the rulings by which a part of a decision that falls in part stands.
	KeptBy []corpus.Key `json:"kept_by"`
	// Rulings are those on the decision and those on its rulings: On says on which.
	Rulings []FateRuling `json:"rulings"`
}

// FateRuling is one ruling on a decision.
type FateRuling struct {
	DecisionRef
	corpus.Ruling
	// On is the decision that it rules on: the one asked for, or a ruling on it.
	On corpus.Key `json:"on"`
	// Standing is what has become of this ruling itself, by the ruling OverturnedBy, which
	// is null where it stands.
	Standing     Standing   `json:"standing"`
	OverturnedBy corpus.Key `json:"overturned_by"`
	settled      bool       // no court rules anew on what was overturned
}

// fates sets what each step of a history rules and what became of it. The rulings of a
// step are on the decisions that it reviews.
func (h *historian) fates() {
	for _, s := range h.steps {
		s.Fate = noFate()
	}
	nodes := slices.SortedFunc(maps.Keys(h.steps), func(a, b corpus.Node) int {
		return cmp.Or(compareDates(h.steps[a].Date, h.steps[b].Date), cmp.Compare(a, b))
	})
	done := map[corpus.Node]bool{}
	for _, node := range nodes {
		h.fate(node, done, nil)
	}
}

// fate settles the fate of a step after those of the steps that review it. Links in a
// circle, which only wrong metadata make, are not followed.
func (h *historian) fate(node corpus.Node, done map[corpus.Node]bool, path []corpus.Node) {
	s := h.steps[node]
	if done[node] || s == nil {
		return
	}
	path = append(path, node)
	for _, link := range h.links {
		by := h.steps[link[0]]
		if link[1] != node || by == nil || slices.Contains(path, link[0]) {
			continue
		}
		h.fate(link[0], done, path)
		if by.Ruling != nil && !s.Fate.has(by.Node, s.Key) {
			s.Fate.Rulings = append(s.Fate.Rulings, ruledBy(by, s.Key))
		}
		h.ruledBeyond(s, by)
	}
	s.Fate.settle()
	s.Fate.chain(h, node)
	done[node] = true
}

// noFate is that of a decision on which no ruling is held.
func noFate() Fate {
	return Fate{Standing: StandingUnknown, KeptBy: []corpus.Key{}, Rulings: []FateRuling{}}
}

// ruledBy is the ruling of a step on a decision.
func ruledBy(by *HistoryStep, on corpus.Key) FateRuling {
	r := FateRuling{DecisionRef: by.DecisionRef, Ruling: *by.Ruling, On: on, Standing: by.Fate.Standing}
	if by.Fate.Standing != Stands && by.Fate.Standing != StandingUnknown {
		r.OverturnedBy, r.settled = by.Fate.By, by.Fate.ended(by.Key)
	}
	return r
}

// has reports whether a ruling on a decision is in the list.
func (f *Fate) has(by corpus.Node, on corpus.Key) bool {
	return slices.ContainsFunc(f.Rulings, func(r FateRuling) bool { return r.Node == by && r.On == on })
}

// chain adds the rulings on the rulings, which are settled, and the day of the one that
// decides.
func (f *Fate) chain(h *historian, self corpus.Node) {
	for _, r := range slices.Clone(f.Rulings) {
		for _, later := range h.steps[r.Node].Fate.Rulings {
			if later.Node != self && !f.has(later.Node, later.On) {
				f.Rulings = append(f.Rulings, later)
			}
		}
	}
	f.sort()
	for i := range f.Rulings {
		if f.Rulings[i].Key == f.By {
			f.Since = f.Rulings[i].Date
		}
	}
}

// sort puts the rulings in the order of their days.
func (f *Fate) sort() {
	slices.SortFunc(f.Rulings, func(a, b FateRuling) int {
		return cmp.Or(compareDates(a.Date, b.Date), a.Key.Compare(b.Key), a.On.Compare(b.On))
	})
}
