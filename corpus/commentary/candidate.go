package commentary

import "slices"

// merge joins what the mentions of one decision say, and gives the decision with
// the best score; nil when none has a court and a date or a number.
func merge(all []candidate) *candidate {
	var heads []*candidate
	for i := range all {
		c := &all[i]
		var same *candidate
		for _, h := range heads {
			if h.same(c) {
				same = h
				break
			}
		}
		if same == nil {
			if len(heads) < maxEntities {
				heads = append(heads, c)
			}
			continue
		}
		same.join(c)
	}
	var best *candidate
	for _, h := range heads {
		if h.Court.Kind == "" || h.Date == "" && len(h.Numbers) == 0 {
			continue
		}
		if best == nil || h.score > best.score {
			best = h
		}
	}
	return best
}

// same reports whether two mentions can be of one decision: the same day or
// number, and courts that do not differ.
func (c *candidate) same(o *candidate) bool {
	if c.Court.Kind != "" && o.Court.Kind != "" {
		if c.Court.Kind != o.Court.Kind || c.Court.Place != "" && o.Court.Place != "" && c.Court.Place != o.Court.Place {
			return false
		}
	}
	for _, n := range c.Numbers {
		if slices.Contains(o.Numbers, n) {
			return true
		}
	}
	return c.Date != "" && c.Date == o.Date
}

// join adds what another mention of the same decision says.
func (c *candidate) join(o *candidate) {
	if c.Court.Kind == "" || c.Court.Place == "" && o.Court.Place != "" {
		c.Court = o.Court
	}
	if c.Court.Chamber == "" {
		c.Court.Chamber = o.Court.Chamber
	}
	if c.Date == "" {
		c.Date = o.Date
	}
	if c.Nature == "" {
		c.Nature = o.Nature
	}
	for _, n := range o.Numbers {
		c.number(n)
	}
	if len(c.loose) < maxNumbers {
		c.loose = append(c.loose, o.loose...)
	}
	if c.sent < 0 {
		c.sent = o.sent
	}
	c.score += max(1, o.score)
}

// maxNumbers bounds the numbers of one decision: joined cases have many.
const maxNumbers = 64

// number adds a number once.
func (c *candidate) number(n string) {
	if len(c.Numbers) < maxNumbers && !slices.Contains(c.Numbers, n) {
		c.Numbers = append(c.Numbers, n)
	}
}
