package segment

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// passage is where a part begins, in bytes of fold.Text.Folded; it ends where the
// next begins. annexed tells the moyens annexed from those of the ruling itself.
type passage struct {
	start   int
	zone    corpus.ZoneKind
	annexed bool
}

// family says how the decision is built. A known court decides; else the first
// line that bears the mark of a family does. Only the text can tell the two
// styles of the Cour de cassation apart.
func (h *headingRules) family(court corpus.Court, t *fold.Text, lines []line) family {
	var fam family
	switch court.Kind {
	case corpus.Cass:
		fam = cassOld
	case corpus.CE, corpus.CAA, corpus.TA, corpus.CNDA, corpus.TC, corpus.CC, corpus.CNIL:
		fam = adminLaw
	case "", corpus.OtherCrt:
	default:
		fam = merits
	}
	for _, l := range lines {
		if fam != "" && fam != cassOld {
			break
		}
		w := openingOf(t.Folded[l.body:l.end])
		for i := range h.rules {
			r := &h.rules[i]
			if r.where != "mark" || (fam == cassOld) != (r.zone == string(cassNew)) {
				continue
			}
			if r.matches(w) {
				fam = family(r.zone)
				break
			}
		}
	}
	if fam == "" {
		return merits
	}
	return fam
}

func clip(s string) string { return s[:min(len(s), window)] }

// cutter walks over the lines and notes where a part begins.
type cutter struct {
	*headingRules
	t    *fold.Text
	fam  family
	zone string // the part or stage that is open
	hold *holding
	out  []passage
	// wait is where a heading stands that belongs to the part after it, -1 if
	// none.
	wait int
	// claim says that a recital reports what a party asks: "demande à la cour de :".
	claim bool
}

// passages cuts the text by its headings and formulas alone.
func (h *headingRules) passages(t *fold.Text, lines []line, fam family) []passage {
	c := &cutter{headingRules: h, t: t, fam: fam, wait: -1}
	c.enter(string(corpus.Entete))
	c.out = append(c.out, passage{zone: corpus.Entete})
	for _, l := range lines {
		// A branch of a moyen may begin like the answer to it: "2°/ qu'en statuant".
		inside := l.branch && c.zone == string(corpus.Moyens)
		if !inside && (!l.runsOn || upper(t, l.start)) {
			c.line(l)
		}
		c.inline(l)
		c.reports(l)
	}
	return c.out
}

// reports notes where a recital begins to report what a party asks, after a
// colon, and where that ends: with the sentence or the quotation.
func (c *cutter) reports(l line) {
	switch c.t.Folded[l.end-1] {
	case ':':
		c.claim = c.zone == recital
	case '.', '"':
		c.claim = false
	}
}

// line tries every rule on the start of a line.
func (c *cutter) line(l line) {
	w := openingOf(c.t.Folded[l.body:l.end])
	var rules []*headingRule
	if w.printed != "" {
		rules = c.hold.line[w.printed[0]]
	}
	for _, r := range rules {
		if c.claim && r.zone == visa || !r.matches(w) {
			continue
		}
		c.claim = false
		at := l.start
		if c.wait >= 0 {
			at = c.wait
		}
		c.wait = -1
		if r.zone != "" {
			c.open(at, r.zone)
		}
		if r.next {
			c.wait = at
		}
		return
	}
	c.wait = -1
}

// inline tries the rules that may fire inside a line, on words in capitals.
func (c *cutter) inline(l line) {
	f := c.t.Folded
	for i := c.t.NextCapital(l.body+1, l.end); i < l.end; i = c.t.NextCapital(i+1, l.end) {
		if f[i-1] != ' ' {
			continue
		}
		for _, r := range c.hold.inline[f[i]] {
			m := r.re.FindStringIndex(clip(f[i:l.end]))
			if m != nil && capitals(c.t, i, i+m[1]) {
				c.open(i, r.zone)
				break
			}
		}
	}
}

// capitals says whether the first two words of the range are in capitals.
func capitals(t *fold.Text, start, end int) bool {
	words := 0
	for i := start; i < end && words < 2; i++ {
		c := t.Folded[i]
		if isLetter(c) && !upper(t, i) {
			return false
		}
		if c == ' ' {
			words++
		}
	}
	return true
}

// enter goes over to a state.
func (c *cutter) enter(zone string) { c.zone, c.hold = zone, c.headingRules.hold[c.fam][zone] }

// open begins a part. A heading that waited for this part moves into it.
func (c *cutter) open(at int, zone string) {
	c.enter(zone)
	p := passage{start: at, zone: zoneOf(zone), annexed: zone == annexed}
	if n := len(c.out); c.out[n-1].start >= at && n > 1 {
		c.out = c.out[:n-1]
	}
	if last := c.out[len(c.out)-1]; last.zone == p.zone && last.annexed == p.annexed {
		return
	}
	if at == 0 {
		c.out = c.out[:0]
	}
	c.out = append(c.out, p)
}

// zonesOf writes the passages as zones of the original text.
func zonesOf(t *fold.Text, passages []passage) []corpus.Zone {
	var zones []corpus.Zone
	for i, p := range passages {
		end := len(t.Original)
		if i+1 < len(passages) {
			end = t.Start(passages[i+1].start)
		}
		start := 0
		if n := len(zones); n > 0 {
			start = zones[n-1].End
		}
		switch n := len(zones); {
		case end <= start:
		case n > 0 && zones[n-1].Zone == p.zone:
			zones[n-1].End = end
		default:
			zones = append(zones, corpus.Zone{Zone: p.zone, Span: corpus.Span{Start: start, End: end}})
		}
	}
	return zones
}
