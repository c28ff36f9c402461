package segment

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// line is one printed line without its margins. Offsets are bytes of
// fold.Text.Folded.
type line struct {
	start, end int
	body       int // start without bullets, numbering and opening marks
	bullet     bool
	branch     bool // numbered with a degree sign, as the branches of a moyen
	// after says that an empty line, or the start of the text, stands before.
	after bool
	// runsOn says that the line continues the sentence of the line before, as in
	// a text wrapped at a fixed width.
	runsOn bool
}

// wrapped is the length in bytes from which a line that ends without
// punctuation is taken to be wrapped rather than finished.
const wrapped = 55

// splitLines cuts the text into its lines that are not blank.
func splitLines(t *fold.Text) []line {
	var lines []line
	f := t.Folded
	gap := true
	for at := 0; at < len(f); {
		end := len(f)
		if n := strings.IndexByte(f[at:], '\n'); n >= 0 {
			end = at + n
		}
		l := line{start: at, end: end, after: gap}
		for l.start < l.end && f[l.start] == ' ' {
			l.start++
		}
		for l.end > l.start && f[l.end-1] == ' ' {
			l.end--
		}
		if l.start == l.end {
			gap = true
		} else {
			l.body = body(f, l.start, l.end)
			l.branch = strings.IndexByte(f[l.start:l.body], '#') > 0
			l.bullet = strings.IndexByte("-*'~#", f[l.start]) >= 0
			l.runsOn = !gap && runsOn(t, lines, l)
			lines = append(lines, l)
			gap = false
		}
		at = end + 1
	}
	return lines
}

// runsOn says whether l continues the line before it, which stands right above.
func runsOn(t *fold.Text, lines []line, l line) bool {
	if len(lines) == 0 || l.bullet {
		return false
	}
	prev := lines[len(lines)-1]
	last := t.Folded[prev.end-1]
	if prev.end-prev.start < wrapped || strings.IndexByte(".;:!?_*", last) >= 0 {
		return false
	}
	return !upper(t, l.start) || last != ','
}

// body skips what stands before the first word of a line: bullets, opening
// marks, and one number such as "1.", "II -" or "4#/".
func body(f string, at, end int) int {
	at = skipMarks(f, at, end)
	n := at
	for n < end && n < at+4 && isWord(f[n]) {
		n++
	}
	if n == at || !isNumber(f[at:n]) {
		return at
	}
	m := n
	for m < end && strings.IndexByte(".)/#- ", f[m]) >= 0 {
		m++
	}
	marks := strings.Trim(f[n:m], " ")
	if m == end || marks == "" || f[n] == '-' && f[m-1] != ' ' || strings.HasSuffix(marks, "#") && f[m-1] != ' ' {
		return at
	}
	return skipMarks(f, m, end)
}

func skipMarks(f string, at, end int) int {
	for at < end && strings.IndexByte(" \"*_=~#>'([-", f[at]) >= 0 {
		at++
	}
	return at
}

// isNumber accepts arabic numbers, small roman numbers and single letters.
func isNumber(s string) bool {
	if len(s) == 1 {
		return true
	}
	digits, roman := true, true
	for i := range len(s) {
		digits = digits && s[i] >= '0' && s[i] <= '9'
		roman = roman && strings.IndexByte("ivx", s[i]) >= 0
	}
	return digits || roman
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }
func isWord(c byte) bool   { return isLetter(c) || c >= '0' && c <= '9' }

// upper says whether the folded byte at i is that of a capital letter.
func upper(t *fold.Text, i int) bool { return t.Capital(i) && isLetter(t.Folded[i]) }
