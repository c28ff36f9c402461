package queries

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestFate: the rulings on a decision, the oldest first, and what results.
func TestFate(t *testing.T) {
	ruling := func(key corpus.Key, o corpus.Outcome, part bool, standing Standing) FateRuling {
		return FateRuling{DecisionRef: DecisionRef{Key: key}, Ruling: corpus.Ruling{Outcome: o, Part: part}, Standing: standing}
	}
	appeal, cass, remand := corpus.Key("ca/angers/18-90123"), corpus.Key("cass/19-90456"), corpus.Key("ca/rennes/20-90789")
	quashed := func(o corpus.Outcome, part bool, standing Standing) FateRuling {
		r := ruling(appeal, o, part, standing)
		r.Date, r.OverturnedBy = "2018-05-03", cass
		return r
	}
	later := func(o corpus.Outcome, standing Standing) FateRuling {
		r := ruling(remand, o, false, standing)
		r.Date = "2021-05-03"
		return r
	}
	ended := func(r FateRuling) FateRuling { r.settled = true; return r }
	keys := func(k ...corpus.Key) []corpus.Key { return k }
	for _, c := range []struct {
		name    string
		rulings []FateRuling
		want    Standing
		by      corpus.Key
		kept    []corpus.Key
	}{
		{"none", nil, StandingUnknown, "", nil},
		{"confirmed", []FateRuling{ruling(appeal, corpus.Confirmed, false, StandingUnknown)}, Stands, appeal, nil},
		{"reversed", []FateRuling{ruling(appeal, corpus.Reversed, false, Stands)}, Falls, appeal, nil},
		{"reversed in part: the rest is kept by the same", []FateRuling{ruling(appeal, corpus.Reversed, true, StandingUnknown)}, FallsInPart, appeal, keys(appeal)},
		{"quashed", []FateRuling{ruling(cass, corpus.Quashed, false, StandingUnknown)}, Falls, cass, nil},
		{"the appeal was withdrawn", []FateRuling{ruling(appeal, corpus.Withdrawn, false, StandingUnknown)}, Stands, appeal, nil},
		{"one appeal was withdrawn, on another it was reversed", []FateRuling{ruling(appeal, corpus.Reversed, false, StandingUnknown), later(corpus.Withdrawn, StandingUnknown)}, Falls, appeal, nil},
		{"struck out is no ruling", []FateRuling{ruling(appeal, corpus.StruckOut, false, StandingUnknown)}, StandingUnknown, "", nil},
		{"the ruling on it was quashed", []FateRuling{quashed(corpus.Reversed, false, Falls)}, PendingAgain, cass, nil},
		{"and it was confirmed on remand", []FateRuling{quashed(corpus.Reversed, false, Falls), later(corpus.Confirmed, StandingUnknown)}, Stands, remand, nil},
		{"and the remand came to nothing", []FateRuling{quashed(corpus.Reversed, false, Falls), later(corpus.Lapsed, StandingUnknown)}, Stands, remand, nil},
		{"reversed in part, quashed in part, confirmed on remand", []FateRuling{quashed(corpus.Reversed, true, FallsInPart), later(corpus.Confirmed, StandingUnknown)}, FallsInPart, appeal, keys(appeal, remand)},
		{"reversed, quashed in part, confirmed on remand", []FateRuling{quashed(corpus.Reversed, false, FallsInPart), later(corpus.Confirmed, StandingUnknown)}, FallsInPart, appeal, keys(remand)},
		{"reversed, quashed in part, lapsed on remand", []FateRuling{quashed(corpus.Reversed, false, FallsInPart), later(corpus.Lapsed, StandingUnknown)}, FallsInPart, appeal, keys(remand)},
		{"reversed, quashed in part, reversed on remand", []FateRuling{quashed(corpus.Reversed, false, FallsInPart), later(corpus.Reversed, StandingUnknown)}, Falls, remand, nil},
		{"reversed, quashed in part", []FateRuling{quashed(corpus.Reversed, false, FallsInPart)}, FallsInPart, appeal, nil},
		{"confirmed, quashed in part, reversed on remand", []FateRuling{quashed(corpus.Confirmed, false, FallsInPart), later(corpus.Reversed, StandingUnknown)}, FallsInPart, remand, keys(appeal)},
		{"confirmed, quashed in part, confirmed on remand", []FateRuling{quashed(corpus.Confirmed, false, FallsInPart), later(corpus.Confirmed, StandingUnknown)}, Stands, remand, nil},
		{"confirmed, quashed in part", []FateRuling{quashed(corpus.Confirmed, false, FallsInPart)}, PartPendingAgain, cass, keys(appeal)},
		{"quashed without remand", []FateRuling{ended(quashed(corpus.Confirmed, false, Falls))}, Settled, cass, nil},
		{"quashed in part without remand: the rest stands", []FateRuling{ended(quashed(corpus.Confirmed, false, FallsInPart))}, PartSettled, cass, keys(appeal)},
		{"reversed, quashed in part without remand", []FateRuling{ended(quashed(corpus.Reversed, false, FallsInPart))}, FallsInPart, appeal, nil},
		{"quashed without remand, and the judgment confirmed by the same", []FateRuling{ended(quashed(corpus.Reversed, false, Falls)), later(corpus.Confirmed, StandingUnknown)}, Stands, remand, nil},
		{"quashed without remand, the appeal being inadmissible", []FateRuling{ended(quashed(corpus.Reversed, false, Falls)), later(corpus.Inadmissible, StandingUnknown)}, Stands, remand, nil},
		{"quashed without remand, and the judgment reversed by the same", []FateRuling{ended(quashed(corpus.Confirmed, false, Falls)), later(corpus.Reversed, StandingUnknown)}, Falls, remand, nil},
		{"both rulings were quashed", []FateRuling{quashed(corpus.Confirmed, false, Falls), later(corpus.Reversed, Falls)}, PendingAgain, remand, nil},
	} {
		f := noFate()
		f.Rulings = c.rulings
		if f.settle(); f.Standing != c.want || f.By != c.by || !slices.Equal(f.KeptBy, c.kept) {
			t.Errorf("%s: %s by %q, kept by %q; want %s by %q, kept by %q", c.name, f.Standing, f.By, f.KeptBy, c.want, c.by, c.kept)
		}
	}
}

