package queries

import (
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Reviewed implements export.Source. A decision that is named by its number and by its day
// comes once, by the better name.
func (s *exportSource) Reviewed(d *corpus.Decision) (keys []corpus.Key, ruling *corpus.Ruling, err error) {
	best := map[corpus.Key]corpus.Key{} // by the one thing
	for k, err := range s.l.store.Reviewed(s.ctx, d.Node) {
		if err != nil {
			return nil, nil, err
		}
		one, err := s.Resolve(k)
		if err != nil {
			return nil, nil, err
		}
		if one.IsDecision() { // not held: its best key
			k = one
		}
		if other, ok := best[one]; !ok || betterName(k, other) {
			best[one] = k
		}
	}
	keys = slices.SortedFunc(maps.Values(best), corpus.Key.Compare)
	if keys, err = s.withoutDays(d, keys); err != nil {
		return nil, nil, err
	}
	if r, ok := s.l.extract.Fate().Of(d); ok {
		ruling = &r
	}
	return keys, ruling, nil
}

// withoutDays leaves out the days under which a decision names what it reviews by a number,
// too, where the name by its day fits several, or lacks the seat of the court, and so is not
// known to be that one thing.
func (s *exportSource) withoutDays(d *corpus.Decision, keys []corpus.Key) ([]corpus.Key, error) {
	if len(keys) < 2 {
		return keys, nil
	}
	var numbered []corpus.Metadata // court and day of those that a number names
	for _, k := range keys {
		p, err := k.Parts()
		if err != nil || isDay(p.ID) {
			continue
		}
		days, err := s.daysOf(d, k)
		if err != nil {
			return nil, err
		}
		for _, day := range days {
			numbered = append(numbered, corpus.Metadata{Court: corpus.Court{Kind: corpus.CourtKind(p.Head), Place: p.Place}, Date: day})
		}
	}
	return slices.DeleteFunc(keys, func(k corpus.Key) bool {
		p, err := k.Parts()
		return err == nil && isDay(p.ID) && slices.ContainsFunc(numbered, func(m corpus.Metadata) bool {
			return string(m.Court.Kind) == p.Head && string(m.Date) == p.ID && (p.Place == "" || m.Court.Place == "" || m.Court.Place == p.Place)
		})
	}), nil
}

// daysOf are the days that are known of a decision under review: that of the held one, and
// those that the reviewing one prints beside its number.
func (s *exportSource) daysOf(d *corpus.Decision, key corpus.Key) (days []corpus.Date, err error) {
	held, err := s.Held(key)
	if err == nil && held != "" {
		var h *corpus.Decision
		if h, err = s.l.store.Heading(s.ctx, held); err == nil {
			days = append(days, h.Date)
		}
	}
	for i := range d.Citations {
		if c := &d.Citations[i]; c.Date != "" && (c.Key == key || c.Node == key || slices.Contains(c.AlsoNamed, key)) {
			days = append(days, c.Date)
		}
	}
	if ref := d.Contested; ref != nil && ref.Date != "" && slices.Contains(ref.Keys(), key) {
		days = append(days, ref.Date)
	}
	return days, err
}

// isDay reports whether the last part of the key of a decision is a day.
func isDay(id string) bool {
	_, err := corpus.ParseDate(id)
	return err == nil
}

// betterName reports whether a says more than b: a number says more than a day.
func betterName(a, b corpus.Key) bool {
	day := func(k corpus.Key) bool {
		p, err := k.Parts()
		if err != nil {
			return true
		}
		return isDay(p.ID)
	}
	if day(a) != day(b) {
		return day(b)
	}
	return a.Compare(b) < 0
}
