package party

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// registered reads the SIREN of a legal person in the words behind its name: the
// number under which it is in the register (code de commerce, R. 123-237), when
// nothing between them may be about another person.
func (f *Finder) registered(t *fold.Text, from, to int) (string, corpus.Span) {
	m := f.say.register.FindStringSubmatchIndex(t.Folded[from:to])
	if m == nil || f.say.stranger.MatchString(t.Folded[from:from+m[2]]) {
		return "", corpus.Span{}
	}
	digits := make([]byte, 0, sirenDigits)
	for i := from + m[2]; i < from+m[3]; i++ {
		if c := t.Folded[i]; fold.Digit(c) {
			digits = append(digits, c)
		}
	}
	if !luhn(digits) {
		return "", corpus.Span{}
	}
	return string(digits), t.Span(from+m[2], from+m[3])
}

// sirenDigits is the length of a SIREN, its key included (code de commerce, R. 123-220
// and following).
const sirenDigits = 9

// luhn reports whether digits end with the key of Luhn (ISO/IEC 7812-1): every second
// digit from the right is doubled, and the sum of all digits is a multiple of ten.
func luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return len(digits) == sirenDigits && sum > 0 && sum%10 == 0
}
