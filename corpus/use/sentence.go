package use

import "unicode/utf8"

// sentenceBytes is how far the sentence of a mention is read to either side.
const sentenceBytes = 400

// sentence gives the ends of the sentence, or of the item of a list, around a range
// of the folded text, as far as it is read.
func (r *reader) sentence(from, to int) (start, end int) {
	s := r.text.Folded
	for start = from; start > 0 && from-start < sentenceBytes && !r.ends(start-1); start-- {
	}
	for end = to; end < len(s) && end-to < sentenceBytes && !r.ends(end); end++ {
	}
	return start, end
}

// ends reports whether a sentence or an item ends at a byte of the folded text.
func (r *reader) ends(i int) bool {
	s := r.text.Folded
	switch s[i] {
	case ';':
		return true
	case '\n':
		return i+1 == len(s) || s[i+1] == '\n' || i > 0 && isStop(s[i-1]) || s[i+1] == '-'
	case '.':
		return i+1 == len(s) || (s[i+1] == ' ' || s[i+1] == '\n') && r.word(i) > 2 && r.capital(i+2)
	}
	return false
}

// isStop reports whether a byte ends a line that is not merely broken.
func isStop(c byte) bool { return c == ',' || c == ';' || c == ':' || c == '.' || c == '\n' }

// word is how many letters stand right before a byte: an abbreviation has few.
func (r *reader) word(i int) (n int) {
	s := r.text.Folded
	for n < i && s[i-1-n] >= 'a' && s[i-1-n] <= 'z' {
		n++
	}
	if n == 0 && i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		return 3 // a number ends a sentence as a word does
	}
	switch s[i-n : i] {
	case "art", "civ", "com", "soc", "crim", "cass", "bull", "mme", "mlle", "ste", "obs":
		return 0
	}
	return n
}

// capital reports whether a byte of the folded text was a capital letter.
func (r *reader) capital(i int) bool {
	if i >= len(r.text.Folded) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(r.text.Original[r.text.Start(i):])
	return c >= 'A' && c <= 'Z' || c >= 'À' && c <= 'Þ'
}
