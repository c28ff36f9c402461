package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// litigates reports whether a body named in the facts of a decision is shown to be a
// party: an order names it, or a clause has it sue, be sued, claim or answer, by its
// name or by the short one given behind it in brackets. Facts name others too: the
// insurer of another, the seller of a seller. Persons are taken without that.
func (f *Finder) litigates(t *fold.Text, n name, ordered []name, bodyEnd int) bool {
	if n.kind == corpus.Physique || f.among(t, ordered, n) {
		return true
	}
	s := t.Folded[:bodyEnd]
	for _, w := range []string{f.core(t, n), f.shortForm(t, n, bodyEnd)} {
		if w != "" && f.inSuit(t, s, w) {
			return true
		}
	}
	return false
}

// core is a name without the word that opens it, where it is long enough to stand for
// it: "Lorme international" of "société Lorme international", which "les sociétés Brume
// et Lorme international" prints, too.
func (f *Finder) core(t *fold.Text, n name) string {
	_, k := f.openerAt(t, n.from, n.to)
	i := skipBlank(t.Folded, n.from+k, n.to)
	if k == 0 || n.to-i < 5 || !t.Capital(i) {
		i = n.from
	}
	return t.Folded[i:n.to]
}

// shortForm is the short name that stands in brackets behind a name, with its
// article: "la banque" of "la société Lorme (la banque)"; "" when there is none.
func (f *Finder) shortForm(t *fold.Text, n name, bodyEnd int) string {
	s := t.Folded
	i := skipBlank(s, n.to, bodyEnd)
	if i >= bodyEnd || s[i] != '(' {
		return ""
	}
	end := strings.IndexByte(s[i:min(bodyEnd, i+60)], ')')
	if end < 0 {
		return ""
	}
	if w := s[i+1 : i+end]; strings.HasPrefix(w, "la ") || strings.HasPrefix(w, "le ") || strings.HasPrefix(w, "l'") {
		return w
	}
	return ""
}

// inSuit reports whether a clause of s that names w tells of a lawsuit.
func (f *Finder) inSuit(t *fold.Text, s, w string) bool {
	for from, n := 0, 0; n < maxMentions; n++ {
		at := strings.Index(s[from:], w)
		if at < 0 {
			return false
		}
		at += from
		from = at + len(w)
		if at > 0 && fold.Letter(s[at-1]) || from < len(s) && fold.Letter(s[from]) {
			continue
		}
		if from+1 < len(s) && s[from] == ' ' && t.Capital(from+1) { // "la société" of "la société Brume"
			continue
		}
		start := strings.LastIndexAny(s[:at], ";\n") + 1
		end := len(s)
		if k := strings.IndexAny(s[from:], ";\n"); k >= 0 {
			end = from + k
		}
		if f.say.suit.MatchString(s[start:end]) {
			return true
		}
	}
	return false
}
