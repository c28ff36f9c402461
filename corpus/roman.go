package corpus

import (
	"strconv"
	"strings"
)

// Roman writes a number from 1 to 3999 in Roman numerals, another one in digits.
func Roman(n int) string {
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
