package corpus

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug writes a name as keys do: ASCII, lower case, words joined by hyphens.
// "Code de procédure civile" gives "code-de-procedure-civile". An apostrophe is
// a word break, œ is oe.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 'œ':
			slugWord(&b, &gap, "oe")
		case r == 'æ':
			slugWord(&b, &gap, "ae")
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			slugWord(&b, &gap, string(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// slugWord appends letters, after a hyphen when a gap was seen since the last.
func slugWord(b *strings.Builder, gap *bool, letters string) {
	if *gap && b.Len() > 0 {
		b.WriteByte('-')
	}
	*gap = false
	b.WriteString(letters)
}
