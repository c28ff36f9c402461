package prose

import "bytes"

// Builder turns a stream of text and breaks into lines. Between two words it
// writes the blanks it was given, or, where breaks stand among them, one or two
// line ends: the line ends that an editor typed around a break are layout.
//
//	"a;<br/>\n<br/>\nb"  ──▶  "a;\n\nb"
//
// The zero value is ready to use.
type Builder struct {
	// Flow makes every run of blanks and line ends in the text one blank, as
	// HTML does.
	Flow bool

	out    []byte
	blanks []byte // blanks since the last word
	breaks int    // breaks since the last word
	least  int    // line ends wanted at least before the next word
}

// Text adds running text.
func (b *Builder) Text(s string) {
	for s != "" {
		n := 0
		for n < len(s) && isBlank(s[n]) {
			n++
		}
		b.blanks = append(b.blanks, s[:n]...)
		if s = s[n:]; s == "" {
			return
		}
		n = stretch(s)
		b.flush()
		b.out = append(b.out, s[:n]...)
		s = s[n:]
	}
}

// stretch measures the words at the beginning of s that are one space apart, which
// stays as it is.
func stretch(s string) int {
	n := 0
	for n < len(s) && (!isBlank(s[n]) || s[n] == ' ' && n+1 < len(s) && !isBlank(s[n+1])) {
		n++
	}
	return n
}

// Reset makes the Builder ready for another text, in the same memory.
func (b *Builder) Reset() {
	b.out, b.blanks, b.breaks, b.least = b.out[:0], b.blanks[:0], 0, 0
}

// Break adds a line end.
func (b *Builder) Break() { b.breaks++ }

// Apart asks for at least n line ends before the next word.
func (b *Builder) Apart(n int) { b.least = max(b.least, n) }

// flush writes what stands between two words.
func (b *Builder) flush() {
	ends := max(b.breaks, b.least)
	if ends == 0 && !b.Flow {
		ends = bytes.Count(b.blanks, []byte("\n"))
	}
	switch {
	case len(b.out) == 0:
	case ends > 0:
		b.out = append(b.out, "\n\n"[:min(ends, 2)]...)
	case b.Flow && len(b.blanks) > 0:
		b.out = append(b.out, ' ')
	default:
		b.out = append(b.out, b.blanks...)
	}
	b.blanks, b.breaks, b.least = b.blanks[:0], 0, 0
}

// String is the text in its one form, with no blanks at line ends and at most
// two line ends in a row.
func (b *Builder) String() string {
	return Clean(string(b.out), Layout{TrimLines: true, MaxEnds: 2})
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
