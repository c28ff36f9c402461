// Package flock locks files between processes, shared by those who read or for one
// who writes, without waiting. The system lets go of a lock when its process ends,
// however it ends. Two locks of one process exclude each other as those of two do.
//
// It refuses to lock what cannot be opened: no lock is never taken for one.
package flock

import (
	"errors"
	"fmt"
	"os"
)

// ErrLocked says that somebody has a lock that excludes the one wanted.
var ErrLocked = errors.New("locked by another process")

// Lock is a lock that is held.
type Lock struct{ file *os.File }

// Exclusive locks a file for one alone. The file is made when it is missing.
func Exclusive(path string) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	return lock(f, err, true)
}

// Shared locks a file with others who share it. The file must be there; it is opened
// for reading only, so that a read-only disk is no obstacle.
func Shared(path string) (*Lock, error) {
	f, err := os.Open(path)
	return lock(f, err, false)
}

func lock(f *os.File, err error, exclusive bool) (*Lock, error) {
	if err == nil {
		if err = tryLock(f, exclusive); err == nil {
			return &Lock{f}, nil
		}
		err = errors.Join(err, f.Close())
	}
	return nil, fmt.Errorf("lock: %w", err)
}

// Still reports whether the file that is locked is the one that has its name now: one
// that was removed and made anew is another.
func (l *Lock) Still() bool {
	held, err := l.file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(l.file.Name())
	return err == nil && os.SameFile(held, named)
}

// Close lets go.
func (l *Lock) Close() error { return l.file.Close() }
