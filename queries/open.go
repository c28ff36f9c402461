package queries

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/checkpoint"
	"github.com/attendu/attendu/queries/flock"
)

// Options open a library. The zero value is usable.
type Options struct {
	// ReadOnly opens the library for reading, beside any number of others who read.
	// While another process writes it, the last checkpoint that this one published is
	// read: see Library.Checkpoint. What would write answers ReadOnly.
	ReadOnly bool
	// CacheDir is where snapshots that are opened as libraries are unpacked; "" is the
	// folder attendu in the user's cache. Unpacking is called before one is, with the
	// folder and the number of decisions: it takes as long as to index them anew
	// without reading them.
	CacheDir  string
	Unpacking func(dir string, decisions int64)
	// Remaking is called before a text index that is damaged, or of another format, is
	// made anew, which takes a minute or so for each 50,000 decisions.
	Remaking func()
	// NoSync lets Add go on before its last batches are on disk. A crash of the
	// process loses nothing; a loss of power may lose the last batches, whole.
	NoSync bool
	// CacheBytes is the size of the store's block cache; 0 means 64 MiB, and 192 where the
	// library is only read.
	CacheBytes int64
	// Fatal is told why the library cannot be written any more without losing
	// data (the disk is broken, or was filled by others), and must end the
	// process; nil panics. What was committed before is safe.
	Fatal func(error)
}

// Create makes a new library in a folder, which is made when it is missing. It
// answers Conflict when a library is there already, or when the folder holds
// other things.
func Create(ctx context.Context, dir string, opt Options) (*Library, error) {
	switch {
	case opt.ReadOnly:
		return nil, invalid("a new library cannot be opened for reading only")
	case dir == "":
		return nil, errNoFolder
	}
	if _, err := readManifest(dir); err == nil {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is a library already", dir)}
	}
	if entries, err := os.ReadDir(dir); err == nil && slices.ContainsFunc(entries, isForeign) {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is not empty and no attendu library", dir)}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, &Error{Code: Invalid, Message: fmt.Sprintf("cannot make the folder %s: %v", dir, err), Err: err}
	}
	lock, err := own(dir) // before anybody takes it for a library
	if err != nil {
		return nil, coded(err)
	}
	if err := writeManifest(dir); err != nil {
		return nil, coded(fmt.Errorf("create library: %w", errors.Join(err, lock.Close())))
	}
	return openOwned(ctx, dir, opt, lock)
}

// errNoFolder answers who names no folder.
var errNoFolder = invalid("the name of the folder of the library is empty")

// isForeign reports whether a file is of no library that was killed before it was one.
func isForeign(e fs.DirEntry) bool { return e.Name() != filepath.Base(lockPath("")) }

// Open opens the library in a folder. It answers NotFound when there is none,
// Unavailable at once when another process has it, and Conflict when a newer
// attendu wrote it. An index that is missing, damaged or behind is brought up
// to the store. Instead of a folder it takes a file that Snapshot wrote, to be read.
func Open(ctx context.Context, dir string, opt Options) (*Library, error) {
	if dir == "" {
		return nil, errNoFolder
	}
	if info, err := os.Stat(dir); err == nil && info.Mode().IsRegular() {
		return openSnapshotLibrary(ctx, dir, opt)
	}
	if err := checkManifest(dir); err != nil {
		return nil, err
	}
	if opt.ReadOnly {
		return openToRead(ctx, dir, opt)
	}
	return openToWrite(ctx, dir, opt)
}

// Memory opens an empty library that lives in memory and is gone at Close: for tests
// of programs that embed attendu, and for what need not be kept. It answers as one on
// disk.
func Memory() (*Library, error) {
	l, err := newLibrary("")
	if err != nil {
		return nil, err
	}
	store, err := graph.Memory(graph.Options{NoSync: true})
	if err != nil {
		return nil, coded(err)
	}
	l.hold(store)
	x, err := index.Open("", index.Options{})
	if err != nil {
		return nil, coded(errors.Join(err, l.Close()))
	}
	l.index.hold(x)
	return l, nil
}

// newLibrary is a library without its files: what all have.
func newLibrary(dir string) (*Library, error) {
	x, err := sharedExtractor()
	if err != nil {
		return nil, coded(err)
	}
	leaving, err := sharedDepartures()
	if err != nil {
		return nil, coded(err)
	}
	language, err := sharedLanguage()
	if err != nil {
		return nil, coded(err)
	}
	endings, err := sharedEndings()
	if err != nil {
		return nil, coded(err)
	}
	return &Library{dir: dir, extract: x, leaving: leaving, lang: language, endings: endings, turns: newTurns()}, nil
}

// hold gives the library its store.
func (l *Library) hold(store graph.Store) {
	l.store, l.law = store, heldLaw{store, &wholeness{codes: l.extract.Law().Codes()}}
	l.extract = l.extract.With(l.law, l.law)
}

// lockPath is the file that who owns a library locks, and who reads it shares.
func lockPath(dir string) string { return filepath.Join(dir, "lock") }

// inUse answers that another process has the library.
func inUse(dir string, err error) error {
	return &Error{Code: Unavailable, Err: err, Message: fmt.Sprintf("the library %s is in use by another process", dir)}
}

// own locks a library for the one process that writes it.
func own(dir string) (*flock.Lock, error) {
	lock, err := flock.Exclusive(lockPath(dir))
	if errors.Is(err, flock.ErrLocked) {
		return nil, inUse(dir, err)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotOurs, err)
	}
	return lock, nil
}

// openToWrite opens a library as the one process that owns it.
func openToWrite(ctx context.Context, dir string, opt Options) (*Library, error) {
	lock, err := own(dir)
	if err != nil {
		return nil, coded(err)
	}
	return openOwned(ctx, dir, opt, lock)
}

// openOwned opens a library that is locked.
func openOwned(ctx context.Context, dir string, opt Options, lock *flock.Lock) (_ *Library, err error) {
	l, err := newLibrary(dir)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	l.lock, l.remaking = lock, opt.Remaking
	defer func() {
		if err != nil {
			err = coded(errors.Join(err, l.Close()))
		}
	}()
	if err := errors.Join(canWrite(dir), dropCurrent(dir)); err != nil {
		return nil, fmt.Errorf("%w: %w", errNotOurs, err)
	}
	store, err := graph.Open(filepath.Join(dir, "store"), graph.Options{
		NoSync: opt.NoSync, CacheBytes: opt.CacheBytes, Fatal: opt.Fatal})
	if errors.Is(err, graph.ErrInUse) {
		return nil, inUse(dir, err)
	}
	if err != nil {
		return nil, err
	}
	l.hold(store)
	if err := l.openIndex(ctx); err != nil {
		return nil, err
	}
	// Readers beside this process need a checkpoint from now on. Where none can be
	// written, the next Add says so.
	_ = errors.Join(checkpoint.Tidy(checkpoints(dir)), l.publish(ctx))
	return l, nil
}

// canWrite tries whether files can be made where a library makes them: the database
// below ends the process when it finds out too late.
func canWrite(dir string) error {
	for _, d := range []string{dir, filepath.Join(dir, "store")} {
		f, err := os.CreateTemp(d, ".writable")
		if errors.Is(err, fs.ErrNotExist) { // not made so far
			continue
		}
		if err != nil {
			return err
		}
		if err := errors.Join(f.Close(), os.Remove(f.Name())); err != nil {
			return err
		}
	}
	return nil
}
