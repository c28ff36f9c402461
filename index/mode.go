package index

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// alike gives what Bleve wrote into a folder the permissions of the folder itself: Bleve
// keeps all from other users, who may read the rest of the library. What goes meanwhile,
// or is another user's, is left as it is.
func alike(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	folder := info.Mode().Perm()
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			err = os.Chmod(path, folder)
		} else if err == nil {
			err = os.Chmod(path, folder&0o666)
		}
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
			return nil
		}
		return err
	})
}
