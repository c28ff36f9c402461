package queries

import (
	"cmp"
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Standing says what has become of a decision, as far as the library knows.
type Standing string

// The standings of a decision.
const (
	StandingUnknown Standing = "not_known"        // no ruling on it is held
	Stands          Standing = "stands"           // confirmed, or what was brought against it failed
	FallsInPart     Standing = "falls_in_part"    // quashed, reversed or annulled in part
	Falls           Standing = "falls"            // quashed, reversed or annulled
	PendingAgain    Standing = "to_be_ruled_anew" // every ruling on it was itself quashed
)

// Fate is what became of a decision: the rulings on it, the oldest first, and what
// results from them.
type Fate struct {
	Standing Standing     `json:"standing"`
	By       corpus.Key   `json:"by"` // the ruling that decides it; null when none does
	Rulings  []FateRuling `json:"rulings"`
}

// FateRuling is one ruling on a decision.
type FateRuling struct {
	DecisionRef
	corpus.Ruling
	// Standing is what has become of this ruling itself.
	Standing Standing `json:"standing"`
}

// fates sets what each step of a history rules and what became of it. The rulings of a
// step are on the decisions that it reviews.
func (h *historian) fates() {
	for _, s := range h.steps {
		s.Fate = Fate{Standing: StandingUnknown, Rulings: []FateRuling{}}
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
		if by.Ruling != nil && !slices.ContainsFunc(s.Fate.Rulings, func(r FateRuling) bool { return r.Node == by.Node }) {
			s.Fate.Rulings = append(s.Fate.Rulings, FateRuling{DecisionRef: by.DecisionRef, Ruling: *by.Ruling, Standing: by.Fate.Standing})
		}
	}
	slices.SortFunc(s.Fate.Rulings, func(a, b FateRuling) int {
		return cmp.Or(compareDates(a.Date, b.Date), a.Key.Compare(b.Key))
	})
	s.Fate.settle()
	done[node] = true
}

// settle says what results from the rulings. The latest that was not itself quashed
// decides; what was quashed in part only still takes away the rest: the court of remand
// rules on a part.
func (f *Fate) settle() {
	decided := false
	for i := len(f.Rulings) - 1; i >= 0; i-- {
		r := &f.Rulings[i]
		switch {
		case r.Outcome == corpus.StruckOut:
		case r.Standing == Falls || r.Standing == PendingAgain:
			if !decided && f.By == "" {
				f.Standing, f.By = PendingAgain, r.Key
			}
		case !decided:
			decided = true
			f.Standing, f.By = r.standing(), r.Key
		case r.Standing == FallsInPart && r.Outcome.Falls() && f.Standing == Stands:
			f.Standing = FallsInPart
		}
	}
}

// standing is what the ruling leaves of the decision that it is on.
func (r *FateRuling) standing() Standing {
	switch {
	case !r.Outcome.Falls():
		return Stands
	case r.Part:
		return FallsInPart
	}
	return Falls
}
