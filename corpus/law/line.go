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

// Reach lists the texts to which a step leads from a text, at any distance: Next or
// Previous. The text itself is not among them.
func Reach(t Text, step func(Text) []Text) (list []Text) {
	for todo := step(t); len(todo) > 0; todo = todo[1:] {
		if next := todo[0]; next != t && !slices.Contains(list, next) {
			list = append(list, next)
			todo = append(todo, step(next)...)
		}
	}
	return list
}

// Ends lists the keys under which the rule of a text stands today, in their order;
// none when it is gone.
func (s *Succession) Ends(t Text) (keys []corpus.Key) {
	for _, x := range append([]Text{t}, Reach(t, s.Next)...) {
		if !x.Version.Old() && !slices.Contains(keys, x.Key) {
			keys = append(keys, x.Key)
		}
	}
	slices.SortFunc(keys, corpus.Key.Compare)
	return keys
}

// Line lists every text of the line of a text: those from which its rule came,
// and those into which it went, at any distance, but not the other parts of a
// rule that was split. The text itself is among them; the oldest is first.
func (s *Succession) Line(t Text) []Text {
	line := slices.Concat(Reach(t, s.Previous), []Text{t}, Reach(t, s.Next))
	slices.SortFunc(line, func(a, b Text) int {
		return cmp.Or(cmp.Compare(s.Entered(a), s.Entered(b)), a.Key.Compare(b.Key), cmp.Compare(a.Version, b.Version))
	})
	return slices.Compact(line) // concordances in a circle lead both ways
}

// Entered is the day on which the rule of a text came to its number; "" when it has
// stood there since the number is known.
func (s *Succession) Entered(t Text) corpus.Date {
	if r, _ := s.rule(t); r.Enter != "" {
		return r.Enter
	}
	for _, m := range s.Came(t) {
		return m.Date
	}
	return ""
}
