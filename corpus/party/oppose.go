package party

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// opposed reads the parties of a head that sets them against each other without
// naming a side.
func (f *Finder) opposed(sh *sheet, to int) []found {
	t, lines := sh.t, sh.lines(to)
	var out []found
	for i, l := range lines {
		if l.kind == empty || !f.say.opened.MatchString(t.Folded[l.from:l.to]) {
			continue
		}
		end := i + 1
		for end < len(lines) && lines[end].kind != stop && lines[end].kind != heading {
			end++
		}
		out = append(out, f.facing(t, lines[i+1:end])...)
		if len(out) > 0 {
			break
		}
	}
	return out
}

// facing reads two lists of parties set against each other.
func (f *Finder) facing(t *fold.Text, lines []line) []found {
	certain := false
	for _, l := range lines {
		certain = certain || f.say.turned.MatchString(t.Folded[l.from:l.to])
	}
	sue := role{rule: "opposant", side: corpus.Demandeur}
	answer := role{rule: "oppose", side: corpus.Defendeur}
	b := blockReader{f: f, t: t, head: line{role: &sue, several: true}}
	for _, l := range lines {
		text := t.Folded[l.from:l.to]
		if f.say.turned.MatchString(text) || !certain && f.say.joined.MatchString(text) && len(b.out) > 0 {
			b.head.role = &answer
			b.open = false
			continue
		}
		b.read(l)
	}
	return b.out
}

// acted reads the sides printed after names in the lines of a head: "- M. Paul
// Durieux, appelant, assisté de …".
func (f *Finder) acted(sh *sheet, to int) []found {
	var out []found
	t := sh.t
	for _, l := range sh.lines(to) {
		if l.kind != named {
			continue
		}
		n, ok := f.nameAt(t, l.from, l.to)
		if !ok {
			continue
		}
		m := f.say.acting.FindStringSubmatchIndex(t.Folded[n.next:l.to])
		if m == nil {
			continue
		}
		side := corpus.Demandeur
		if c := t.Folded[n.next+m[2] : n.next+m[3]]; c[0] == 'i' || c[:2] == "de" && c[2] == 'f' {
			side = corpus.Defendeur
		}
		out = append(out, found{name: n, side: side, role: t.Span(n.next+m[2], n.next+m[1]).Of(t.Original),
			rule: "apposition", confidence: 0.85})
	}
	return out
}

// caption reads the parties of "X C/ Y" from the lines around the mark.
func (f *Finder) caption(sh *sheet, to int) []found {
	t, lines := sh.t, sh.lines(to)
	var out []found
	for i, l := range lines {
		if l.kind != versus {
			continue
		}
		out = append(out, f.near(t, lines, i, -1, corpus.Demandeur)...)
		return append(out, f.near(t, lines, i, 1, corpus.Defendeur)...)
	}
	return nil
}

// captionLines is how many lines of names a caption has on each side.
const captionLines = 8

// near reads the names in the lines on one side of the mark of a caption.
func (f *Finder) near(t *fold.Text, lines []line, i, step int, side corpus.Side) []found {
	r := role{rule: "legende", side: side}
	b := blockReader{f: f, t: t, head: line{role: &r, several: true}}
	for n := 0; n < captionLines; n++ {
		if i += step; i < 0 || i >= len(lines) || lines[i].kind == stop || lines[i].kind == heading {
			break
		}
		if lines[i].kind == detail {
			if t.Folded[lines[i].from] == '(' { // "(Maître Brunel)", "(non comparant)"
				continue
			}
			break
		}
		if lines[i].kind == other && len(b.out) > 0 && !f.bare(t, lines[i].from, lines[i].to) {
			break
		}
		if lines[i].kind == named || lines[i].kind == other {
			b.names(lines[i], 0.8)
			b.open = true
		}
	}
	return b.out
}

// complete gives a party the fuller name that the caption above its heading
// prints: "S.C.P. Brunel, notaires associés" before "SCP Brunel".
func (f *Finder) complete(sh *sheet, all []found, to int) []found {
	headed := func(x found) bool { return strings.HasPrefix(x.rule, "titre:") }
	if !slices.ContainsFunc(all, headed) {
		return all
	}
	t, captions := sh.t, f.caption(sh, min(to, captionReach))
	if len(captions) > maxCaptions {
		return all
	}
	for i := range all {
		x := &all[i]
		if !headed(*x) {
			continue
		}
		words := f.identity(t.Folded[x.from:x.to], x.kind)
		for _, c := range captions {
			if c.from < x.from && c.to-c.from > x.to-x.from && c.kind == x.kind && f.within(words, t, c.name) {
				x.name = c.name
				break
			}
		}
	}
	return all
}

// maxCaptions is how many names a caption has at most.
const maxCaptions = 20

// captionReach is how far into a head its caption stands, in bytes.
const captionReach = 6000

// within reports whether every word of an identity stands in that of a name.
func (f *Finder) within(identity string, t *fold.Text, n name) bool {
	words := strings.Fields(f.identity(t.Folded[n.from:n.to], n.kind))
	for _, w := range strings.Fields(identity) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
