package heading

import (
	"strings"
)

// lookBack is how many bytes before a day its formula may reach.
const lookBack = 300

// readDate finds the day of the decision: the first day whose formula has the
// lowest rank. A day that no formula introduces is not taken.
func (w *reading) readDate() {
	best := 0
	look := func(v view, region string) {
		padded := "\n" + v.s
		for i := range v.s {
			if !wordStart(v.s, i) || region == "head" && w.contested.Contains(i) {
				continue
			}
			d, end, ok := dateAt(v.s, i)
			if !ok {
				continue
			}
			before := padded[max(0, i+1-lookBack) : i+1]
			alone := end == len(v.s) || v.s[end] == '\n'
			if rank := w.dayRank(before, region, alone); rank != 0 && (best == 0 || rank < best) {
				best = rank
				w.out.Date, w.out.Spans.Date = d, v.span(i, end)
			}
		}
	}
	look(w.head, "head")
	look(w.tail, "tail")
}

// dayRank is the rank of the best formula that introduces a day, 0 when none
// does.
func (w *reading) dayRank(before, region string, alone bool) int {
	best := 0
	for _, f := range w.of("date") {
		here := f.region == region || f.region == "any" || f.region == "line" && region == "head" && alone
		if !here || best != 0 && f.rank >= best || !f.re.MatchString(before) {
			continue
		}
		best = f.rank
	}
	if best == 0 {
		return 0
	}
	for _, f := range w.of("never") {
		m := f.re.FindStringIndex(before)
		if m != nil && best > 1 && !strings.Contains(before[m[0]:], "prononce") {
			return 0
		}
	}
	return best
}
