package party

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// described reports whether the line at i of a heading in the plural names one
// more person without civility: the next line tells his birth, or his address
// follows the end of that of the person above.
func (f *Finder) described(t *fold.Text, lines []line, i int) bool {
	above, below := i-1, i+1
	for above >= 0 && lines[above].kind == empty {
		above--
	}
	for below < len(lines) && lines[below].kind == empty {
		below++
	}
	if below == len(lines) || lines[below].kind != detail {
		return false
	}
	next := t.Folded[lines[below].from:lines[below].to]
	if f.say.born.MatchString(next) {
		return true
	}
	return above >= 0 && lines[above].kind == detail && fold.Digit(next[0]) &&
		f.say.town.MatchString(t.Folded[lines[above].from:lines[above].to])
}

// legal reports whether a line that no word opens names a legal person: its
// register, seat or form follows the name.
func (f *Finder) legal(t *fold.Text, l line) bool {
	return t.Capital(l.from) && f.say.registered.MatchString(t.Folded[l.from:l.to])
}

// bareList reports whether [from,to) is a list of two or more persons without
// civility: "Paul Durieux, Claire Vautier et Luc Masson".
func (f *Finder) bareList(t *fold.Text, from, to int) bool {
	return f.bareNames(t, from, f.untailed(t, from, to)) >= 2
}

// bareRest reports whether names of persons without civility, and nothing else,
// follow a first name.
func (f *Finder) bareRest(t *fold.Text, from, to int) bool {
	to = f.untailed(t, from, to)
	i := bareNext(t.Folded, from, to)
	return i < to && f.bareNames(t, i, to) > 0
}

// untailed gives the offset at which what is no name starts.
func (f *Finder) untailed(t *fold.Text, from, to int) int {
	if m := f.tails.FindStringIndex(t.Folded[from:to]); m != nil {
		return from + m[0]
	}
	return to
}

// bareNames counts the persons of a list without civilities; 0 when something
// else stands in it.
func (f *Finder) bareNames(t *fold.Text, from, to int) int {
	n := 0
	for i := from; i < to; n++ {
		end := i
		for end < to && t.Folded[end] != ',' && fold.WordsAt(t.Folded[end:to], " et") == 0 {
			end++
		}
		if _, k := f.openerAt(t, i, end); k > 0 || !f.bare(t, i, end) {
			return 0
		}
		if end == to {
			return n + 1
		}
		if i = bareNext(t.Folded, end, to); i == end {
			return 0
		}
	}
	return n
}

// couple makes two persons of "M. et Mme Durieux" and of "M. et Mme Paul et Claire
// Durieux", and leaves every other name as it is.
func (f *Finder) couple(t *fold.Text, n name) []name {
	o, _ := f.openerAt(t, n.from, n.to)
	at := strings.Index(t.Folded[n.from:n.to], " et ")
	if o.class != civility || !strings.Contains(o.words, " et ") || at < 0 {
		return []name{n}
	}
	second := n
	second.from = skipBlank(t.Folded, n.from+at+len(" et "), n.to)
	title := tokenEnd(t.Folded, second.from, n.to)
	family := skipBlank(t.Folded, title, n.to)
	words := func(from, to int) string { return t.Span(from, to).Of(t.Original) }
	n.as = words(n.from, n.from+at) + " " + words(family, n.to)
	if and := strings.Index(t.Folded[family:n.to], " et "); and >= 0 {
		and += family
		given := skipBlank(t.Folded, and+len(" et "), n.to)
		shared := n.to
		if blank := strings.IndexByte(t.Folded[given:n.to], ' '); blank >= 0 {
			shared = skipBlank(t.Folded, given+blank, n.to)
		}
		n.as = words(n.from, n.from+at) + " " + words(family, and) + " " + words(shared, n.to)
		second.as = words(second.from, title) + " " + words(given, n.to)
	}
	return []name{n, second}
}

// joint takes the second given name and the family name to those of a couple that was
// read up to the first: "M. et Mme Paul" of "M. et Mme Paul et Claire Durieux".
func (f *Finder) joint(t *fold.Text, n name, to int) name {
	s := t.Folded
	_, k := f.openerAt(t, n.from, n.to)
	if strings.ContainsRune(strings.TrimSpace(s[n.from+k:n.to]), ' ') || n.to+len(" et ") >= to || fold.WordsAt(s[n.to:to], " et") == 0 {
		return n
	}
	i := skipBlank(s, n.to+len(" et "), to)
	if _, k := f.openerAt(t, i, to); k > 0 || i >= to || !t.Capital(i) {
		return n
	}
	other, ok := f.person(t, i, i, to)
	if !ok || !strings.ContainsRune(s[other.from:other.to], ' ') {
		return n
	}
	n.to, n.next = other.to, other.next
	return n
}

// small reports whether the line at i, which opens in small letters, names a further body:
// "la société BRUME" or "association Lorme", where the line before does not go on in it.
func (f *Finder) small(t *fold.Text, lines []line, i int) bool {
	l, s := lines[i], t.Folded
	k := f.lead(t, l.from, l.to)
	o, n := f.openerAt(t, k, l.to)
	if n == 0 || o.class != form && o.class != body {
		return false
	}
	if name := skipBlank(s, k+n, l.to); name == l.to || !t.Capital(name) { // "société anonyme"
		return false
	}
	parted := false
	for i--; i >= 0 && lines[i].kind == empty; i-- {
		parted = true
	}
	if i < 0 {
		return true
	}
	before := s[lines[i].from:lines[i].to]
	return !f.say.unfinished.MatchString(before) && (parted || !f.say.through.MatchString(before))
}
