package party

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// headings reads the parties under the headings before a folded offset. Most courts
// print the heading before the names, some after them; the place of the last
// heading tells which.
func (f *Finder) headings(sh *sheet, to int) []found {
	t, lines := sh.t, sh.lines(to)
	first := slices.IndexFunc(lines, func(l line) bool { return l.kind == heading })
	if first < 0 {
		return nil
	}
	lines = f.withPersons(t, lines)
	if own := slices.IndexFunc(lines, func(l line) bool { return l.kind == heading && l.role.side != corpus.MinisterePublic }); own >= 0 && f.owned(lines, own) {
		return f.mixed(t, lines)
	}
	last := first
	for i, l := range lines {
		if l.kind == heading && l.role.side != corpus.MinisterePublic {
			last = i
		}
	}
	if f.after(t, lines, last) || !f.before(lines, first) {
		return f.leading(t, lines)
	}
	return f.trailing(t, lines)
}

// after reports whether a name follows the heading at i.
func (f *Finder) after(t *fold.Text, lines []line, i int) bool {
	if lines[i].rest < lines[i].to {
		return true
	}
	for _, l := range lines[i+1:] {
		switch l.kind {
		case empty:
			continue
		case named, other:
			return true
		}
		return false
	}
	return false
}

// before reports whether a name stands in the lines before the heading at i,
// without a heading of the court between.
func (f *Finder) before(lines []line, i int) bool {
	for i--; i >= 0; i-- {
		switch lines[i].kind {
		case named:
			return true
		case stop, versus:
			return false
		}
	}
	return false
}

// leading reads headings that stand before their parties.
func (f *Finder) leading(t *fold.Text, lines []line) []found {
	var out []found
	var above *role // of the last heading
	for i := 0; i < len(lines); i++ {
		if lines[i].kind == versus && above != nil {
			if r := opposite(lines, above); r != nil {
				end := blockEnd(lines, i+1)
				out = append(out, f.block(t, line{from: lines[i].from, to: lines[i].to, rest: lines[i].to, role: r, several: true}, lines[i+1:end])...)
				i = end - 1
			}
			continue
		}
		if lines[i].kind != heading {
			continue
		}
		above = lines[i].role
		end := blockEnd(lines, i+1)
		out = append(out, f.block(t, lines[i], lines[i+1:end])...)
		i = end - 1
	}
	return out
}

// opposite is the role of those below "CONTRE :" behind a heading, where no heading of
// their side stands; nil where one does.
func opposite(lines []line, above *role) *role {
	r := &role{rule: "contre", side: corpus.Defendeur}
	switch {
	case above.rule == "partie-civile":
		r.side = corpus.Prevenu
	case above.side != corpus.Demandeur:
		return nil
	}
	for _, l := range lines {
		if l.kind == heading && l.role.side == r.side {
			return nil
		}
	}
	return r
}

// trailing reads headings that stand after their parties.
func (f *Finder) trailing(t *fold.Text, lines []line) []found {
	var out []found
	start := 0
	for i, l := range lines {
		switch l.kind {
		case versus, stop:
			start = i + 1
		case heading:
			out = append(out, f.above(t, lines, start, i)...)
			start = i + 1
		}
	}
	return out
}

// above reads the parties of the heading at i that stand above it, from a line on.
func (f *Finder) above(t *fold.Text, lines []line, start, i int) []found {
	for start < i && lines[start].kind != named {
		start++
	}
	out := f.block(t, lines[i], lines[start:i])
	for k := range out {
		if lines[i].rest == lines[i].to {
			out[k].below = lines[i].to
		}
	}
	return out
}
