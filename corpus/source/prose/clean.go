package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Layout says what Clean may do with blanks. The zero value leaves them alone.
type Layout struct {
	TrimLines bool // drop blanks at the ends of lines and of the text
	MaxEnds   int  // line ends in a row that are kept, none at the start; 0 keeps all
}

// Clean gives the text in its one form. A control character becomes a blank,
// for it may have stood between two words; form feed and vertical tab end a
// line; a run of bytes that is no UTF-8 becomes U+FFFD; a leading byte order
// mark goes.
func Clean(s string, l Layout) string {
	s, _ = CleanMarks(s, l, nil)
	return s
}

// Line gives a short value, such as a title, in its one form and on one line.
func Line(s string) string { return strings.Join(strings.Fields(Clean(s, Layout{})), " ") }

// CleanMarks is Clean, and also moves marks, which are ordered byte offsets into
// s, to the same places of the result. A mark within what is dropped moves to
// where it was; one between a letter and its accents moves behind them.
func CleanMarks(s string, l Layout, marks []int) (string, []int) {
	if len(marks) == 0 && isClean(s) {
		return s, []int{}
	}
	s, marks = compose(repair(s, marks))
	w := sweeper{layout: l, out: make([]byte, 0, len(s)), marks: marks, moved: make([]int, 0, len(marks))}
	w.ends = l.MaxEnds
	w.sweep(s)
	return string(w.out), w.moved
}

// isClean reports whether s is one line of ASCII with no blanks around it, which is
// in its one form in every layout, as most short values are.
func isClean(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return s == "" || s[0] != ' ' && s[len(s)-1] != ' '
}

// repair makes s valid UTF-8, piece by piece between the marks. It comes before
// composing, for what stands behind a broken character is not looked at there.
func repair(s string, marks []int) (string, []int) {
	if utf8.ValidString(s) {
		return s, marks
	}
	var out strings.Builder
	moved := make([]int, len(marks))
	done := 0
	for i, m := range marks {
		for m = max(m, done); m < len(s) && !utf8.RuneStart(s[m]); {
			m++
		}
		out.WriteString(strings.ToValidUTF8(s[done:m], "\ufffd"))
		moved[i], done = out.Len(), m
	}
	out.WriteString(strings.ToValidUTF8(s[done:], "\ufffd"))
	return out.String(), moved
}

// compose puts s into normal form C, piece by piece between the marks.
func compose(s string, marks []int) (string, []int) {
	if norm.NFC.IsNormalString(s) {
		return s, marks
	}
	out := make([]byte, 0, len(s))
	moved := make([]int, len(marks))
	done := 0
	for i, m := range marks {
		m = boundary(s, max(m, done))
		out = norm.NFC.AppendString(out, s[done:m])
		moved[i], done = len(out), m
	}
	return string(norm.NFC.AppendString(out, s[done:])), moved
}

// boundary is the first offset at or after i where composing may be cut.
func boundary(s string, i int) int {
	for i < len(s) && !norm.NFC.PropertiesString(s[i:]).BoundaryBefore() {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return min(i, len(s))
}

// sweeper writes the clean text, one run of characters after the other.
type sweeper struct {
	layout Layout
	out    []byte
	ends   int // line ends in a row at the end of out
	marks  []int
	moved  []int
}

func (w *sweeper) sweep(s string) {
	rest := strings.TrimPrefix(s, "\ufeff")
	for i := len(s) - len(rest); i < len(s); {
		w.mark(i)
		switch c := s[i]; {
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			i++
		case c == '\n', c == '\r', c == '\f', c == '\v':
			w.end()
			i++
		case c < ' ' && c != '\t':
			w.out = append(w.out, ' ')
			i++
		default:
			n := w.run(s[i:], i)
			w.words(s[i : i+n])
			i += n
		}
	}
	if w.layout.TrimLines {
		w.trim(false)
	}
	w.mark(len(s))
}

// run measures the characters up to the next control character or mark; s
// begins at the offset i.
func (w *sweeper) run(s string, i int) int {
	n := len(s)
	if len(w.moved) < len(w.marks) {
		n = min(n, w.marks[len(w.moved)]-i)
	}
	for k := range n {
		if s[k] < ' ' && s[k] != '\t' {
			return k
		}
	}
	for n < len(s) && !utf8.RuneStart(s[n]) { // a mark within a character
		n++
	}
	return n
}

// words writes a run without control characters.
func (w *sweeper) words(s string) {
	w.out = append(w.out, s...)
	if !w.layout.TrimLines || strings.IndexFunc(s, notSpace) >= 0 {
		w.ends = 0
	}
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// end writes a line end, unless there are enough of them.
func (w *sweeper) end() {
	if w.layout.TrimLines {
		w.trim(true)
	}
	if w.layout.MaxEnds > 0 && w.ends >= w.layout.MaxEnds {
		return
	}
	w.out = append(w.out, '\n')
	w.ends++
}

// trim drops the blanks at the end of what is written, up to the last line end
// or beyond it, and the marks in them.
func (w *sweeper) trim(line bool) {
	for len(w.out) > 0 {
		r, size := utf8.DecodeLastRune(w.out)
		if !unicode.IsSpace(r) || line && r == '\n' {
			break
		}
		w.out = w.out[:len(w.out)-size]
	}
	for i := len(w.moved) - 1; i >= 0 && w.moved[i] > len(w.out); i-- {
		w.moved[i] = len(w.out)
	}
}

// mark moves the marks that stand at or before the offset i.
func (w *sweeper) mark(i int) {
	for len(w.moved) < len(w.marks) && w.marks[len(w.moved)] <= i {
		w.moved = append(w.moved, len(w.out))
	}
}
