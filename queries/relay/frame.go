package relay

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// What a frame of an answer holds. A frame is one byte that says it, four bytes of
// length (big endian), and that many bytes.
const (
	frameOut  = 'o'
	frameErr  = 'e'
	frameExit = 'x' // four bytes: the exit code; the last frame
)

// maxFrame bounds a frame, so that a broken stream is noticed.
const maxFrame = 1 << 20

// frames writes an answer. Both streams of a command write to it.
type frames struct {
	mu    sync.Mutex
	w     io.Writer
	flush func() error
}

func (f *frames) write(kind byte, b []byte) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	head := binary.BigEndian.AppendUint32([]byte{kind}, uint32(len(b)))
	if _, err := f.w.Write(append(head, b...)); err != nil {
		return err
	}
	return f.flush()
}

// stream is one of the streams of a command.
type stream struct {
	*frames
	kind byte
}

func (s stream) Write(b []byte) (n int, err error) {
	for len(b) > 0 {
		part := b[:min(len(b), maxFrame)]
		if err := s.write(s.kind, part); err != nil {
			return n, err
		}
		n, b = n+len(part), b[len(part):]
	}
	return n, nil
}

// errBroken says that an answer ended before its exit code.
var errBroken = errors.New("the answer of the running serve broke off")

// copyFrames gives the streams of an answer to out and errs until the exit code, which it
// returns.
func copyFrames(r io.Reader, out, errs io.Writer) (code int, err error) {
	for {
		var head [5]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return 0, fmt.Errorf("%w: %w", errBroken, err)
		}
		n := binary.BigEndian.Uint32(head[1:])
		if n > maxFrame {
			return 0, fmt.Errorf("%w: a frame of %d bytes", errBroken, n)
		}
		b := make([]byte, n)
		if _, err := io.ReadFull(r, b); err != nil {
			return 0, fmt.Errorf("%w: %w", errBroken, err)
		}
		to := out
		switch head[0] {
		case frameOut:
		case frameErr:
			to = errs
		case frameExit:
			if n != 4 {
				return 0, fmt.Errorf("%w: an exit code of %d bytes", errBroken, n)
			}
			return int(int32(binary.BigEndian.Uint32(b))), nil
		default:
			return 0, fmt.Errorf("%w: a frame of kind %q", errBroken, head[0])
		}
		if _, err := to.Write(b); err != nil {
			return 0, err
		}
	}
}
