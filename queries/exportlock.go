package queries

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/attendu/attendu/queries/flock"
)

// exportLock is the file by which one export at a time writes to a folder. It is there while
// one does, or where one was killed.
const exportLock = ".export.lock"

// lockExport keeps other exports out of a folder, until unlock.
func lockExport(dir string) (unlock func(), err error) {
	path := filepath.Join(dir, exportLock)
	lock, err := flock.Exclusive(path)
	if err == nil && !lock.Still() { // its owner took it away just now
		err = errors.Join(flock.ErrLocked, lock.Close())
	}
	switch {
	case errors.Is(err, flock.ErrLocked):
		return nil, &Error{Code: Unavailable, Message: "another export writes to " + dir + "; try again when it has ended", Err: err}
	case err != nil:
		return nil, &Error{Code: Invalid, Message: fmt.Sprintf("cannot write to the folder %s: %v", dir, err), Err: err}
	}
	return func() {
		// Before it is let go: whoever gets it meanwhile sees that it is not the one any
		// more. Windows does not take away what is open, and a lock file that stays is no fault.
		_ = os.Remove(path)
		_ = lock.Close()
	}, nil
}