// TestFates: the fate of each step follows from those above it, and a circle of
// reviews, which only wrong metadata make, ends.
func TestFates(t *testing.T) {
	step := func(key corpus.Key, date corpus.Date, o corpus.Outcome) *HistoryStep {
		s := &HistoryStep{DecisionRef: DecisionRef{Key: key, Node: corpus.Node(key), Date: date}}
		if o != "" {
			s.Ruling = &corpus.Ruling{Outcome: o}
		}
		return s
	}
	h := &historian{
		steps: map[corpus.Node]*HistoryStep{"tj": step("tj", "2017-01-01", ""), "ca": step("ca", "2018-01-01", corpus.Reversed),
			"cass": step("cass", "2019-01-01", corpus.Quashed)},
		links: [][2]corpus.Node{{"ca", "tj"}, {"cass", "ca"}, {"cass", "ca"}},
	}
	h.fates()
	var got []string
	for _, n := range []corpus.Node{"tj", "ca", "cass"} {
		got = append(got, string(h.steps[n].Fate.Standing))
	}
	if s := strings.Join(got, " "); s != "to_be_ruled_anew falls not_known" {
		t.Error(s)
	}
	if n := len(h.steps["ca"].Fate.Rulings); n != 1 {
		t.Errorf("%d rulings on the appeal, want 1", n)
	}
	var chain []string
	for _, r := range h.steps["tj"].Fate.Rulings {
		chain = append(chain, string(r.Key+" on "+r.On))
	}
	if s := strings.Join(chain, ", "); s != "ca on tj, cass on ca" {
		t.Error(s)
	}
	if f := h.steps["tj"].Fate; f.By != "cass" || f.Since != "2019-01-01" || f.Rulings[0].OverturnedBy != "cass" {
		t.Errorf("by %q since %q, overturned by %q", f.By, f.Since, f.Rulings[0].OverturnedBy)
	}
	h.links = append(h.links, [2]corpus.Node{"tj", "cass"})
	h.fates()
	if f := h.steps["tj"].Fate; len(f.Rulings) != 2 {
		t.Errorf("in a circle: %+v", f)
	}
}

// TestRuledBeyond: what a court that ends the dispute does to the judgment below is a
// ruling on that judgment, where no other can be meant.
func TestRuledBeyond(t *testing.T) {
	for _, c := range []struct {
		name  string
		below *corpus.Ruling
		days  []corpus.Date
		more  bool // the ruling on appeal reviews another judgment, too
		want  string
	}{
		{"nothing is told", nil, nil, false, "settled by cass: ca on tj, cass on ca"},
		{"confirmed", &corpus.Ruling{Outcome: corpus.Confirmed}, nil, false, "stands by cass: ca on tj, cass on ca, cass on tj"},
		{"confirmed, and named by its day", &corpus.Ruling{Outcome: corpus.Confirmed}, []corpus.Date{"2017-01-01"}, false, "stands by cass: ca on tj, cass on ca, cass on tj"},
		{"reversed", &corpus.Ruling{Outcome: corpus.Reversed}, nil, false, "falls by cass: ca on tj, cass on ca, cass on tj"},
		{"the order names another day", &corpus.Ruling{Outcome: corpus.Reversed}, []corpus.Date{"2016-05-03"}, false, "settled by cass: ca on tj, cass on ca"},
		{"two judgments were under appeal", &corpus.Ruling{Outcome: corpus.Reversed}, nil, true, "settled by cass: ca on tj, cass on ca"},
	} {
		h := &historian{
			steps: map[corpus.Node]*HistoryStep{
				"tj":   {DecisionRef: DecisionRef{Key: "tj", Node: "tj", Date: "2017-01-01"}},
				"ca":   {DecisionRef: DecisionRef{Key: "ca", Node: "ca", Date: "2018-01-01"}, Ruling: &corpus.Ruling{Outcome: corpus.Confirmed}},
				"cass": {DecisionRef: DecisionRef{Key: "cass", Node: "cass", Date: "2019-01-01"}, Ruling: &corpus.Ruling{Outcome: corpus.Quashed, Ending: &corpus.Ending{Below: c.below}}, orderedOn: c.days},
			},
			links: [][2]corpus.Node{{"ca", "tj"}, {"cass", "ca"}},
		}
		if c.more {
			h.links = append(h.links, [2]corpus.Node{"ca", "tcom"})
		}
		h.fates()
		f, list := h.steps["tj"].Fate, []string{}
		for _, r := range f.Rulings {
			list = append(list, string(r.Key+" on "+r.On))
		}
		if got := string(f.Standing) + " by " + string(f.By) + ": " + strings.Join(list, ", "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
