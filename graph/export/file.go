package export

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"os"
	"path/filepath"
)

// File is a file that is there as a whole or not at all: what is written goes to a file
// beside it, which takes its name at the end.
type File struct {
	path string
	tmp  *os.File
	buf  *bufio.Writer
	sum  hash.Hash
	n    int64
}

// Partial is what the name of a file ends in while it is written.
const Partial = ".partial"

// CreateFile begins a file. One of Commit and Discard must end it.
func CreateFile(path string) (*File, error) {
	tmp, err := os.Create(path + Partial)
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return &File{path: path, tmp: tmp, buf: bufio.NewWriterSize(tmp, 1<<18), sum: sha256.New()}, nil
}

// Write implements io.Writer.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.buf.Write(p)
	f.sum.Write(p[:n])
	f.n += int64(n)
	return n, err
}

// Commit gives the file its name, once it is on the disk, and returns its size and the
// SHA-256 of its bytes.
func (f *File) Commit() (bytes int64, sum string, err error) {
	err = errors.Join(f.buf.Flush(), f.tmp.Sync(), f.tmp.Close())
	if err == nil {
		err = os.Rename(f.path+Partial, f.path)
	}
	if err != nil {
		return 0, "", errors.Join(fmt.Errorf("export: %s: %w", filepath.Base(f.path), err), os.Remove(f.path+Partial))
	}
	return f.n, hex.EncodeToString(f.sum.Sum(nil)), nil
}

// Discard takes back what was written.
func (f *File) Discard() error { return errors.Join(f.tmp.Close(), os.Remove(f.path+Partial)) }
