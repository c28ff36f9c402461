package party

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// withPersons marks the lines that name a person without civility: his birth or his
// address stands below, as courts that judge crimes print the accused.
func (f *Finder) withPersons(t *fold.Text, lines []line) []line {
	var out []line
	for i, l := range lines {
		if l.kind != other || !t.Capital(l.from) || !f.alone(t, lines, i) {
			continue
		}
		if out == nil {
			out = slices.Clone(lines)
		}
		out[i].kind, out[i].person = named, true
	}
	if out == nil {
		return lines
	}
	return out
}

// alone reports whether the line at i holds nothing but the name of a person, and the
// next one tells his birth or, of a name that is not in capitals alone, where he lives.
func (f *Finder) alone(t *fold.Text, lines []line, i int) bool {
	l := lines[i]
	below := i + 1
	for below < len(lines) && lines[below].kind == empty {
		below++
	}
	if below == len(lines) || lines[below].kind != detail {
		return false
	}
	next := t.Folded[lines[below].from:lines[below].to]
	if f.say.born.MatchString(next) {
		n, ok := f.person(t, l.from, l.from, l.to)
		return ok && (n.next == l.to || t.Folded[n.next] == ',')
	}
	return f.say.living.MatchString(next) && f.bare(t, l.from, l.to)
}

// furtherNames takes the further given names of a person behind commas: "DURIEUX Paul,
// Henri".
func (f *Finder) furtherNames(t *fold.Text, n name, to int) name {
	for n.next < to && t.Folded[n.next] == ',' {
		i := skipBlank(t.Folded, n.next+1, to)
		end := tokenEnd(t.Folded, i, to)
		if end == i || !t.Capital(i) || inCapitals(t, i, end) {
			break
		}
		if rest := skipBlank(t.Folded, end, to); rest < to && t.Folded[rest] != ',' {
			break
		}
		n.to, n.next = end, end
	}
	return n
}

// oneProsecutor drops the heading of the public prosecutor, as a party, where he is named
// besides.
func oneProsecutor(all []found) []found {
	headed := func(x found) bool { return x.side == corpus.MinisterePublic && x.class == "" }
	named := func(x found) bool { return x.side == corpus.MinisterePublic && x.class != "" }
	if !slices.ContainsFunc(all, named) {
		return all
	}
	return slices.DeleteFunc(all, headed)
}

// owned reports whether the heading at i stands below its party and above the words
// about it: "SAS Lorme / APPELANTE / représentée par Me Brunel".
func (f *Finder) owned(lines []line, i int) bool {
	if lines[i].rest < lines[i].to || !f.before(lines, i) {
		return false
	}
	if lines[i].told {
		return true
	}
	for i++; i < len(lines) && lines[i].kind == empty; i++ {
	}
	return i < len(lines) && lines[i].kind == detail
}

// mixed reads headings of which some stand below their party. One right below another
// says more of the same party: "LE MINISTÈRE PUBLIC / appelant".
func (f *Finder) mixed(t *fold.Text, lines []line) []found {
	var out []found
	start := 0
	for i := 0; i < len(lines); i++ {
		switch {
		case lines[i].kind == versus || lines[i].kind == stop:
			start = i + 1
			continue
		case lines[i].kind != heading:
			continue
		case i > 0 && lines[i-1].kind == heading:
			start = i + 1
			continue
		}
		if !f.owned(lines, i) && lines[i].role.side != corpus.MinisterePublic && f.after(t, lines, i) {
			end := blockEnd(lines, i+1)
			out = append(out, f.block(t, lines[i], lines[i+1:end])...)
			i, start = end-1, end
			continue
		}
		if lines[i].rest < lines[i].to {
			out = append(out, f.block(t, lines[i], nil)...)
		} else {
			out = append(out, f.above(t, lines, start, i)...)
		}
		start = i + 1
	}
	return out
}

// blockEnd gives the line at which the parties below a heading end.
func blockEnd(lines []line, i int) int {
	for i < len(lines) && lines[i].kind != heading && lines[i].kind != stop && lines[i].kind != versus {
		i++
	}
	return i
}

// ownSide is the side of a party: that of its heading, or another that is printed behind
// its name.
func (f *Finder) ownSide(t *fold.Text, after int, side corpus.Side) corpus.Side {
	words := t.Folded[after:lineEnd(t.Folded, after, len(t.Folded))]
	if !strings.Contains(words, "parti") && !strings.Contains(words, "interven") && !strings.Contains(words, "prevenu") {
		return side
	}
	m := f.say.ownSide.FindStringSubmatchIndex(words)
	switch {
	case m == nil:
		return side
	case m[2] >= 0:
		return corpus.Intervenant
	case m[4] >= 0 && side == corpus.Prevenu:
		return corpus.Demandeur
	case m[6] >= 0:
		return corpus.Prevenu
	}
	return side
}

// prosecuting reads the public prosecutor who is named without a heading: "Monsieur le
// procureur de la République, demandeur et poursuivant".
func (f *Finder) prosecuting(sh *sheet, all []found, to int) []found {
	if hasSide(all, corpus.MinisterePublic) {
		return all
	}
	t := sh.t
	for _, l := range sh.lines(to) {
		if l.kind != named || !strings.Contains(t.Folded[l.from:l.to], "procureur") {
			continue
		}
		n, ok := f.nameAt(t, l.from, l.to)
		if ok && prosecutor(t.Folded[n.from:n.to]) && f.say.pursuing.MatchString(t.Folded[n.next:l.to]) {
			return append(all, found{name: n, side: corpus.MinisterePublic, rule: "poursuivant", confidence: 0.85})
		}
	}
	return all
}
