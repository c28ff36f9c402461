package phrase

import (
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/fold"
)

// Sentence gives the ends of the sentence, or of the item of a list, around a range of
// the folded text, as far as some bytes to either side.
func Sentence(t *fold.Text, from, to, reach int) (start, end int) {
	for start = from; start > 0 && from-start < reach && !SentenceEnds(t, start-1); start-- {
	}
	for end = to; end < len(t.Folded) && end-to < reach && !SentenceEnds(t, end); end++ {
	}
	return start, end
}

// SentenceEnds reports whether a sentence or an item of a list ends at a byte of the
// folded text: a semicolon, the end of a paragraph or of a line that is not merely
// broken, or a full stop before a capital, but for that of an abbreviation.
func SentenceEnds(t *fold.Text, i int) bool {
	s := t.Folded
	switch s[i] {
	case ';':
		return true
	case '\n':
		last, next := i-1, i+1
		for last >= 0 && blank(s[last]) {
			last--
		}
		for next < len(s) && blank(s[next]) {
			next++
		}
		return next == len(s) || s[next] == '\n' || last >= 0 && endsLine(s[last]) || s[next] == '-'
	case '.':
		return i+1 == len(s) || (s[i+1] == ' ' || s[i+1] == '\n') && letters(s[:i]) > 2 && begins(t, i+2)
	}
	return false
}

// blank reports whether a byte is a blank within a line: a line of blanks alone parts two
// paragraphs as an empty one does.
func blank(c byte) bool { return c == ' ' || c == '\t' }

// endsLine reports whether a line that ends with a byte is not merely broken.
func endsLine(c byte) bool { return c == ',' || c == ';' || c == ':' || c == '.' || c == '\n' }

// letters is how many letters stand at the end of a folded text: an abbreviation has
// few.
func letters(s string) (n int) {
	for n < len(s) && s[len(s)-1-n] >= 'a' && s[len(s)-1-n] <= 'z' {
		n++
	}
	if n == 0 && s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		return 3 // a number ends a sentence as a word does
	}
	switch s[len(s)-n:] {
	case "art", "civ", "com", "soc", "crim", "cass", "bull", "mme", "mlle", "ste", "obs":
		return 0
	}
	return n
}

// begins reports whether a sentence may begin at a byte of the folded text: with a
// capital letter, or the number of a paragraph, "5. ".
func begins(t *fold.Text, i int) bool {
	n := i
	for n < len(t.Folded) && t.Folded[n] >= '0' && t.Folded[n] <= '9' {
		n++
	}
	if n > i {
		return n+2 < len(t.Folded) && t.Folded[n] == '.' && t.Folded[n+1] == ' ' && begins(t, n+2)
	}
	if n == len(t.Folded) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(t.Original[t.Start(i):])
	return c >= 'A' && c <= 'Z' || c >= 'À' && c <= 'Þ'
}
