package graph

import (
	"context"
	"iter"
	"sync"
)

// life lets a store be closed at any moment, also by one who is reading from it:
// from then on nothing new begins, what streams ends with ErrClosed, and the
// database is closed when the last user has left.
type life struct {
	mu     sync.Mutex
	users  int
	closed bool
	end    func() error // closes the database, once
}

// enter begins a use of the store, to be ended by leave.
func (l *life) enter() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return ErrClosed
	}
	l.users++
	return nil
}

// begin is enter for one whose context is not over.
func (l *life) begin(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.enter()
}

func (l *life) leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.users--; l.closed && l.users == 0 {
		_ = l.end() // Close has returned; nobody is left to be told
	}
}

// over reports whether the store was closed meanwhile.
func (l *life) over() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.closed
}

// close ends the store. With users left its error is not known yet, and is nil.
func (l *life) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil
	}
	if l.closed = true; l.users > 0 {
		return nil
	}
	return l.end()
}

// during makes a stream that is a use of the store while it is read.
func during[T any](l *life, stream iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		if err := l.enter(); err != nil {
			yield(none, err)
			return
		}
		defer l.leave()
		for v, err := range stream {
			if l.over() {
				yield(none, ErrClosed)
				return
			}
			if !yield(v, err) {
				return
			}
		}
	}
}
