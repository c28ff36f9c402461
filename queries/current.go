package queries

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/attendu/attendu/queries/checkpoint"
)

// errNotCurrent says that no checkpoint is known to be the library as it is.
var errNotCurrent = errors.New("no checkpoint is the library as it is")

// current is the file that a writer leaves when it ends in order, and the next one
// removes when it begins: it names the checkpoint that is the library as it is.
type current struct {
	Checkpoint string `json:"checkpoint"`
	// Store is a digest of names and sizes of the files in store/. Whoever writes a
	// store makes files in it: a writer that knows nothing of checkpoints is noticed,
	// and a store that was put back from elsewhere.
	Store string `json:"store"`
}

func currentPath(dir string) string { return filepath.Join(checkpoints(dir), "current.json") }

// isCurrent returns nil when a checkpoint is the library as it is, else errNotCurrent.
func isCurrent(dir, name string) error {
	b, err := os.ReadFile(currentPath(dir))
	if err != nil {
		return errors.Join(errNotCurrent, err)
	}
	var c current
	if err := json.Unmarshal(b, &c); err != nil {
		return errors.Join(errNotCurrent, err)
	}
	store, err := digestOfNames(filepath.Join(dir, "store"))
	if err != nil || c.Checkpoint != name || c.Store != store {
		return errors.Join(errNotCurrent, err)
	}
	return nil
}

// leaveCurrent notes that the last checkpoint is the library as it is now. The store
// must be closed.
func leaveCurrent(dir string) error {
	held, err := checkpoint.Last(checkpoints(dir))
	if err != nil {
		return err
	}
	defer held.Close()
	store, err := digestOfNames(filepath.Join(dir, "store"))
	if err != nil {
		return err
	}
	b, err := json.Marshal(current{Checkpoint: filepath.Base(held.Dir), Store: store})
	if err != nil {
		return err
	}
	tmp := currentPath(dir) + ".new"
	return errors.Join(os.WriteFile(tmp, append(b, '\n'), 0o644), os.Rename(tmp, currentPath(dir)))
}

// dropCurrent takes the note away.
func dropCurrent(dir string) error {
	err := os.Remove(currentPath(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// digestOfNames is a digest of the names and sizes of the files in a folder.
func digestOfNames(dir string) (string, error) {
	entries, err := os.ReadDir(dir) // sorted
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%q %d\n", e.Name(), info.Size())
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}
