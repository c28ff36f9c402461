package checkpoint

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/attendu/attendu/queries/flock"
)

// Held is a published folder that stays while it is read.
type Held struct {
	Dir  string
	lock *flock.Lock
}

// Last gives the last one published, which stays until Close. It is ErrNone when there
// is none.
func Last(root string) (*Held, error) {
	for range tries {
		numbers, err := published(root)
		if err != nil {
			return nil, fmt.Errorf("checkpoint: %w", err)
		}
		if len(numbers) == 0 {
			return nil, fmt.Errorf("checkpoint: %w", ErrNone)
		}
		h, err := hold(path(root, numbers[len(numbers)-1]))
		switch {
		case err == nil:
			return h, nil
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, flock.ErrLocked):
			// It is being removed, and so there is a later one: look again.
		default:
			return nil, fmt.Errorf("checkpoint: %w", err)
		}
	}
	return nil, fmt.Errorf("checkpoint: %w that can be read", ErrNone)
}

// tries is how often a folder may be gone before it is locked: each time another one
// was published meanwhile, unless somebody meddles.
const tries = 100

// hold locks a folder against removal.
func hold(dir string) (*Held, error) {
	lock, err := flock.Shared(filepath.Join(dir, lockFile))
	if err != nil {
		return nil, err
	}
	if !lock.Still() { // removed between opening and locking
		return nil, errors.Join(fs.ErrNotExist, lock.Close())
	}
	return &Held{Dir: dir, lock: lock}, nil
}

// Close lets the folder be removed.
func (h *Held) Close() error { return h.lock.Close() }
