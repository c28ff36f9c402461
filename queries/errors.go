package queries

import (
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
)

// Code says what kind of error it is, for callers that branch on it.
type Code string

// The codes of errors.
const (
	NotFound    Code = "not_found"   // no such library, decision or provision
	Invalid     Code = "invalid"     // the request makes no sense
	NotYet      Code = "not_yet"     // a question that attendu cannot answer so far
	Conflict    Code = "conflict"    // a library is there already, or has a newer format
	Unavailable Code = "unavailable" // another process has the library; try again
	ReadOnly    Code = "read_only"   // the library was opened for reading only
	Closed      Code = "closed"      // the library was closed
	Canceled    Code = "canceled"    // the caller's context ended
	Internal    Code = "internal"    // a fault of ours or of the disk
)

// Error is the one error type of this package.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"` // one line for a person
	Err     error  `json:"-"`       // what is below; may be nil
	// Column is where in the text of a search the error is, in characters, the first
	// is 1; 0 for any other error. Hint says what to write instead. Pointer is the text,
	// or the part around the place, with a caret under the place on a second line.
	Column  int    `json:"column,omitempty"`
	Hint    string `json:"hint,omitempty"`
	Pointer string `json:"pointer,omitempty"`
	// Candidates are the decisions that a name fits, by keys that fit one, where it fits
	// several; the first ten of many.
	Candidates []corpus.Key `json:"candidates,omitempty"`
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Err }

// CodeOf is the code of an error; Internal for an error of another package, ""
// for nil.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return Internal
}

func invalid(format string, args ...any) error {
	return &Error{Code: Invalid, Message: fmt.Sprintf(format, args...)}
}

func notFound(format string, args ...any) error {
	return &Error{Code: NotFound, Message: fmt.Sprintf(format, args...)}
}

// coded gives an error of the packages below its code.
func coded(err error) error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return err
	}
	code := Internal
	switch {
	case errors.Is(err, graph.ErrNotFound):
		code = NotFound
	case errors.Is(err, corpus.ErrKey):
		code = Invalid
	case errors.Is(err, graph.ErrReadOnly):
		return &Error{Code: ReadOnly, Err: err, Message: "the library was opened for reading only"}
	case errors.Is(err, graph.ErrClosed), errors.Is(err, index.ErrClosed):
		code = Closed
	case errors.Is(err, graph.ErrInUse), errors.Is(err, index.ErrLocked):
		code = Unavailable
	case errors.Is(err, index.ErrStale):
		return &Error{Code: Internal, Err: err, Message: "the text index of the library is damaged, nothing else is; attendu check --repair makes it anew (" + err.Error() + ")"}
	case errors.Is(err, graph.ErrFull):
		return &Error{Code: Internal, Err: err, Message: "the disk of the library is full: nothing more was written, and what was indexed stays"}
	case errors.Is(err, graph.ErrFormat):
		code = Conflict
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		code = Canceled
	}
	return &Error{Code: code, Message: err.Error(), Err: err}
}
