package prose

import (
	"strings"
	"unicode"
)

// Unsaid gives the lines, each once, whose words do not follow each other in the
// text anyway: what the head or the foot of its pages adds to a document.
func Unsaid(lines []string, text string) (left []string) {
	if len(lines) == 0 {
		return nil
	}
	said := map[string]bool{"": true}
	all := " " + words(text) + " "
	for _, line := range lines {
		w := words(line)
		if !said[w] && !strings.Contains(all, " "+w+" ") {
			left = append(left, line)
		}
		said[w] = true
	}
	return left
}

// words are the words and numbers of a text in lower case, a blank between two.
func words(s string) string {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), apart), " ")
}
