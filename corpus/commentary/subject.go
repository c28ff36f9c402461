package commentary

import "strings"

// subject gives the mention that is the subject of the verb at a folded offset,
// -1 when the sentence names none.
func (a *analysis) subject(s sentence, at int) int {
	before := strings.TrimRight(a.flat[s.start:at], " ")
	for _, conj := range []string{" et", " mais", " puis", " ou"} {
		if strings.HasSuffix(before, conj) {
			return a.firstSubject(s, at)
		}
	}
	for i := a.mentionAfter(at-1) - 1; i >= 0 && a.mentions[i].start >= s.start; i-- {
		m := &a.mentions[i]
		if m.end > at || m.governed() || a.objects[i] {
			continue
		}
		if aside(a.flat[m.end:at]) {
			continue
		}
		if m.kind == ofRuling && strings.Count(a.flat[m.end:at], " ") > 2 {
			continue
		}
		return i
	}
	return -1
}

// aside reports whether a parenthesis closes, but does not open, in what stands
// between a mention and a verb.
func aside(between string) bool {
	i := strings.IndexByte(between, ')')
	return i >= 0 && !strings.Contains(between[:i], "(")
}

// firstSubject is the subject of the verb last read in the sentence, or the
// first mention that can be one.
func (a *analysis) firstSubject(s sentence, at int) int {
	if a.lastSubject >= 0 && a.mentions[a.lastSubject].start >= s.start {
		return a.lastSubject
	}
	for i := a.mentionAfter(s.start); i < len(a.mentions) && a.mentions[i].end <= at; i++ {
		if !a.mentions[i].governed() && !a.objects[i] {
			return i
		}
	}
	return -1
}
