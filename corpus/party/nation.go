package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// unqualified leaves out of the name of a company what the text says of its nationality:
// "la société allemande Lorme" is the société Lorme, where the text prints that name, else
// Lorme. A capital makes the word a part of the name: "Société Française de transports".
func (f *Finder) unqualified(t *fold.Text, n name) name {
	if n.kind != corpus.Morale || n.as != "" {
		return n
	}
	m := f.say.nation.FindStringSubmatchIndex(t.Folded[n.from:n.to])
	if m == nil || t.Capital(n.from+m[2]) || !t.Capital(n.from+m[1]) {
		return n
	}
	s, own := t.Folded, t.Span(n.from+m[1], n.to).Of(t.Original)
	plain := s[n.from:n.from+m[2]] + s[n.from+m[1]:n.to]
	for i := range occurrences(s, plain) {
		end := i + len(plain)
		if (end == len(s) || !fold.Letter(s[end])) && strings.HasSuffix(t.Span(i, end).Of(t.Original), own) {
			n.from, n.to = i, end
			return n
		}
	}
	n.from += m[1]
	return n
}
