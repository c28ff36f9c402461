package record

import (
	"fmt"
	"io"
)

// Limited is a reader that fails with ErrTooLarge when more than Max bytes are
// asked of it, and that can be given a fresh allowance for each record of a
// stream. It never hands out more than the allowance at once, so that a decoder
// that reads ahead does not use up that of the next record.
type Limited struct {
	R    io.Reader
	Max  int64
	used int64
}

// Read reads at most what is left of the allowance.
func (l *Limited) Read(p []byte) (int, error) {
	room := l.Max - l.used
	if room <= 0 && len(p) > 0 {
		return l.last()
	}
	if int64(len(p)) > room {
		p = p[:room]
	}
	n, err := l.R.Read(p)
	l.used += int64(n)
	return n, err
}

// last looks whether the stream ends where the allowance does.
func (l *Limited) last() (int, error) {
	n, err := io.ReadFull(l.R, make([]byte, 1))
	if n > 0 {
		return 0, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, l.Max)
	}
	return 0, err
}

// Reset starts a new allowance.
func (l *Limited) Reset() { l.used = 0 }

// ReadAll reads a stream that must fit into max bytes.
func ReadAll(r io.Reader, max int64) ([]byte, error) { return io.ReadAll(&Limited{R: r, Max: max}) }
