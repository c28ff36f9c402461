package docx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// figure writes a number in a format of Word (17.18.59); one that is not known
// here is written in figures.
func figure(format string, n int) string {
	switch format {
	case "upperRoman":
		return corpus.Roman(n)
	case "lowerRoman":
		return strings.ToLower(corpus.Roman(n))
	case "upperLetter":
		return letter(n)
	case "lowerLetter":
		return strings.ToLower(letter(n))
	case "ordinal": // in French, as all decisions are
		if n == 1 {
			return "1er"
		}
		return strconv.Itoa(n) + "e"
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// letter counts as Word does: A to Z, then AA to ZZ.
func letter(n int) string {
	if n <= 0 || n > 26*100 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
