package law

import (
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
)

// Number is the number of an article, with everything that is known of the rules
// that it has borne. It is not to be changed.
type Number struct {
	Rules []Rule // as Succession.Rules gives them
	Lives []Life // of each rule
	// Openings are those of the terms of all subjects.
	Openings *phrase.Openings
}

// Life is where one rule of a number came from, where it went, and what it is about.
type Life struct {
	Subject           *Subject // nil when it is not known
	Previous, Next    []Text   // one step away
	Before, After     []Text   // at any distance, see Reach
	Entering, Leaving []Reform // the reforms of its first day, and of the day on which it left
}

// Beside is the place of the rule that the number bore at the time of a rule of
// another: when that left its number, or when it came to it.
func (n *Number) Beside(r Rule) int {
	for i, x := range n.Rules {
		if r.Leave == "" && x.Holds(r.Enter) || r.Leave != "" && x.Enter < r.Leave && (x.Leave == "" || r.Leave <= x.Leave) {
			return i
		}
	}
	return len(n.Rules) - 1
}

// Number gives the number of a key; nil when it has borne one rule only, as far as is
// known. It is worked out once and kept: decisions ask for few numbers, many times.
func (s *Succession) Number(key corpus.Key) *Number {
	if !s.further() && !s.touched.passes(key) {
		return nil
	}
	q := s.asking(key)
	s.numbers.RLock()
	n, known := s.numbers.of[q]
	s.numbers.RUnlock()
	if !known {
		n = s.number(key)
		s.numbers.Lock()
		s.numbers.of[q] = n
		s.numbers.Unlock()
	}
	return n
}

// number works out the number of a key.
func (s *Succession) number(key corpus.Key) *Number {
	n := &Number{Rules: s.Rules(key)}
	if len(n.Rules) == 1 {
		return nil
	}
	n.Lives = make([]Life, len(n.Rules))
	var terms []phrase.Terms
	for i, r := range n.Rules {
		l := &n.Lives[i]
		l.Subject, l.Previous, l.Next = s.Subject(r.Text), s.Previous(r.Text), s.Next(r.Text)
		l.Before, l.After = Reach(r.Text, s.Previous), Reach(r.Text, s.Next)
		if r.Enter != "" {
			l.Entering = s.Reforms(key.Instrument(), r.Enter)
		}
		if r.Leave != "" {
			l.Leaving = s.Reforms(key.Instrument(), r.Leave)
		}
		if l.Subject != nil {
			terms = append(terms, l.Subject.Terms)
		}
	}
	n.Openings = phrase.NewOpenings(terms...)
	return n
}

// numbers keeps what was worked out.
type numbers struct {
	sync.RWMutex
	of map[asked]*Number
}

func newNumbers() *numbers { return &numbers{of: map[asked]*Number{}} }
