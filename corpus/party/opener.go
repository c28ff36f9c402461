package party

import (
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/fold"
)

// openerAt gives the opener at folded offset i and its length, 0 when there is
// none. A civility, an acronym and a brand must start with a capital letter.
func (f *Finder) openerAt(t *fold.Text, i, to int) (opener, int) {
	n := tokenEnd(t.Folded, i, to) - i
	if n == 0 {
		return opener{}, 0
	}
	word := t.Folded[i : i+n]
	bare := strings.ReplaceAll(word, ".", "")
	var found opener
	size := 0
	for _, o := range f.openers[bare] {
		if _, rest, many := strings.Cut(o.words, " "); many {
			k := fold.WordsAt(t.Folded[i+n:to], " "+rest)
			if k == 0 && i+n < to && t.Folded[i+n] == '.' { // "Syndic. de copropriété"
				if k = fold.WordsAt(t.Folded[i+n+1:to], " "+rest); k > 0 {
					k++
				}
			}
			if k == 0 {
				continue
			}
			found, size = o, n+k
			break
		}
		found, size = o, n
		break
	}
	if first, _, joined := strings.Cut(word, "-"); size == 0 && joined { // "AGS-CGEA de Lille"
		for _, o := range f.openers[first] {
			if o.class == sigle && o.words == first && capitals(t, i, i+len(first)) {
				return o, len(first)
			}
		}
	}
	switch {
	case size == 0, strings.HasPrefix(t.Folded[i+size:to], ".."): // "M...", a name left out
		return opener{}, 0
	case strings.Contains(word, ".") && word != bare+"." && found.class != acronym && found.class != sigle && found.class != civility:
		return opener{}, 0
	case (found.class == acronym || found.class == sigle) && !capitals(t, i, i+n), found.class != form && found.class != body && found.class != consorts && !t.Capital(i):
		return opener{}, 0
	}
	return found, size
}

// tokenEnd gives the end of the word at i; the full stops and hyphens inside an
// acronym belong to it, and the one that ends an abbreviation.
func tokenEnd(s string, i, to int) int {
	start := i
	for i < to && (fold.Letter(s[i]) || fold.Digit(s[i]) && i > start || (s[i] == '.' || s[i] == '-') && i > start && i+1 < to && fold.Letter(s[i+1])) {
		i++
	}
	if i < to && i > start && s[i] == '.' && (strings.IndexByte(s[start:i], '.') >= 0 || i-start <= 4) {
		i++
	}
	return i
}

// capitals reports whether the original word behind [i,to) has no small letter,
// "Urssaf" and "Cpam" let through: four letters or more may have one capital.
func capitals(t *fold.Text, i, to int) bool {
	word := t.Span(i, to).Of(t.Original)
	if !t.Capital(i) {
		return false
	}
	return strings.ToUpper(word) == word || utf8.RuneCountInString(word) >= 4 && !strings.Contains(word, ".")
}
