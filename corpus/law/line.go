package law

import (
	"cmp"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Next are the texts into which the rule of a text went when it left its number,
// in the order of their keys.
func (s *Succession) Next(t Text) []Text {
	var next []Text
	for _, m := range s.Moved(t) {
		next = append(next, s.At(m.New, m.Date).Text)
	}
	return next
}

// Previous are the texts from which the rule of a text came to its number.
func (s *Succession) Previous(t Text) []Text {
	var prev []Text
	for _, m := range s.Came(t) {
		prev = append(prev, Text{Key: m.Old, Version: corpus.Before(m.Date)})
	}
	return prev
}

// Ends lists the keys under which the rule of a text stands today, in their order;
// none when it is gone.
func (s *Succession) Ends(t Text) (keys []corpus.Key) {
	seen := []Text{t}
	for todo := seen; len(todo) > 0; todo = todo[1:] {
		if !todo[0].Version.Old() && !slices.Contains(keys, todo[0].Key) {
			keys = append(keys, todo[0].Key)
		}
		for _, n := range s.Next(todo[0]) {
			if !slices.Contains(seen, n) {
				seen, todo = append(seen, n), append(todo, n)
			}
		}
	}
	slices.SortFunc(keys, corpus.Key.Compare)
	return keys
}

// Above reports whether the rule of one text went, at any distance, to another.
func (s *Succession) Above(t, other Text) bool {
	seen := s.Next(t)
	for todo := seen; len(todo) > 0; todo = todo[1:] {
		if todo[0] == other {
			return true
		}
		for _, n := range s.Next(todo[0]) {
			if !slices.Contains(seen, n) {
				seen, todo = append(seen, n), append(todo, n)
			}
		}
	}
	return false
}

// Line lists every text of the line of a text: those from which its rule came,
// and those into which it went, at any distance, but not the other parts of a
// rule that was split. The text itself is among them; the oldest is first.
func (s *Succession) Line(t Text) []Text {
	line := []Text{t}
	walk := func(step func(Text) []Text) {
		for todo := []Text{t}; len(todo) > 0; todo = todo[1:] {
			for _, n := range step(todo[0]) {
				if !slices.Contains(line, n) {
					line = append(line, n)
					todo = append(todo, n)
				}
			}
		}
	}
	walk(s.Previous)
	walk(s.Next)
	slices.SortFunc(line, func(a, b Text) int {
		return cmp.Or(cmp.Compare(s.entered(a), s.entered(b)), a.Key.Compare(b.Key), cmp.Compare(a.Version, b.Version))
	})
	return line
}

// entered is the day on which a text came to its number.
func (s *Succession) entered(t Text) corpus.Date {
	r, _ := s.rule(t)
	return r.Enter
}
