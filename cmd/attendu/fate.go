package main

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// outcomeNames say what a ruling does, and what it does in part.
var outcomeNames = map[corpus.Outcome][2]string{
	corpus.Quashed:      {"quashed", "quashed in part"},
	corpus.Reversed:     {"reversed", "reversed in part"},
	corpus.Annulled:     {"annulled", "annulled in part"},
	corpus.Confirmed:    {"confirmed", "confirmed in part"},
	corpus.Upheld:       {"upheld: the review was rejected", "upheld in part"},
	corpus.Inadmissible: {"stands: the review was inadmissible", "stands in part"},
	corpus.Withdrawn:    {"stands: the review was withdrawn", "stands in part"},
	corpus.Lapsed:       {"stands: the review has lapsed", "stands in part"},
	corpus.StruckOut:    {"the review was struck out", "the review was struck out in part"},
}

func outcomeName(r *corpus.Ruling) string {
	if r.Part {
		return outcomeNames[r.Outcome][1]
	}
	return outcomeNames[r.Outcome][0]
}

// asFarAsKnown ends what is said of what became of a decision.
const asFarAsKnown = "as far as this library knows"

// standingNames say what has become of a decision.
var standingNames = map[queries.Standing]string{
	queries.Stands:           "still stands",
	queries.Falls:            "no longer stands",
	queries.FallsInPart:      "stands in part only",
	queries.PendingAgain:     "is to be ruled on anew: no ruling on it stands",
	queries.PartPendingAgain: "is to be ruled on anew in part",
	queries.Settled:          "is settled: the dispute ended without remand, and what that makes of it is not told",
	queries.PartSettled:      "stands, but for a part on which the dispute ended without remand, and of which no more is told",
}

// standingNote says what has become of a decision, and since when.
func standingNote(f *queries.Fate) string {
	note := asFarAsKnown + " it " + standingNames[f.Standing]
	if f.Since != "" && f.Standing != queries.Stands {
		note += ", since " + string(f.Since)
	}
	return note
}

// rulingNote says what a ruling did, to which decision when that is another than the one
// asked for, and what became of it.
func rulingNote(f *queries.Fate, r *queries.FateRuling, self corpus.Key) string {
	note := outcomeName(&r.Ruling) + " by " + r.Usual
	if r.Ending != nil {
		note += ", which ended the dispute: no court rules anew"
	}
	if r.On != self {
		for i := range f.Rulings {
			if on := &f.Rulings[i]; on.Key == r.On {
				note = on.Usual + ": " + note
				break
			}
		}
	}
	switch r.Standing {
	case queries.Falls, queries.PendingAgain, queries.Settled:
		note += ", itself quashed or reversed"
	case queries.FallsInPart, queries.PartPendingAgain, queries.PartSettled:
		note += ", itself quashed or reversed in part"
	}
	return note
}

// keptNote says by which rulings a part of a decision stands; "" when none does.
func keptNote(f *queries.Fate) string {
	var names []string
	for _, k := range f.KeptBy {
		for i := range f.Rulings {
			if r := &f.Rulings[i]; r.Key == k && !slices.Contains(names, r.Usual) {
				names = append(names, r.Usual)
			}
		}
	}
	if len(names) == 0 || len(f.KeptBy) == 1 && f.KeptBy[0] == f.By {
		return ""
	}
	return "what is left of it stands by " + strings.Join(names, " and by ")
}

// printFate prints what became of a decision: what results, and the rulings, the oldest
// first.
func (a *app) printFate(d *queries.DecisionAnswer) {
	if d.Fate.Standing == queries.StandingUnknown {
		return
	}
	a.section("What became of it")
	a.printf("%s", a.look.hang("    ", standingNote(&d.Fate)))
	for i := range d.Fate.Rulings {
		r := &d.Fate.Rulings[i]
		mark := "  "
		if r.Key == d.Fate.By {
			mark = "▸ "
		}
		a.printf("%s", a.look.hang("  "+mark, rulingNote(&d.Fate, r, d.Key)))
		switch {
		case r.Text != "":
			a.printf("%s", a.look.dim(a.look.wrap("      ", "« "+oneLine(r.Text)+" »")))
		case r.Official != "":
			a.printf("%s", a.look.dim(a.look.wrap("      ", "official solution: "+r.Official)))
		}
	}
	if note := keptNote(&d.Fate); note != "" {
		a.printf("%s", a.look.hang("    ", note))
	}
}

// reviewNote says what a decision of a case reviews, and how it rules.
func reviewNote(h *queries.HistoryStep) string {
	note := "reviews " + joinKeys(h.Reviews)
	if h.Ruling != nil {
		note += ": " + outcomeName(h.Ruling)
		if h.Ruling.Ending != nil {
			note += ", without remand"
		}
	}
	return note
}
