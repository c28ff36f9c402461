package docx

import (
	"fmt"
	"strconv"
	"strings"
)

// figure writes a number in a format of Word (17.18.59); one that is not known
// here is written in figures.
func figure(format string, n int) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
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

func roman(n int) string {
	if n <= 0 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, s := range []struct {
		n    int
		sign string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= s.n; n -= s.n {
			b.WriteString(s.sign)
		}
	}
	return b.String()
}

// letter counts as Word does: A to Z, then AA to ZZ.
func letter(n int) string {
	if n <= 0 || n > 26*100 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
