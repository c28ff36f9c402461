package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/attendu/attendu/corpus/extract"
)

// Format is the version of the layout of a library's folder. It grows when an
// older attendu could misread a newer folder; such a folder is refused.
const Format = 1

// manifest is the file manifest.json of a library.
type manifest struct {
	Format         int `json:"format"`
	ExtractVersion int `json:"extract_version"`
}

func manifestPath(dir string) string { return filepath.Join(dir, "manifest.json") }

// readManifest returns fs.ErrNotExist, wrapped, for a folder that is no
// library.
func readManifest(dir string) (m manifest, err error) {
	b, err := os.ReadFile(manifestPath(dir))
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("%s: %w", manifestPath(dir), err)
	}
	return m, nil
}

// IsLibrary reports whether a folder is a library.
func IsLibrary(dir string) bool { return isLibrary(dir) }

// isLibrary recognises the folder of a library, which holds no decisions to read.
func isLibrary(dir string) bool {
	m, err := readManifest(dir)
	return err == nil && m.Format > 0 && m.ExtractVersion > 0
}

// writeManifest replaces the file as a whole.
func writeManifest(dir string) error {
	b, err := json.MarshalIndent(manifest{Format: Format, ExtractVersion: extract.Version}, "", "  ")
	if err != nil {
		return err
	}
	tmp := manifestPath(dir) + ".new"
	if err := os.WriteFile(tmp, append(b, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, manifestPath(dir))
}

// checkManifest says in one line why a folder cannot be opened.
func checkManifest(dir string) error {
	m, err := readManifest(dir)
	switch {
	case errors.Is(err, syscall.ENOTDIR):
		return &Error{Code: Conflict, Message: fmt.Sprintf("%s is a file; a library is a folder", dir)}
	case errors.Is(err, fs.ErrNotExist):
		return notFound("%s is no attendu library; index something into it first", dir)
	case err != nil:
		return &Error{Code: Internal, Message: fmt.Sprintf("cannot read the library %s: %v", dir, err), Err: err}
	case m.Format > Format:
		return &Error{Code: Conflict, Message: fmt.Sprintf(
			"the library %s has format %d; this attendu reads up to %d", dir, m.Format, Format)}
	}
	return nil
}
