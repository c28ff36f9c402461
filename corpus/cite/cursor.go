package cite

import (
	"strings"
)

// Every position here is a byte of the folded text, and every step looks at a
// bounded number of bytes.

// maxBlank bounds a run of blanks that is read as one, in bytes.
const maxBlank = 24

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }
func isWord(c byte) bool   { return wordBytes[c] }
func isBlank(c byte) bool  { return c == ' ' || c == '\n' }

// wordBytes are the letters and digits.
var wordBytes = func() (is [256]bool) {
	for c := range is {
		is[c] = isLetter(byte(c)) || isDigit(byte(c))
	}
	return is
}()

// at is the byte at i, 0 outside the text.
func (r *reader) at(i int) byte {
	if i < 0 || i >= len(r.s) {
		return 0
	}
	return r.s[i]
}

// blank skips blanks and line ends.
func (r *reader) blank(i int) int {
	for n := 0; n < maxBlank && i < len(r.s) && isBlank(r.s[i]); n++ {
		i++
	}
	return i
}

// any skips blanks and the bytes of set.
func (r *reader) any(i int, set string) int {
	for n := 0; n < maxBlank && i < len(r.s) && (isBlank(r.s[i]) || strings.IndexByte(set, r.s[i]) >= 0); n++ {
		i++
	}
	return i
}

// wordEnd is the end of the run of letters and digits at i, of at most 40.
func (r *reader) wordEnd(i int) int {
	j := i
	for j < len(r.s) && j-i < 40 && isWord(r.s[j]) {
		j++
	}
	return j
}

// word is the run of letters and digits at i.
func (r *reader) word(i int) string { return r.s[i:r.wordEnd(i)] }

// lit reads one of the words, in whole, and returns where it ends.
func (r *reader) lit(i int, words ...string) (int, bool) {
	w := r.word(i)
	for _, x := range words {
		if w == x {
			return i + len(x), true
		}
	}
	return i, false
}

// digits is the end of the run of at most 20 digits at i.
func (r *reader) digits(i int) int {
	j := i
	for j < len(r.s) && j-i < 20 && isDigit(r.s[j]) {
		j++
	}
	return j
}

// wordStart reports whether a word begins at i.
func (r *reader) wordStart(i int) bool {
	return i < len(r.s) && isWord(r.s[i]) && (i == 0 || !isWord(r.s[i-1]))
}

// upper reports whether the character that folded to the byte at i is a
// capital. In what a person types every letter counts as one.
func (r *reader) upper(i int) bool { return r.typed || r.t.Capital(i) }

// capital reports whether the name at i is printed as one: its first letter,
// after an ordinal ("1re Civ."), is a capital.
func (r *reader) capital(i int) bool {
	if isDigit(r.at(i)) {
		i = r.any(r.wordEnd(i), "#")
	}
	return r.upper(i)
}

// number reads "n°", "no", "nos", "n.", "numéro" and their slips, with what
// separates them from the number, and returns where the number may begin. It
// returns i when there is none.
func (r *reader) number(i int) int {
	w := r.word(i)
	j := i + len(w)
	switch w {
	case "n", "nos", "no", "numero", "numeros", "num":
	default:
		if strings.HasPrefix(w, "no") && len(w) > 2 && isDigit(w[2]) { // "no17-21.434"
			return i + 2
		}
		return i
	}
	marked := false
	for n := 0; n < 4 && j < len(r.s); n++ {
		switch r.s[j] {
		case '#', '"', '\'', '.', ':', '*':
			marked = true
		case ' ', '\n':
		case 's': // "n°s 412123"
			if r.at(j-1) != '#' || isWord(r.at(j+1)) && !isDigit(r.at(j+1)) {
				n = 4
				continue
			}
		default:
			n = 4
			continue
		}
		j++
	}
	if w == "n" && !marked && !isDigit(r.at(j)) {
		return i
	}
	if j == i+len(w) && !isDigit(r.at(j)) {
		return i
	}
	return j
}

// phrase reads the longest phrase of a class.
func (r *reader) phrase(c class, i int) (value string, end int, ok bool) {
	if !r.wordStart(i) {
		return "", i, false
	}
	return r.f.rules.by[c].at(r.s, i)
}

// is reports whether a phrase of the class begins at i.
func (r *reader) is(c class, i int) bool {
	_, _, ok := r.phrase(c, i)
	return ok
}

// back skips blanks backwards: the byte before the position is no blank.
func (r *reader) back(i int) int {
	for n := 0; n < maxBlank && i > 0 && isBlank(r.s[i-1]); n++ {
		i--
	}
	return i
}

// wordBefore is the word that ends at i, of at most 40 bytes.
func (r *reader) wordBefore(i int) (start int) {
	j := i
	for j > 0 && i-j < 40 && isWord(r.s[j-1]) {
		j--
	}
	return j
}
