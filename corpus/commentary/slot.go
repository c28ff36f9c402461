package commentary

import "strings"

// slotAt reads the mentions that stand at a folded offset and where they end:
// one, or a list that "et" closes.
func (a *analysis) slotAt(sl slot, at, end int) (who []int, stop int) {
	if sl.far {
		at = a.complement(at, end)
	}
	stop, last := at, at
	closed := false
	for {
		i := a.standing(sl.label, at, end)
		if i < 0 {
			break
		}
		who = append(who, i)
		last = max(a.mentions[i].end, a.mentions[i].close)
		if len(who) == 1 || closed {
			stop = last
		}
		rest := a.flat[last:end]
		if closed {
			break
		} else if strings.HasPrefix(rest, " et ") {
			at, closed = last+len(" et "), true
		} else if strings.HasPrefix(rest, ", ") {
			at = last + len(", ")
		} else {
			break
		}
	}
	if len(who) > 1 && stop != last {
		who = who[:1]
	}
	return who, stop
}

// farReach is the number of bytes within which a complement is looked for.
const farReach = 100

// complement gives the start of the first mention of a person after a
// preposition in the rest of the clause, or at itself when there is none.
func (a *analysis) complement(at, end int) int {
	end = min(end, at+farReach)
	if stop := strings.IndexAny(a.flat[at:end], ".;:"); stop >= 0 {
		end = at + stop
	}
	for i := a.mentionAfter(at); i < len(a.mentions) && a.mentions[i].start < end; i++ {
		m := &a.mentions[i]
		if m.governed() && m.prep != "de" && (m.kind == ofEntity || m.kind == ofRole) {
			return m.start
		}
	}
	return at
}

// standing gives the mention that stands at a folded offset and fits the
// slot, -1 when none does.
func (a *analysis) standing(label string, at, end int) int {
	for at < end && a.flat[at] == ' ' {
		at++
	}
	i := a.mentionAfter(at)
	if i == len(a.mentions) || a.mentions[i].start > at || a.mentions[i].core < at || a.mentions[i].end > end || !a.fits(label, i) {
		return -1
	}
	return i
}

// fits reports whether a mention can stand in a slot.
func (a *analysis) fits(label string, i int) bool {
	m := &a.mentions[i]
	switch label {
	case "cour":
		return a.judge(i) >= 0 || m.kind == ofPronoun && a.resolve(i) < 0
	case "juge":
		return m.kind == ofCourt
	case "acte":
		return m.kind == ofRuling
	}
	return m.kind == ofEntity || m.kind == ofRole || m.kind == ofPronoun && (m.last || m.word == "qui" || a.judge(i) < 0)
}
