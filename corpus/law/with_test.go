package law

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// concordances are moves that the tables lack; their state is how many they are.
type concordances struct{ moves []Move }

func (c *concordances) From(old corpus.Key) []Move {
	return c.some(func(m Move) bool { return m.Old == old })
}
func (c *concordances) To(key corpus.Key) []Move {
	return c.some(func(m Move) bool { return m.New == key })
}
func (c *concordances) State() uint64 { return uint64(len(c.moves)) }

func (c *concordances) some(is func(Move) bool) (list []Move) {
	for _, m := range c.moves {
		if is(m) {
			list = append(list, m)
		}
	}
	return list
}

// TestWith: further moves are followed, but what the tables say goes before, and
// the succession that was extended stays as it was.
func TestWith(t *testing.T) {
	s, err := loadSuccession(invented("", ""))
	if err != nil {
		t.Fatal(err)
	}
	const day, later = corpus.Date("2001-01-01"), corpus.Date("2010-01-01")
	alone := s.Rules("code-civil/2")
	held := &concordances{[]Move{
		{Old: "code-civil/1", New: "code-civil/2", Date: "1999-01-01", Relation: Exact, Evidence: Official}, // the tables know better
		{Old: "code-civil/2", New: "code-civil/7", Date: later, Relation: Exact, Evidence: Official}}}
	more := s.With(held)
	if diff := cmp.Diff([]Text{before("code-civil/1", day), before("code-civil/2", later), from("code-civil/7", later)},
		more.Line(from("code-civil/7", later))); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
	if got := more.Rules("code-civil/1"); len(got) != 2 || got[0].Leave != day {
		t.Errorf("a move of the tables was moved: %+v", got)
	}
	if diff := cmp.Diff(alone, s.Rules("code-civil/2")); diff != "" {
		t.Errorf("the first succession changed (-before +after):\n%s", diff)
	}
	held.moves = append(held.moves, Move{Old: "code-civil/7", New: "code-civil/8", Date: "2020-01-01", Relation: Exact, Evidence: Official})
	if got := more.Rules("code-civil/7"); len(got) != 3 || got[2].Enter != "2020-01-01" {
		t.Errorf("a move that came later is not heard: %+v", got)
	}
}

// TestWithCircles: moves that lead back, or nowhere, end.
func TestWithCircles(t *testing.T) {
	s, err := loadSuccession(invented("", ""))
	if err != nil {
		t.Fatal(err)
	}
	const a, b = corpus.Key("code-civil/20"), corpus.Key("code-civil/21")
	s = s.With(&concordances{[]Move{
		{Old: a, New: b, Date: "2001-01-01"}, {Old: b, New: a, Date: "2001-01-01"}, // exchanged on one day
		{Old: a, New: b, Date: "2001-01-01"}, // twice
		{Old: b, New: b, Date: "2005-01-01"}, // to itself
	}})
	for _, key := range []corpus.Key{a, b} {
		for _, r := range s.Rules(key) {
			line := s.Line(r.Text)
			if !slices.Contains(line, r.Text) || len(line) > 5 {
				t.Errorf("line of %s: %v", r.Text, line)
			}
		}
	}
	if next := s.Next(before(a, "2001-01-01")); len(next) != 1 {
		t.Errorf("a move that comes twice leads to %v", next)
	}
}
