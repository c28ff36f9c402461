package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// nameLimit is the longest name read, in folded bytes.
const nameLimit = 320

// name is a name found in the text, in folded offsets.
type name struct {
	from, to int
	kind     corpus.PartyKind
	class    class  // of its opener; "" without one
	next     int    // where reading may go on: the end of the name
	alias    bool   // a short form in brackets
	as       string // how it is written where the text has it together with another
	renamed  bool   // the new or old name of the party before
	common   bool   // a body named by common words only
	loser    bool   // named as the one whom an order condemns
	winner   bool   // named as the one for whom it condemns
	plural   bool   // the first of several after "MM.", which is left out
}

// lead skips what may stand before a name: marks of an item ("1°/"), blanks, and
// the articles before an opener.
func (f *Finder) lead(t *fold.Text, i, to int) int {
	s := t.Folded
	for i < to && !fold.Letter(s[i]) && s[i] != '[' {
		i++
	}
	for j := i; j < to; {
		if _, n := f.openerAt(t, j, to); n > 0 {
			return j
		}
		w := fold.LettersEnd(s, j, to)
		if w == j || !f.is("article", s[j:w]) {
			break
		}
		for j = w; j < to && (fold.Blank(s[j]) || s[j] == '\''); {
			j++
		}
	}
	return i
}

// nameAt reads the name that starts at or shortly after folded offset i and ends
// before to. ok is false when nothing there can be a name of a party.
func (f *Finder) nameAt(t *fold.Text, i, to int) (name, bool) {
	to = min(to, i+nameLimit)
	i = f.lead(t, i, to)
	o, n := f.openerAt(t, i, to)
	for n > 0 && o.class == civility { // "M. LE PREFET", "Madame la ministre"
		j := skipBlank(t.Folded, i+n, to)
		w := fold.LettersEnd(t.Folded, j, to)
		if word := t.Folded[j:w]; word != "le" && word != "la" && word != "l" {
			break
		}
		k := f.lead(t, j, to)
		office, m := f.openerAt(t, k, to)
		if m == 0 || office.class != body {
			break
		}
		i, o, n = k, office, m
	}
	switch {
	case i >= to:
		return name{}, false
	case n > 0 && o.class == counsel:
		return f.officer(t, i, i+n, to)
	case n > 0 && o.class == civility && plural(o.words):
		x, ok := f.person(t, skipBlank(t.Folded, i+n, to), i+n, to)
		x.plural = true
		return x, ok
	case n > 0 && (o.class == civility || o.class == consorts):
		x, ok := f.person(t, i, i+n, to)
		if ok && strings.Contains(o.words, " et ") {
			x = f.joint(t, x, to)
		}
		return x, ok
	case n == 0 && f.bare(t, i, to):
		return f.person(t, i, i, to)
	}
	end := f.tail(t, i, max(i+n, fold.LettersEnd(t.Folded, i, to)), to)
	if o.class == acronym {
		end = f.glued(t, i+n, end)
	}
	if n == 0 && end == to {
		end = cutComma(t.Folded, i, to)
	}
	x := name{from: i, to: trimEnd(t.Folded, i, end), kind: o.kind, class: o.class, next: end}
	if n == 0 {
		x.kind = corpus.Morale
	}
	return x, x.to > x.from
}

// officer reads the name of one who has the civility of counsel but stands for a
// debtor: "Maître Brunel, ès qualités de liquidateur de la société Lorme".
func (f *Finder) officer(t *fold.Text, from, after, to int) (name, bool) {
	n, ok := f.person(t, from, after, to)
	return n, ok && f.say.officer.MatchString(t.Folded[n.next:to])
}

// glued gives the offset before a second legal form with full stops, which opens
// the next party though nothing parts them: "S.A.S. LORME S.C.P. BRUNEL"; to when
// there is none.
func (f *Finder) glued(t *fold.Text, after, to int) int {
	for j := skipBlank(t.Folded, after, to); j < to; j++ {
		if t.Folded[j] != ' ' || j+1 >= to {
			continue
		}
		if f.dotted(t, j+1, to) {
			return j
		}
	}
	return to
}

// dotted reports whether a legal form with full stops and a name after it stand at i.
func (f *Finder) dotted(t *fold.Text, i, to int) bool {
	o, n := f.openerAt(t, i, to)
	if n == 0 || o.class != acronym || strings.Count(t.Folded[i:i+n], ".") < 2 {
		return false
	}
	k := skipBlank(t.Folded, i+n, to)
	return k > i+n && k < to && t.Capital(k)
}

// tail gives the offset at which the words after a name start, or to.
func (f *Finder) tail(t *fold.Text, from, after, to int) int {
	for j := after; j < to; j++ {
		if t.Folded[j] == ';' || t.Folded[j] == ':' {
			to = j
		}
	}
	if m := f.tails.FindStringIndex(t.Folded[after:to]); m != nil {
		to = after + m[0]
	}
	to = f.beforeStreet(t, after, to)
	for j := after; j+1 < to; j++ {
		if t.Folded[j] == ',' && fold.Digit(t.Folded[skipBlank(t.Folded, j+1, to-1)]) { // ", 12 rue …"
			return j
		}
		if f.another(t, j, to) {
			return j
		}
	}
	return to
}

// beforeStreet gives the offset at which an address opens behind a name, or to. A
// house may bear its address as a name: "immeuble 12 rue des Lilas".
func (f *Finder) beforeStreet(t *fold.Text, after, to int) int {
	if after >= to || !strings.ContainsAny(t.Folded[after:to], "0123456789") {
		return to
	}
	for from := after; from < to; {
		m := f.say.street.FindStringIndex(t.Folded[from:to])
		if m == nil {
			return to
		}
		at := from + m[0]
		w := at
		for w > after && fold.Letter(t.Folded[w-1]) {
			w--
		}
		if word := t.Folded[w:at]; t.Folded[at-1] == '.' || w < at && w > after && !f.is("article", word) && !f.is("housed", word) {
			return at
		}
		from += m[1]
	}
	return to
}

// another reports whether at j, after a comma or "et", the name of another party
// opens: "… et M. Durieux", ", la société Lorme".
func (f *Finder) another(t *fold.Text, j, to int) bool {
	s := t.Folded
	k := j + 1
	switch {
	case s[j] == ',':
	case s[j] == ' ' && fold.WordsAt(s[k:to], "et") > 0:
		k += 2
	default:
		return false
	}
	k = skipBlank(s, k, to)
	w := fold.LettersEnd(s, k, to)
	article := false
	switch s[k:w] {
	case "la", "le", "les", "l":
		article = true
		for k = w; k < to && (fold.Blank(s[k]) || s[k] == '\''); {
			k++
		}
	}
	o, n := f.openerAt(t, k, to)
	return n > 0 && (article || o.class == civility || o.class == acronym || o.class == sigle)
}
