package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// listStart goes back from the verb over the items of a list of parties, and over
// the lines in small letters that may stand between them ("tous deux domiciliés à
// Nancy"). A line that names its own party is the whole list.
func (f *Finder) listStart(t *fold.Text, floor, end int) int {
	s := t.Folded
	start, plain := paragraph(s, floor, end), 0
	if k := skipBlank(s, start, end); k < end && t.Capital(k) {
		return start
	}
	for at := start; at > floor && plain <= 2; {
		at = paragraph(s, floor, at-1)
		k := skipBlank(s, at, end)
		switch {
		case s[at] == '\n':
		case mark.MatchString("\n" + s[k:min(end, k+12)]):
			start, plain = at, 0
		case t.Capital(k), f.say.closing.MatchString(s[at:min(end, at+80)]):
			return start
		default:
			plain++
		}
	}
	return start
}

// paragraph gives the start of the line that i lies in.
func paragraph(s string, floor, i int) int {
	if n := strings.LastIndexByte(s[floor:i], '\n'); n >= 0 {
		return floor + n + 1
	}
	return floor
}

// items reads a list of parties: its numbered or dashed items, or the names of
// one sentence.
func (f *Finder) items(t *fold.Text, from, to int, side corpus.Side, rule string) []found {
	var out []found
	start := from
	for _, m := range mark.FindAllStringIndex(t.Folded[from:to], -1) {
		if m[1] < to-from && t.Folded[from+m[1]-1] == '/' && fold.Digit(t.Folded[from+m[1]]) {
			continue // part of a name: "société Val 78/92"
		}
		out = append(out, f.sentence(t, start, from+m[0], side, rule)...)
		start = from + m[1]
	}
	return append(out, f.sentence(t, start, to, side, rule)...)
}

// sentence reads the names at the start of one item.
func (f *Finder) sentence(t *fold.Text, from, to int, side corpus.Side, rule string) []found {
	var out []found
	several := false
	for i := skipMarks(t.Folded, from, to); i < to; {
		n, ok := f.nameAt(t, i, to)
		if several && (!ok || n.class == "") {
			n, ok = f.person(t, i, i, to)
		}
		if !ok || n.class == "" && !t.Capital(n.from) && t.Folded[n.from] != '[' {
			break
		}
		for _, n := range f.couple(t, n) {
			x := found{name: n, side: side, role: "", rule: rule, confidence: 0.97}
			if prosecutor(t.Folded[n.from:n.to]) {
				x.side = corpus.MinisterePublic
			}
			out = append(out, x)
		}
		after := f.afterRole(t.Folded, n.next, to)
		i = f.further(t, after, to)
		if i == to && (several || n.plural) {
			several = true
			i = bareNext(t.Folded, after, to)
		}
		if i == to {
			i = f.later(t, after, to)
		}
	}
	return out
}

// later gives the offset of a further name after the description of one: "la
// société Lorme, société anonyme, et la société Brume".
func (f *Finder) later(t *fold.Text, i, to int) int {
	for j := i; j+1 < min(to, i+240); j++ {
		if f.another(t, j, to) {
			if f.say.through.MatchString(t.Folded[i:j]) {
				return to
			}
			return f.further(t, j, to)
		}
	}
	return to
}

// bareNext gives the offset of a name without civility after a comma or "et".
func bareNext(s string, i, to int) int {
	start := i
	for i < to && (fold.Blank(s[i]) || s[i] == ',') {
		i++
	}
	if fold.WordsAt(s[i:to], "et") > 0 {
		i = skipBlank(s, i+2, to)
	}
	if strings.Trim(s[start:i], " ") == "" {
		return to
	}
	return i
}

// afterRole steps over the role printed after a name.
func (f *Finder) afterRole(s string, i, to int) int {
	if m := f.say.apposition.FindStringIndex(s[i:to]); m != nil {
		return i + m[1]
	}
	return i
}

// numeral is the number of a pourvoi before its parties: "II - La société Lorme".
var numeral = re2.MustCompile(`^[ivx]{1,4}(?: ?[-/).]+ ?| )`)

// skipMarks steps over blanks, dashes, line ends, the number of a pourvoi and the
// preposition of an item: "à", "au", "aux".
func skipMarks(s string, i, to int) int {
	for range 2 {
		for i < to && strings.IndexByte(" \n-:,;/).", s[i]) >= 0 {
			i++
		}
		if n := len(numeral.FindString(s[i:to])); !strings.HasPrefix(s[fold.LettersEnd(s, i, to):to], "..") { // "X...", a name
			i += n
		}
	}
	switch s[i:fold.LettersEnd(s, i, to)] {
	case "a", "au", "aux", "de", "du", "des":
		return skipBlank(s, fold.LettersEnd(s, i, to), to)
	}
	return i
}
