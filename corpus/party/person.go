package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// plural reports whether a civility announces several persons.
func plural(civility string) bool {
	switch civility {
	case "mm", "mmes", "messieurs", "mesdames", "mlles":
		return true
	}
	return false
}

// person reads the name of a natural person: an opener that ends at after, then
// capitalised words, bracketed or dotted pseudonyms, and particles between them.
func (f *Finder) person(t *fold.Text, from, after, to int) (name, bool) {
	limit := to
	if m := f.tails.FindStringIndex(t.Folded[after:to]); m != nil {
		to = after + m[0]
	}
	end, words := after, 0
	for i := skipBlank(t.Folded, after, to); i < to; {
		n, proper := nameWord(t, i, to)
		if n == 0 {
			if t.Folded[i] == ',' && (f.married(t, i+1, to) || words > 0 && f.givenNames(t, skipBlank(t.Folded, after, to), i, to)) {
				i = skipBlank(t.Folded, i+1, to)
				continue
			}
			break
		}
		if !proper && !f.is("particle", strings.TrimRight(t.Folded[i:i+n], "'.")) {
			break
		}
		if o, k := f.openerAt(t, i, to); k > 0 && words > 0 && (o.class == civility || o.class == counsel) {
			break
		}
		i += n
		if proper {
			end = i
			words++
		}
		i = skipBlank(t.Folded, i, to)
	}
	x := name{from: from, to: trimEnd(t.Folded, from, end), kind: corpus.Physique, class: civility, next: end}
	if from == after && f.say.seated.MatchString(t.Folded[end:min(limit, end+60)]) {
		x.kind = corpus.Morale
	}
	return x, words > 0
}

// married reports whether ", épouse X" or ", veuve X" follows.
func (f *Finder) married(t *fold.Text, i, to int) bool {
	i = skipBlank(t.Folded, i, to)
	switch t.Folded[i:fold.LettersEnd(t.Folded, i, to)] {
	case "epouse", "veuve", "divorcee", "nee":
		return true
	}
	return false
}

// givenNames reports whether the comma at i parts given names, and the family name in
// capitals follows them: "Nadège, Louise TESSIER".
func (f *Finder) givenNames(t *fold.Text, from, i, to int) bool {
	if m := masked.FindStringIndex(t.Folded[from:to]); m != nil {
		return i-from < m[1]
	}
	for j := from; j < i; j = skipBlank(t.Folded, tokenEnd(t.Folded, j, i), i) {
		if n := tokenEnd(t.Folded, j, i); n == j || !t.Capital(j) || inCapitals(t, j, n) {
			return false
		}
	}
	for j := skipBlank(t.Folded, i+1, to); j < to; {
		n := tokenEnd(t.Folded, j, to)
		if n == j || !t.Capital(j) {
			return false
		}
		if _, k := f.openerAt(t, j, to); k > 0 {
			return false
		}
		if inCapitals(t, j, n) {
			return n-j > 1
		}
		if j = skipBlank(t.Folded, n, to); j < to && t.Folded[j] == ',' {
			j = skipBlank(t.Folded, j+1, to)
		}
	}
	return false
}

// masked are the given names of one person, parted by commas, and the family name, all
// masked: "[F], [X], [C] [M]".
var masked = re2.MustCompile(`^\[[a-z0-9]{1,3}\](?:, ?\[[a-z0-9]{1,3}\])+ \[[a-z0-9]{1,3}\]`)

// inCapitals reports whether a word has no small letter.
func inCapitals(t *fold.Text, from, to int) bool {
	word := t.Span(from, to).Of(t.Original)
	return strings.ToUpper(word) == word
}

// nameWord gives the length of the word of a name at i, and whether it is a proper
// one: capitalised, or a pseudonym in brackets.
func nameWord(t *fold.Text, i, to int) (int, bool) {
	s := t.Folded
	if s[i] == '[' {
		n := strings.IndexByte(s[i:min(to, i+24)], ']')
		return n + 1, n > 0 && strings.Trim(s[i+1:i+n], ".") != ""
	}
	if !fold.Letter(s[i]) {
		if strings.HasPrefix(s[i:to], "...") {
			return 3, true
		}
		return 0, false
	}
	w := i
	for w < to && (fold.Letter(s[w]) || s[w] == '-' && w+1 < to && fold.Letter(s[w+1]) || s[w] == '\'' && w-i > 1) {
		w++
	}
	proper := t.Capital(i)
	switch {
	case strings.HasPrefix(s[w:to], "..."):
		return w + 3 - i, proper
	case w < to && s[w] == '\'':
		return w + 1 - i, proper && w-i > 1
	case w < to && s[w] == '.' && w-i <= 2 && proper:
		return w + 1 - i, true
	}
	return w - i, proper
}

// bare reports whether the line at i holds a person's name without civility: two
// to five capitalised words and nothing else.
func (f *Finder) bare(t *fold.Text, i, to int) bool {
	if m := f.tails.FindStringIndex(t.Folded[i:to]); m != nil {
		to = i + m[0]
	}
	for to > i && (fold.Blank(t.Folded[to-1]) || t.Folded[to-1] == ',') {
		to--
	}
	words, capsOnly := 0, true
	for i < to {
		if t.Folded[i] == ',' && words > 0 && f.married(t, i+1, to) {
			i = skipBlank(t.Folded, i+1, to)
		}
		n, proper := nameWord(t, i, to)
		if n == 0 {
			return false
		}
		if !proper && !f.is("particle", strings.TrimRight(t.Folded[i:i+n], "'")) {
			return false
		}
		if proper {
			words++
			capsOnly = capsOnly && capitals(t, i, min(i+n, i+3))
		}
		i = skipBlank(t.Folded, i+n, to)
	}
	return words >= 2 && words <= 5 && !capsOnly
}
