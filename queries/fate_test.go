package queries

import (
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
	for _, c := range []struct {
		name    string
		rulings []FateRuling
		want    Standing
		by      corpus.Key
	}{
		{"none", nil, StandingUnknown, ""},
		{"confirmed", []FateRuling{ruling(appeal, corpus.Confirmed, false, StandingUnknown)}, Stands, appeal},
		{"reversed", []FateRuling{ruling(appeal, corpus.Reversed, false, Stands)}, Falls, appeal},
		{"reversed in part", []FateRuling{ruling(appeal, corpus.Reversed, true, StandingUnknown)}, FallsInPart, appeal},
		{"quashed", []FateRuling{ruling(cass, corpus.Quashed, false, StandingUnknown)}, Falls, cass},
		{"the appeal was withdrawn", []FateRuling{ruling(appeal, corpus.Withdrawn, false, StandingUnknown)}, Stands, appeal},
		{"struck out is no ruling", []FateRuling{ruling(appeal, corpus.StruckOut, false, StandingUnknown)}, StandingUnknown, ""},
		{"the ruling on it was quashed", []FateRuling{ruling(appeal, corpus.Reversed, false, Falls)}, PendingAgain, appeal},
		{"and it was confirmed on remand", []FateRuling{ruling(appeal, corpus.Reversed, false, Falls), ruling(remand, corpus.Confirmed, false, StandingUnknown)}, Stands, remand},
		{"the remand was on a part", []FateRuling{ruling(appeal, corpus.Reversed, true, FallsInPart), ruling(remand, corpus.Confirmed, false, StandingUnknown)}, FallsInPart, remand},
		{"both rulings were quashed", []FateRuling{ruling(appeal, corpus.Confirmed, false, Falls), ruling(remand, corpus.Reversed, false, Falls)}, PendingAgain, remand},
	} {
		f := Fate{Standing: StandingUnknown, Rulings: c.rulings}
		if f.settle(); f.Standing != c.want || f.By != c.by {
			t.Errorf("%s: %s by %q, want %s by %q", c.name, f.Standing, f.By, c.want, c.by)
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
	h.links = append(h.links, [2]corpus.Node{"tj", "cass"})
	h.fates()
	if f := h.steps["tj"].Fate; len(f.Rulings) != 1 {
		t.Errorf("in a circle: %+v", f)
	}
}
