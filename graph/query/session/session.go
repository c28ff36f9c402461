package session

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
)

// Why a query ends before its end. The error of the context is the third reason.
var (
	// ErrLimit: one more result was found than were asked for.
	ErrLimit = errors.New("more results than asked for")
	// ErrMemory: the values that the query made take more than MaxBytes.
	ErrMemory = errors.New("the query makes too many values")
)

// MaxBytes is what all values that a query makes may take together, those that it
// has dropped again included.
const MaxBytes = 256 << 20

// stepsPerPoll is how many steps of a script go by between two looks at the context.
const stepsPerPoll = 256

// Session is one query at work. It belongs to one goroutine.
type Session struct {
	Quads cayley.QuadStore
	Names Names

	ctx     context.Context
	limit   int
	taken   int
	bytes   int
	steps   uint
	results []any
}

// New begins a query on quads that ends when ctx ends or when it has more than
// limit results.
func New(ctx context.Context, quads cayley.QuadStore, names Names, limit int) *Session {
	return &Session{Quads: quads, Names: names, ctx: ctx, limit: limit}
}

// Context ends when the query has to.
func (s *Session) Context() context.Context { return s.ctx }

// Results are those sent so far, never nil.
func (s *Session) Results() []any {
	if s.results == nil {
		return []any{}
	}
	return s.results
}

// Send adds a result; ErrLimit says that it is one too many, and was not added.
func (s *Session) Send(result any) error {
	if err := s.Take(); err != nil {
		return err
	}
	s.Keep(result)
	return nil
}

// Take counts a result, or a part of one, that is about to be made; ErrLimit says
// that it must not be.
func (s *Session) Take() error {
	if s.taken >= s.limit {
		return ErrLimit
	}
	s.taken++
	return s.Alloc(64)
}

// Keep adds a result whose parts were counted.
func (s *Session) Keep(result any) { s.results = append(s.results, result) }

// Step is called at each step of a script. It returns the context's error when that
// has ended.
func (s *Session) Step() error {
	if s.steps++; s.steps%stepsPerPoll == 0 {
		return s.ctx.Err()
	}
	return nil
}

// Alloc is called before a value of n bytes is made, and returns ErrMemory when it
// may not be.
func (s *Session) Alloc(n int) error {
	if n < 0 || n > MaxBytes-s.bytes {
		s.bytes = MaxBytes
		return ErrMemory
	}
	s.bytes += n
	return nil
}

// Stops reports whether an error is one that ends a query and leaves what it has
// found standing.
func Stops(err error) bool {
	return errors.Is(err, ErrLimit) || errors.Is(err, ErrMemory) ||
		errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
