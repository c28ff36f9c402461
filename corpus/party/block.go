package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// found is a party found, in folded offsets.
type found struct {
	name
	side       corpus.Side
	role       string // the words that give the side
	rule       string
	confidence float64
	counsel    []corpus.Counsel
	alone      bool // it is said to have no counsel
	below      int  // end of the heading of its side, where that stands below its name; 0 above
	siren      string
	id         string // its identity, once it is asked for
	sirenAt    corpus.Span
}

// block reads the parties of one heading.
func (f *Finder) block(t *fold.Text, head line, lines []line) []found {
	b := blockReader{f: f, t: t, head: head}
	if head.rest < head.to {
		b.read(line{from: skipBlank(t.Folded, head.rest, head.to), to: head.to, kind: named})
	}
	for i, l := range lines {
		if l.kind == other && head.several && len(b.out) > 0 && f.bare(t, l.from, l.to) && f.described(t, lines, i) {
			b.open = true
		}
		if l.kind == other && len(b.out) > 0 && f.small(t, lines, i) {
			l.kind = named
		}
		b.read(l)
	}
	if len(b.out) == 0 && head.role.side == corpus.MinisterePublic {
		from := f.lead(t, head.from, head.rest)
		n := name{from: from, to: trimEnd(t.Folded, from, cutComma(t.Folded, from, head.rest)), kind: corpus.Publique}
		b.out = append(b.out, found{name: n, side: corpus.MinisterePublic, rule: "titre:" + head.role.rule, confidence: 0.8})
	}
	return b.out
}

// blockReader reads the lines of one heading.
type blockReader struct {
	f    *Finder
	t    *fold.Text
	head line
	out  []found
	open bool // the party before is described in full: counsel was named
}

// read takes one line.
func (b *blockReader) read(l line) {
	switch l.kind {
	case detail:
		b.open = b.open || lawyers(b.t.Folded[l.from:l.to])
		b.behind(l)
	case named:
		b.names(l, 0.95)
	case other:
		if len(b.out) == 0 || b.open && b.f.bare(b.t, l.from, l.to) || b.f.legal(b.t, l) {
			b.names(l, 0.9)
		}
	}
}

// behind reads a party that is named behind its counsel only: "Me Brunel, avocat,
// représentant M. Durieux".
func (b *blockReader) behind(l line) {
	m := b.f.say.standing.FindStringIndex(b.t.Folded[l.from:l.to])
	if m == nil {
		return
	}
	from, before := l.from+m[1], len(b.out)
	if _, k := b.f.openerAt(b.t, b.f.lead(b.t, from, l.to), l.to); k == 0 {
		return
	}
	b.names(line{from: from, to: l.to, kind: named}, 0.8)
	c, _ := b.f.counselAt(b.t, l.from, from)
	for i := before; i < len(b.out) && c.Name != ""; i++ {
		b.out[i].counsel = []corpus.Counsel{c}
	}
}

// names reads the parties that one line names: one, or several joined by "et" or
// a comma before any detail. Of a list of persons the first alone may have a
// civility, or none.
func (b *blockReader) names(l line, confidence float64) {
	several := b.f.bareList(b.t, l.from, l.to)
	for i := l.from; i < l.to; {
		n, ok := b.f.nameAt(b.t, i, l.to)
		if (several || l.person) && (!ok || n.class == "") {
			n, ok = b.f.person(b.t, i, i, l.to)
		}
		if ok && l.person {
			n = b.f.furtherNames(b.t, n, l.to)
		}
		if !ok || b.weak(n) {
			return
		}
		for _, n := range b.f.couple(b.t, n) {
			b.add(n, confidence)
		}
		b.open = false
		several = several || n.plural || b.head.several && n.class == civility && b.f.bareRest(b.t, n.next, l.to)
		if i = b.f.further(b.t, n.next, l.to); i == l.to && several {
			i = bareNext(b.t.Folded, n.next, l.to)
		}
	}
}

// add keeps a party of the heading.
func (b *blockReader) add(n name, confidence float64) {
	side := b.head.role.side
	switch is := prosecutor(b.t.Folded[n.from:n.to]); {
	case is:
		side = corpus.MinisterePublic
	case side == corpus.MinisterePublic && n.kind != corpus.Publique: // who speaks for him at the hearing
		return
	default:
		side = b.f.ownSide(b.t, n.next, side)
	}
	if side == corpus.Prevenu && n.class == "" { // no legal form and no body
		n.kind = corpus.Physique
	}
	b.out = append(b.out, found{name: n, side: side, role: b.words(),
		rule: "titre:" + b.head.role.rule, confidence: confidence})
}

// weak reports whether a name is a person known by one word after the party of a
// heading in the singular: the addressee of its post, not a second party.
func (b *blockReader) weak(n name) bool {
	if len(b.out) == 0 || b.head.several || b.open || n.kind != corpus.Physique {
		return false
	}
	words := 0
	for _, c := range []byte(b.t.Folded[n.from:n.to]) {
		if c == ' ' {
			words++
		}
	}
	return words < 2
}

// words are the words of the heading as printed, up to its colon.
func (b *blockReader) words() string {
	to := min(b.head.to, b.head.rest)
	if colon := strings.IndexByte(b.t.Folded[b.head.from:to], ':'); colon > 0 {
		to = b.head.from + colon
	}
	return b.t.Span(b.head.from, trimEnd(b.t.Folded, b.head.from, to)).Of(b.t.Original)
}

// further gives the offset of a further name right after one: "… et Mme Vautier",
// ", M. Paul Durieux"; to when there is none.
func (f *Finder) further(t *fold.Text, i, to int) int {
	s := t.Folded
	start := i
	for i < to && (fold.Blank(s[i]) || s[i] == ',') {
		i++
	}
	if fold.WordsAt(s[i:to], "et") > 0 {
		i = skipBlank(s, i+2, to)
	}
	if strings.Trim(s[start:i], " ") == "" {
		if i < to && f.dotted(t, i, to) {
			return i
		}
		return to
	}
	if m := f.tails.FindStringIndex(s[start:min(to, start+60)]); m != nil && m[0] == 0 {
		return to
	}
	k := f.lead(t, i, to)
	if o, n := f.openerAt(t, k, to); n > 0 && o.class != counsel && (t.Capital(k) || k > i) {
		return i
	}
	return to
}

// prosecutor reports whether a folded name is that of the public prosecutor.
func prosecutor(s string) bool {
	for _, w := range []string{"procureur", "ministere public", "avocat general"} {
		if len(s) >= len(w) && s[:len(w)] == w {
			return true
		}
	}
	return false
}
