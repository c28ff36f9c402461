package quadstore

import (
	"context"
	"errors"
	"sync"
)

var (
	// ErrFormat: the database holds a format this code does not know, or keys
	// under KeySpace that are not of a quad store.
	ErrFormat = errors.New("unknown quad store format")
	// ErrReadOnly: a view, or a store opened read-only, was asked to write.
	ErrReadOnly = errors.New("quad store is read-only")
	// ErrClosed: the store, view or transaction is over.
	ErrClosed = errors.New("quad store is closed")
	// ErrCorrupt: the stored bytes contradict each other. Rebuild the store.
	ErrCorrupt = errors.New("quad store is corrupt")
	// ErrKeySpace: the batch of a transaction touches keys of the quad store.
	ErrKeySpace = errors.New("batch writes into the key space of the quad store")
	// ErrAttached: another open store already writes to the database.
	ErrAttached = errors.New("a quad store is already attached to the database")
)

// firstError keeps the first error it is given.
type firstError struct {
	mu  sync.Mutex
	err error
}

// Err returns the first read error that Cayley's interfaces had no room for
// (NameOf, ValueOf, Quad, optional and recursive parts of a path), or nil. It
// stays: ask a View after each query, and distrust its results if it is set.
func (s *Store) Err() error {
	s.lost.mu.Lock()
	defer s.lost.mu.Unlock()
	return s.lost.err
}

// note remembers a read error. That somebody cancelled is not one.
func (s *Store) note(err error) {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return
	}
	s.lost.mu.Lock()
	defer s.lost.mu.Unlock()
	if s.lost.err == nil {
		s.lost.err = err
	}
}
