package fold

// Blank reports whether a folded byte is a blank or a line end.
func Blank(c byte) bool { return c == ' ' || c == '\n' }

// Letter reports whether a folded byte is a letter.
func Letter(c byte) bool { return c >= 'a' && c <= 'z' }

// Digit reports whether a folded byte is a digit.
func Digit(c byte) bool { return c >= '0' && c <= '9' }

// LettersEnd gives the end of the letters of s that start at i, at most to.
func LettersEnd(s string, i, to int) int {
	for i < to && Letter(s[i]) {
		i++
	}
	return i
}

// WordsAt gives the length of words at the start of s, up to the end of a word, or 0.
// A blank in words stands for any run of blanks.
func WordsAt(s, words string) int {
	n := 0
	for k := range len(words) {
		if words[k] == ' ' {
			if n >= len(s) || !Blank(s[n]) {
				return 0
			}
			for n < len(s) && Blank(s[n]) {
				n++
			}
			continue
		}
		if n >= len(s) || s[n] != words[k] {
			return 0
		}
		n++
	}
	if n < len(s) && (Letter(s[n]) || Digit(s[n])) {
		return 0
	}
	return n
}
