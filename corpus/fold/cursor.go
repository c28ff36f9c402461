package fold

import (
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// Cursor maps offsets that lie near each other, as those of a reader do, faster
// than the Text: it begins to look where it found the last. It is for one
// goroutine.
type Cursor struct {
	*Text
	n int // shifts at or before the last offset
}

// near is how many shifts a cursor passes over before it searches them all.
const near = 8

// Start is Text.Start.
func (c *Cursor) Start(i int) int {
	shifts, n := c.shifts, c.n
	for range near {
		switch {
		case n < len(shifts) && int(shifts[n].at) <= i:
			n++
			continue
		case n > 0 && int(shifts[n-1].at) > i:
			n--
			continue
		case n > 0:
			c.n = n
			return i + int(shifts[n-1].delta)
		}
		c.n = n
		return i
	}
	c.n = c.before(i)
	if c.n == 0 {
		return i
	}
	return i + int(shifts[c.n-1].delta)
}

// Span is Text.Span.
func (c *Cursor) Span(start, end int) corpus.Span {
	if end <= start {
		p := c.Start(start)
		return corpus.Span{Start: p, End: p}
	}
	from := c.Start(start)
	return corpus.Span{Start: from, End: c.after(end - 1)}
}

// after gives the original offset after the character that produced the folded
// byte at i.
func (c *Cursor) after(i int) int {
	s := c.Start(i)
	if s >= len(c.Original) {
		return len(c.Original)
	}
	if c.Original[s] < utf8.RuneSelf {
		return s + 1
	}
	_, size := utf8.DecodeRuneInString(c.Original[s:])
	return s + size
}
