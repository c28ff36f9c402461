package main

import (
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

// printFate prints what became of a decision, the last ruling first.
func (a *app) printFate(d *queries.DecisionAnswer) {
	if d.Fate.Standing == queries.StandingUnknown {
		return
	}
	a.section("What became of it")
	for i := len(d.Fate.Rulings) - 1; i >= 0; i-- {
		r := &d.Fate.Rulings[i]
		mark := "  "
		if r.Key == d.Fate.By {
			mark = "▸ "
		}
		what := outcomeName(&r.Ruling) + " by " + r.Usual
		switch r.Standing {
		case queries.Falls, queries.PendingAgain:
			what += ", itself quashed or reversed"
		case queries.FallsInPart:
			what += ", itself quashed or reversed in part"
		}
		a.printf("%s", a.look.hang("  "+mark, what))
		switch {
		case r.Text != "":
			a.printf("%s", a.look.dim(a.look.wrap("      ", "« "+oneLine(r.Text)+" »")))
		case r.Official != "":
			a.printf("%s", a.look.dim(a.look.wrap("      ", "official solution: "+r.Official)))
		}
	}
	if d.Fate.Standing == queries.PendingAgain {
		a.printf("    no ruling on it stands: it is to be ruled on anew\n")
	}
}

// reviewNote says what a decision of a case reviews, and how it rules.
func reviewNote(h *queries.HistoryStep) string {
	note := "reviews " + joinKeys(h.Reviews)
	if h.Ruling != nil {
		note += ": " + outcomeName(h.Ruling)
	}
	return note
}
