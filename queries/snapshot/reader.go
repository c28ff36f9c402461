package snapshot

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// Reader reads a snapshot. Several may read one at a time.
type Reader struct {
	Manifest Manifest
	// ID is the SHA-256 of the manifest, which holds those of the parts.
	ID    string
	parts map[string]*zip.File
	file  io.Closer // nil when it is the caller's
}

// maxManifest bounds what is read of a manifest, in bytes.
const maxManifest = 16 << 20

// Open opens a file. It reads the manifest only: see Verify. Errors are ErrForeign,
// ErrDamaged, ErrFormat or what the file system says.
func Open(path string) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrForeign
	}
	var r *Reader
	if err == nil {
		r, err = NewReader(f, info.Size())
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	r.file = f
	return r, nil
}

// NewReader reads a snapshot of some bytes from anywhere.
func NewReader(from io.ReaderAt, size int64) (*Reader, error) {
	z, err := zip.NewReader(from, size)
	if err != nil {
		return nil, headless(from)
	}
	r := &Reader{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		if !slices.Contains([]string{Decisions, Articles, manifestName}, f.Name) {
			return nil, fmt.Errorf("%w: it has an entry %.60q", ErrForeign, f.Name)
		}
		if r.parts[f.Name] != nil || f.Method != zip.Store {
			return nil, fmt.Errorf("%w: entry %s", ErrDamaged, f.Name)
		}
		r.parts[f.Name] = f
	}
	if err := r.readManifest(); err != nil {
		return r, err
	}
	return r, r.framed(from, size, z.Comment)
}

// headless tells a snapshot of which the end is missing from other files: the first
// entry of a snapshot is known.
func headless(from io.ReaderAt) error {
	const header = 30 // bytes before the name of an entry
	b := make([]byte, header+len(Decisions))
	n, _ := from.ReadAt(b, 0)
	if b = b[:n]; strings.HasPrefix(string(b), "PK\x03\x04") && strings.HasSuffix(string(b), Decisions) {
		return fmt.Errorf("%w: it was cut", ErrDamaged)
	}
	return ErrForeign
}

func (r *Reader) readManifest() error {
	f := r.parts[manifestName]
	if f == nil {
		return ErrForeign
	}
	in, err := f.Open()
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, manifestName, err)
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, maxManifest+1))
	if err == nil && len(b) > maxManifest {
		err = errors.New("it is too long")
	}
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, manifestName, err)
	}
	r.ID = identity(b)
	var version struct{ Format int }
	if err := json.Unmarshal(b, &version); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, manifestName, err)
	}
	if version.Format > Format {
		return fmt.Errorf("%w: %d; this attendu reads up to %d", ErrFormat, version.Format, Format)
	}
	if err := json.Unmarshal(b, &r.Manifest); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, manifestName, err)
	}
	return r.checkParts()
}

// checkParts wants the manifest and the entries to be of the same parts.
func (r *Reader) checkParts() error {
	if r.Manifest.Format < 1 || len(r.Manifest.Parts) != 2 || len(r.parts) != 3 {
		return fmt.Errorf("%w: parts are missing", ErrDamaged)
	}
	for i, name := range []string{Decisions, Articles} {
		p := r.Manifest.Parts[i]
		if f := r.parts[name]; p.Name != name || f == nil || p.Bytes < 0 || p.Plain < 0 || f.UncompressedSize64 != uint64(p.Bytes) {
			return fmt.Errorf("%w: %s is not as long as it was", ErrDamaged, name)
		}
	}
	return nil
}

// Close closes the file that Open opened.
func (r *Reader) Close() error {
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}
