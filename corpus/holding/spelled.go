package holding

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// figures writes in figures the sums that words give in words alone, "une amende de cinq
// cents euros"; words that hold a sum in figures stay as they are, for there the words
// only repeat it.
func (f *Finder) figures(words string) string {
	if euros.MatchString(words) || !strings.Contains(words, "euro") {
		return words
	}
	var b strings.Builder
	end := 0
	for _, m := range f.say.inWords.FindAllStringSubmatchIndex(words, maxSums) {
		n, ok := spelledOut(words[m[2]:m[3]])
		if !ok || strings.HasSuffix(words[:m[0]], "(") || follows(words, m[0]) {
			continue
		}
		var cents int64
		if m[4] >= 0 {
			if cents, ok = spelledOut(words[m[4]:m[5]]); !ok || cents > 99 {
				continue
			}
		}
		fmt.Fprintf(&b, "%s%d,%02d euros", words[end:m[0]], n, cents)
		end = m[1]
	}
	return b.String() + words[end:]
}

// follows reports whether a figure stands right before i: "3 mille euros".
func follows(words string, i int) bool {
	before := strings.TrimRight(words[:i], " ")
	return before != "" && fold.Digit(before[len(before)-1])
}

// spelledOut reads a whole number in folded French words, "mille deux cent quatre-vingts".
func spelledOut(words string) (int64, bool) {
	var total, part int64
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch w {
		case "et", "d":
		case "cent", "cents":
			part = max(part, 1) * 100
		case "mil", "mille":
			total, part = total+max(part, 1)*1000, 0
		case "million", "millions":
			total, part = total+max(part, 1)*1_000_000, 0
		default:
			n, ok := numberWords[strings.TrimSuffix(w, "s")]
			if !ok {
				n, ok = numberWords[w]
			}
			if !ok {
				return 0, false
			}
			if n == 20 && part%100 == 4 {
				n = 76 // quatre-vingts
			}
			part += int64(n)
		}
	}
	return total + part, total+part > 0
}
