package archive

import (
	"errors"
	"fmt"
	"io"
)

// fault is damage to one archive, or a limit that it passes. Everything that is
// read through that archive meets the same fault; it is reported once. It is
// told apart from the end of a stream even where a reader takes a bare
// io.ErrUnexpectedEOF for a short text.
type fault struct {
	path     string // of the archive
	cause    error
	reported bool
}

func (f *fault) Error() string { return f.cause.Error() }
func (f *fault) Unwrap() error { return f.cause }

// layer is one archive as others are read through it.
type layer struct {
	path  string
	under *layer // through which it is read itself; nil for the outermost
	meter *meter
	quiet bool // its damage is reported already
	fault *fault
}

// wrap turns an error met within the layer into its fault, or into that of a
// layer below, from which the error then comes.
func (l *layer) wrap(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if f := l.below(); f != nil {
		return f
	}
	if l.fault == nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = fmt.Errorf("cut off: %w", err)
		}
		l.fault = &fault{path: l.path, cause: err, reported: l.quiet}
	}
	return l.fault
}

// below finds the fault nearest to the outermost stream.
func (l *layer) below() *fault {
	if l.meter.fault != nil {
		return l.meter.fault
	}
	var found *fault
	for u := l.under; u != nil; u = u.under {
		if u.fault != nil {
			found = u.fault
		}
	}
	return found
}

// tap is what comes out of a layer: counted, and with its faults.
type tap struct {
	r     io.Reader
	l     *layer
	level int
}

func (t *tap) Read(p []byte) (int, error) {
	if t.l.fault != nil {
		return 0, t.l.fault
	}
	n, err := t.r.Read(p)
	if f := t.l.meter.add(t.level, n); f != nil {
		return 0, f
	}
	return n, t.l.wrap(err)
}
