package holding

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// sentence is a range of folded offsets that holds no end of a sentence.
type sentence struct{ from, to int }

// abbreviations end with a full stop that ends no sentence.
var abbreviations = map[string]bool{"mm": true, "mme": true, "mmes": true, "mlle": true, "mlles": true,
	"me": true, "ste": true, "cie": true, "art": true, "dr": true, "pr": true, "st": true, "al": true,
	"cf": true, "no": true, "ets": true, "veuve": true}

// sentences cuts a folded range at semicolons, full stops and line ends that
// close a sentence. It drops blank ones.
func (f *Finder) sentences(t *fold.Text, from, to int) []sentence {
	var out []sentence
	start := from
	cut := func(at, next int) {
		s := sentence{start, at}
		for s.from < s.to && fold.Blank(t.Folded[s.from]) {
			s.from++
		}
		for s.from < s.to && fold.Blank(t.Folded[s.to-1]) {
			s.to--
		}
		if s.from < s.to {
			out = append(out, s)
		}
		start = next
	}
	for i := from; i < to; {
		switch c := t.Folded[i]; {
		case c == ';':
			cut(i, i+1)
		case c == '.' && f.stops(t, start, i, to):
			cut(i, i+1)
		case c == '\n':
			next := i
			for next < to && fold.Blank(t.Folded[next]) {
				next++
			}
			if f.breaks(t, start, i, next, to) {
				cut(i, next)
			}
			i = next
			continue
		}
		i++
	}
	cut(to, to)
	return out
}

// stops reports whether the full stop at i ends the sentence begun at start.
func (f *Finder) stops(t *fold.Text, start, i, to int) bool {
	if i+1 >= to {
		return true
	}
	if !fold.Blank(t.Folded[i+1]) || i > start && t.Folded[i-1] == '.' {
		return false
	}
	w := i
	for w > start && fold.Letter(t.Folded[w-1]) {
		w--
	}
	if word := t.Folded[w:i]; len(word) == 1 || abbreviations[word] || articleNumber.MatchString(strings.TrimLeft(t.Folded[start:i], " \n")) {
		return false
	}
	next := i + 1
	for next < to && fold.Blank(t.Folded[next]) {
		next++
	}
	return next >= to || t.Capital(next) || !fold.Letter(t.Folded[next])
}

// itemised reports whether words open with the mark of an item; a bullet is an apostrophe in
// the texts of the courts of appeal.
func itemised(words string) bool {
	return words != "" && strings.IndexByte("-*~>", words[0]) >= 0 || len(words) > 1 && words[0] == '\'' && fold.Blank(words[1])
}

// breaks reports whether the run of blanks from i to next, which holds a line
// end, ends the sentence begun at start: an empty line, or a line that opens with
// an item mark, with "Article 2 :" or with an order in capitals, or follows a colon.
func (f *Finder) breaks(t *fold.Text, start, i, next, to int) bool {
	if next >= to || strings.Count(t.Folded[i:next], "\n") > 1 {
		return true
	}
	last := byte(0)
	for p := i; p > start; p-- {
		if !fold.Blank(t.Folded[p-1]) {
			last = t.Folded[p-1]
			break
		}
	}
	if last == ':' || last == '.' || itemised(t.Folded[next:to]) ||
		articleHead.MatchString(t.Folded[next:min(to, next+24)]) {
		return true
	}
	_, n := f.verbAt(t.Folded, next, to)
	return n > 0 && t.Capital(next)
}
