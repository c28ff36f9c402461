package judilibre

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/attendu/attendu/corpus/source/record"
)

// lines reads a stream by lines of at most max bytes, and skips the empty ones.
type lines struct {
	in  *bufio.Reader
	max int64
	n   int  // number of the line read last, counted from 1
	mid bool // what was read last stops before the end of its line
}

func newLines(in io.Reader, max int64) *lines {
	return &lines{in: bufio.NewReaderSize(in, 1<<16), max: max}
}

// next gives the next line that is not empty, with its line end, and io.EOF
// behind the last. A line that is too large gives what was read of it and
// ErrTooLarge.
func (l *lines) next() ([]byte, error) {
	for {
		line, err := l.read()
		if err == io.EOF && len(line) > 0 {
			err = nil
		}
		l.n++
		if err != nil || len(bytes.TrimSpace(line)) > 0 {
			return line, err
		}
	}
}

func (l *lines) read() (line []byte, err error) {
	for {
		part, err := l.in.ReadSlice('\n')
		line = append(line, part...)
		l.mid = errors.Is(err, bufio.ErrBufferFull)
		if int64(len(line)) > l.max+1 { // the line end does not count
			return line, fmt.Errorf("%w: more than %d bytes in a line", record.ErrTooLarge, l.max)
		}
		if !l.mid {
			return line, err
		}
	}
}

// skip drops the rest of a line that was too large.
func (l *lines) skip() {
	for l.mid {
		_, err := l.in.ReadSlice('\n')
		l.mid = errors.Is(err, bufio.ErrBufferFull)
	}
}

// shape says what the first line of a stream begins.
type shape int

const (
	spread shape = iota // a value over several lines
	single              // one object on the one line of the stream
	rows                // JSONL: one object a line
)

// shape looks at the first line, and at how the next begins. In JSONL the first
// line is a whole object, or a broken one before a line that begins another. One
// that is too large is a decision, unless it is a page with its results.
func (l *lines) shape(first []byte, err error) shape {
	first = bytes.TrimSpace(first)
	if len(first) < 2 || first[0] != '{' {
		return spread
	}
	if errors.Is(err, record.ErrTooLarge) && !bytes.Contains(first, []byte(`"results"`)) {
		return rows
	}
	if err != nil {
		return spread
	}
	next, last := l.peek(), first[len(first)-1]
	switch whole := json.Valid(first); {
	case whole && next == 0:
		return single
	case whole, next == '{' && last != '[' && last != ',':
		return rows
	}
	return spread
}

// peek gives the first byte of the next line that is not empty, 0 at the end.
func (l *lines) peek() byte {
	for n := 1; n <= l.in.Size(); n++ {
		b, err := l.in.Peek(n)
		if err != nil {
			return 0
		}
		if c := b[n-1]; c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c
		}
	}
	return 0
}
