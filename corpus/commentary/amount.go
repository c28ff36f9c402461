package commentary

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// amount gives the first sum in euros of a folded range, in cents; 0 when none
// is printed. "3 500 euros", "1.200,50 €", "2 millions d'euros".
func amount(t *fold.Text, start, end int) int64 {
	s := t.Folded[start:end]
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		j := i
		for j < len(s) && (s[j] >= '0' && s[j] <= '9' || j+1 < len(s) && (s[j] == ' ' || s[j] == '.' || s[j] == ',') && s[j+1] >= '0' && s[j+1] <= '9') {
			j++
		}
		rest := strings.TrimPrefix(s[j:], " ")
		scale := int64(1)
		for _, big := range []struct {
			word string
			n    int64
		}{{"million", 1e6}, {"milliard", 1e9}} {
			if after, ok := strings.CutPrefix(rest, big.word); ok {
				scale = big.n
				rest = strings.TrimPrefix(strings.TrimPrefix(after, "s"), " ")
				rest = strings.TrimPrefix(rest, "d'")
			}
		}
		if strings.HasPrefix(rest, "euro") || rest == "eur" || len(rest) > 3 && rest[:3] == "eur" && !wordByte(rest[3]) || euroSign(t, start+len(s)-len(rest), end) {
			if cents := euros(s[i:j]); cents > 0 && cents < 1e15 {
				return cents * scale
			}
		}
		i = j
	}
	return 0
}

// euroSign reports whether the folded byte at i comes from €.
func euroSign(t *fold.Text, i, end int) bool {
	return i < end && strings.HasPrefix(t.Original[t.Start(i):], "€")
}

// euros reads digits with blanks or points between thousands and at most two
// decimals, in cents; 0 when they are no sum.
func euros(s string) int64 {
	decimals := ""
	if i := strings.LastIndexAny(s, ",."); i >= 0 && len(s)-i-1 < 3 {
		s, decimals = s[:i], s[i+1:]
	}
	s = strings.NewReplacer(" ", "", ".", "", ",", "").Replace(s)
	n, err := strconv.ParseInt(s+(decimals + "00")[:2], 10, 64)
	if err != nil {
		return 0
	}
	return n
}
