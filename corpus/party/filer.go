package party

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// filers reads for whom the moyens annexed are produced: by the principal
// pourvoi, and by a cross-appeal.
func (f *Finder) filers(t *fold.Text, from int) (principal, cross []name) {
	for _, m := range f.say.filed.FindAllStringSubmatchIndex(t.Folded[from:], 16) {
		start := from + m[1]
		end := lineEnd(t.Folded, start, len(t.Folded))
		about := t.Folded[from+m[2] : from+m[3]]
		incident := strings.Contains(about, "incident") || strings.Contains(about, "provoque")
		for i := start; i < end; {
			n, ok := f.nameAt(t, i, end)
			if !ok || len(principal)+len(cross) >= maxTold {
				break
			}
			if incident {
				cross = append(cross, n)
			} else {
				principal = append(principal, n)
			}
			i = f.further(t, n.next, end)
		}
	}
	return principal, cross
}

// attackers reads who attacks the decision below: the party to whom a grief is
// lent, or the one condemned to costs when the pourvoi is dismissed.
func (f *Finder) attackers(t *fold.Text, bodyEnd int) []name {
	s := t.Folded[:bodyEnd]
	if m := f.say.grieved.FindStringSubmatchIndex(s); m != nil {
		if n, ok := f.prose(t, m[2], m[3]); ok {
			return []name{n}
		}
	}
	i := strings.LastIndex(s, "rejette le pourvoi")
	if i < 0 {
		return nil
	}
	if m := f.say.condemned.FindStringIndex(s[i:]); m != nil {
		if n, ok := f.prose(t, i+m[1], bodyEnd); ok {
			return []name{n}
		}
	}
	return nil
}
