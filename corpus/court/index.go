package court

import (
	"slices"
	"strings"
)

// index finds names in folded text by their first word.
type index map[string][]Name // longest first

func newIndex(names []Name) index {
	x := index{}
	for _, n := range names {
		first := n.words[:wordEnd(n.words, 0)]
		x[first] = append(x[first], n)
	}
	for _, list := range x {
		slices.SortStableFunc(list, func(a, b Name) int { return len(b.words) - len(a.words) })
	}
	return x
}

// at finds the longest name that begins with the word at i and ends with a word,
// and where it ends.
func (x index) at(s string, i int) (Name, int, bool) {
	for _, n := range x[s[i:wordEnd(s, i)]] {
		end := i + len(n.words)
		if spelled(s[i:], n.words) && (end == len(s) || !isWord(s[end]) && s[end] != '\'') {
			return n, end, true
		}
	}
	return Name{}, i, false
}

// spelled reports whether a text begins with words, each blank of which may be a
// line end.
func spelled(s, words string) bool {
	if len(s) < len(words) {
		return false
	}
	for i := range len(words) {
		if s[i] != words[i] && (words[i] != ' ' || s[i] != '\n') {
			return false
		}
	}
	return true
}

// wordStart reports whether a word begins at i.
func wordStart(s string, i int) bool { return isWord(s[i]) && (i == 0 || !isWord(s[i-1])) }

// wordEnd is the end of the word at i.
func wordEnd(s string, i int) int {
	for i < len(s) && isWord(s[i]) {
		i++
	}
	return i
}

func isWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// joins reports whether the byte at i joins two words of the name of a place.
func joins(s string, i int) bool {
	return i+1 < len(s) && strings.IndexByte(" -'", s[i]) >= 0
}
