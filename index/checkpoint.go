package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
)

// Checkpoint writes the present state of the index into a new folder, which Open reads.
// Segments are written once, and are linked where the file system can: it costs little
// time, and room only as the index merges them. An index in memory has no files.
func (x *folder) Checkpoint(ctx context.Context, dir string) (err error) {
	x.apply.Lock() // no batch meanwhile: every segment of the last one is on disk
	defer x.apply.Unlock()
	defer x.enter(ctx, &err)()
	if err != nil {
		return err
	}
	from := x.bleve.Name() // bleve names an index by its folder
	copied, ok := x.bleve.(bleve.IndexCopyable)
	if !ok || from == "" {
		return errors.New("index: checkpoint: an index in memory has no files")
	}
	if err := os.MkdirAll(filepath.Join(dir, storeFolder), 0o755); err != nil {
		return fmt.Errorf("index: checkpoint: %w", err)
	}
	if err := copied.CopyTo(linkFolder{from, dir}); err != nil {
		return fmt.Errorf("index: checkpoint: %w", err)
	}
	for _, d := range []string{from, dir} {
		if err := alike(d); err != nil {
			return fmt.Errorf("index: checkpoint: %w", err)
		}
	}
	for _, d := range []string{filepath.Join(dir, storeFolder), dir} {
		if err := syncFolder(d); err != nil {
			return fmt.Errorf("index: checkpoint: %w", err)
		}
	}
	return nil
}

// linkFolder is the index.Directory of Bleve for a checkpoint.
type linkFolder struct{ from, to string }

// GetWriter implements index.Directory: a segment is linked, what else there is is
// written. Bleve itself opens the database of the segments by the name of its file.
func (f linkFolder) GetWriter(name string) (io.WriteCloser, error) {
	to := filepath.Join(f.to, name)
	if filepath.Ext(name) == segmentExt {
		return &linked{from: filepath.Join(f.from, name), to: to}, nil
	}
	return os.Create(to)
}

// segmentExt is how the files of segments are named.
const segmentExt = ".zap"

// linked becomes a link to a file that Bleve copies, and a file of its own when Bleve
// writes what is not on disk yet.
type linked struct {
	from, to string
	file     *os.File
}

// ReadFrom takes the file that is copied: the one with the same name.
func (l *linked) ReadFrom(r io.Reader) (int64, error) {
	if os.Link(l.from, l.to) == nil {
		return 0, nil
	}
	f, err := os.Create(l.to) // no links here, or too many
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(f, r)
	return n, errors.Join(err, f.Sync(), f.Close())
}

// Write implements io.Writer.
func (l *linked) Write(b []byte) (n int, err error) {
	if l.file == nil {
		if l.file, err = os.Create(l.to); err != nil {
			return 0, err
		}
	}
	return l.file.Write(b)
}

// Close implements io.Closer.
func (l *linked) Close() error {
	if l.file == nil {
		return nil
	}
	return errors.Join(l.file.Sync(), l.file.Close())
}

// syncFolder makes the names in a folder safe, where the system can.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = f.Sync() // some systems cannot sync a folder
	return f.Close()
}
