package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// look is how the output may look: with colour on a terminal, plain elsewhere.
type look struct {
	color bool
	width int // columns
}

const plainWidth = 100

// lookOf finds out what stands behind a stream.
func lookOf(w io.Writer) look {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return look{width: plainWidth}
	}
	l := look{width: plainWidth, color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w >= 40 {
		l.width = min(w, 120)
	}
	return l
}

func (l look) paint(code, s string) string {
	if !l.color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (l look) bold(s string) string { return l.paint("1", s) }
func (l look) dim(s string) string  { return l.paint("2", s) }

// hit marks the words that answer: in bold yellow on a terminal, between
// asterisks elsewhere.
func (l look) hit(s string) string {
	if l.color {
		return l.paint("1;33", s)
	}
	return "*" + s + "*"
}

// wrap breaks a text into lines of the look's width, each after indent. Marks of
// colour are few and short, and are not counted.
func (l look) wrap(indent, s string) string {
	var b strings.Builder
	col := 0
	for _, word := range unbroken(strings.Fields(s)) {
		n := width(word)
		switch {
		case col == 0:
			b.WriteString(indent)
			col = width(indent)
		case col+1+n > l.width:
			b.WriteString("\n" + indent)
			col = width(indent)
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += n
	}
	if col > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

// unbroken joins words between which no line may end: the groups of three digits of a number,
// a number and its sign of money, a quotation mark and what it stands at, and what French
// typography puts behind a blank.
func unbroken(words []string) []string {
	var out []string
	for i, w := range words {
		if i > 0 && clings(words[i-1], w) {
			out[len(out)-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

// clings reports whether no line may end between two words.
func clings(a, b string) bool {
	last := a[len(a)-1]
	digits := 0
	for digits < len(b) && b[digits] >= '0' && b[digits] <= '9' {
		digits++
	}
	return last >= '0' && last <= '9' && (digits == 3 || strings.HasPrefix(b, "€")) ||
		a == "«" || a == "n°" || strings.ContainsAny(b[:1], ":;?!") || strings.HasPrefix(b, "»")
}

// least is the fewest columns in which hang writes a text beside its head.
const least = 30

// hang writes texts beside a head, each on lines of its own that go on under it; on a
// narrow screen they stand below the head.
func (l look) hang(head string, texts ...string) string {
	indent := strings.Repeat(" ", width(head))
	if len(indent)+least > l.width {
		head, indent = strings.TrimRight(head, " ")+"\n", strings.Repeat(" ", 8)
	}
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(l.wrap(indent, s))
	}
	if strings.HasSuffix(head, "\n") {
		return head + b.String()
	}
	return head + strings.TrimPrefix(b.String(), indent)
}

// width counts the characters of a word that take a column.
func width(s string) int {
	n := utf8.RuneCountInString(s)
	for rest := s; ; {
		i := strings.Index(rest, "\x1b[")
		if i < 0 {
			return n
		}
		j := strings.IndexByte(rest[i:], 'm')
		if j < 0 {
			return n
		}
		n -= j + 1
		rest = rest[i+j+1:]
	}
}

// pad fills s with blanks up to n columns.
func pad(s string, n int) string {
	if w := width(s); w < n {
		return s + strings.Repeat(" ", n-w)
	}
	return s
}

// plural writes a count with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(int64(n)) + " " + many
}

// thousands groups digits by three: 1,234,567.
func thousands(n int64) string {
	s := []byte{}
	digits := strconv.AppendInt(nil, n, 10)
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			s = append(s, ',')
		}
		s = append(s, c)
	}
	return string(s)
}
