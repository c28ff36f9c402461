package queries

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/queries/snapshot"
)

// SnapshotInfo says what a snapshot is.
type SnapshotInfo struct {
	// ID is the SHA-256 of its manifest, which holds those of its parts: the name of
	// all that it holds, to print in a paper.
	ID string `json:"id"`
	snapshot.Manifest
}

// Snapshot packs the library into one file, to be published: decisions, their
// citations and texts, and the articles of law. The same records packed by the same
// attendu are the same bytes, whatever the order in which they came. Left out is what is
// of this machine: the folders in which the sources lay, how far files are taken in,
// and which decisions were forgotten. It answers Conflict when the file is there already.
func (l *Library) Snapshot(ctx context.Context, path string) (*SnapshotInfo, error) {
	l.adding.Lock() // one state
	defer l.adding.Unlock()
	if _, err := os.Stat(path); err == nil {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is there already", path)}
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.new")
	if err != nil {
		return nil, &Error{Code: Invalid, Err: err, Message: fmt.Sprintf("cannot write %s: %v", path, err)}
	}
	info, err := l.pack(ctx, f)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Link(f.Name(), path) // unlike a renaming, never over another file
		if err != nil && !errors.Is(err, os.ErrExist) {
			err = os.Rename(f.Name(), path) // no links here
			if err == nil {
				return info, nil
			}
		}
	}
	if err = errors.Join(err, os.Remove(f.Name())); err != nil {
		return nil, coded(fmt.Errorf("snapshot: %w", err))
	}
	return info, nil
}

// pack writes a snapshot.
func (l *Library) pack(ctx context.Context, f *os.File) (*SnapshotInfo, error) {
	out := bufio.NewWriterSize(f, 1<<20)
	w := snapshot.NewWriter(out)
	var sources sourceCount
	for d, err := range l.store.Decisions(ctx) {
		if err != nil {
			return nil, err
		}
		published(d)
		sources.count(d)
		if err := w.Decision(d); err != nil {
			return nil, err
		}
	}
	for a, err := range l.store.AllArticles(ctx) {
		if err != nil {
			return nil, err
		}
		if err := w.Article(&a); err != nil {
			return nil, err
		}
	}
	st, err := l.tally.of(ctx, l.store)
	if err != nil {
		return nil, err
	}
	whole, err := l.store.WholeLaw(ctx)
	if err != nil {
		return nil, err
	}
	id, err := w.Close(snapshot.Manifest{Attendu: Version(), ExtractVersion: extract.Version, LibraryFormat: Format,
		Counts: st, WholeLaw: whole, Sources: sources.list()})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return nil, err
	}
	info, err := inspect(f)
	if err == nil && info.ID != id {
		err = errors.New("what was written is not what is read back")
	}
	return info, err
}

// inspect reads the manifest of an open file.
func inspect(f *os.File) (*SnapshotInfo, error) {
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	r, err := snapshot.NewReader(f, st.Size())
	if err != nil {
		return nil, err
	}
	return &SnapshotInfo{ID: r.ID, Manifest: r.Manifest}, nil
}

// Version is the version of attendu that a program was built with; "(devel)" when the
// build does not know.
func Version() string {
	const module = "github.com/attendu/attendu"
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Path == module && info.Main.Version != "" {
			return info.Main.Version
		}
		for _, m := range info.Deps {
			if m.Path == module && m.Version != "" {
				return m.Version
			}
		}
	}
	return "(devel)"
}

// build tells one build of attendu from another: its version and, where the build knows
// it, its revision.
func build() string {
	s := Version()
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, set := range info.Settings {
			if set.Key == "vcs.revision" {
				s += " " + set.Value
			}
		}
	}
	return s
}

// VerifySnapshot reads a snapshot to its end and compares it with its manifest: each
// part with its SHA-256, the number of records, and every place with its text. It
// answers Invalid for a file that is no snapshot, is damaged or was cut.
func VerifySnapshot(ctx context.Context, path string) (*SnapshotInfo, error) {
	r, err := openSnapshot(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if err := r.Verify(ctx); err != nil {
		return nil, snapshotError(path, err)
	}
	return &SnapshotInfo{ID: r.ID, Manifest: r.Manifest}, nil
}

func openSnapshot(path string) (*snapshot.Reader, error) {
	r, err := snapshot.Open(path)
	if err != nil {
		return nil, snapshotError(path, err)
	}
	return r, nil
}

// snapshotError gives an error of a snapshot its code and its one line.
func snapshotError(path string, err error) error {
	say := func(code Code, format string, args ...any) error {
		return &Error{Code: code, Err: err, Message: fmt.Sprintf(format, args...)}
	}
	why := strings.TrimPrefix(err.Error(), path+": ")
	switch {
	case errors.Is(err, os.ErrNotExist):
		return say(NotFound, "there is no %s", path)
	case errors.Is(err, snapshot.ErrForeign), errors.Is(err, snapshot.ErrDamaged):
		return say(Invalid, "%s: %s", path, why)
	case errors.Is(err, snapshot.ErrFormat):
		return say(Conflict, "%s: %s", path, why)
	}
	return coded(err)
}
