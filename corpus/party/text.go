package party

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// skipBlank gives the offset of the first byte that is no blank, or to.
func skipBlank(s string, i, to int) int {
	for i < to && fold.Blank(s[i]) {
		i++
	}
	return i
}

// cutComma gives the offset of the first comma, or to.
func cutComma(s string, i, to int) int {
	if n := strings.IndexByte(s[i:to], ','); n > 0 {
		return i + n
	}
	return to
}

// trimEnd moves the end of a name back over blanks and marks.
func trimEnd(s string, from, to int) int {
	for to > from {
		c := s[to-1]
		if c == '.' && to-from > 3 && (s[to-2] == '.' || fold.Letter(s[to-2]) && (to-from < 5 || s[to-3] == ' ' || s[to-3] == '.')) {
			break
		}
		if !fold.Blank(c) && strings.IndexByte(",;:.-*/(\"'", c) < 0 {
			break
		}
		to--
	}
	return to
}
