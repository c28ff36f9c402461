package graph

import (
	"io"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// readers is a file system on which Pebble takes no lock. Its lock keeps out readers
// as well as writers; a store that is opened for reading is guarded by its caller.
type readers struct{ vfs.FS }

// Lock implements vfs.FS.
func (readers) Lock(string) (io.Closer, error) { return unlocked{}, nil }

// Unwrap implements vfs.FS.
func (f readers) Unwrap() vfs.FS { return f.FS }

type unlocked struct{}

func (unlocked) Close() error { return nil }

// Outdated implements Store.
func (s *pebbleStore) Outdated() bool { return s.quads.Outdated() }

// writable is ErrReadOnly for a store that was opened for reading.
func (s *pebbleStore) writable() error {
	if s.opt.ReadOnly {
		return ErrReadOnly
	}
	return nil
}
