package queries

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/checkpoint"
	"github.com/attendu/attendu/queries/flock"
)

// errNotOurs says that a library cannot be locked for writing: its folder is not ours to
// write, or the disk is read-only.
var errNotOurs = errors.New("the library cannot be written")

// openToRead opens a library beside others who read it. Read is the checkpoint that its
// last writer left, which is the library as it is: whoever comes to write need not wait
// for readers. Where there is none, because the writer was killed or an older attendu
// wrote last, the library is brought up once, and read itself where we may not write it.
// While somebody writes, the last checkpoint is read.
func openToRead(ctx context.Context, dir string, opt Options) (*Library, error) {
	if l, err := openCurrent(ctx, dir, opt); err == nil {
		return l, nil
	}
	err := bringUp(ctx, dir, opt)
	if err == nil {
		var l *Library
		if l, err = openCurrent(ctx, dir, opt); err == nil {
			return l, nil
		}
	}
	if errors.Is(err, errNotOurs) || errors.Is(err, errNotCurrent) { // the disk may have no room for a checkpoint
		var l *Library
		if l, err = openLive(ctx, dir, opt); err == nil {
			return l, nil
		}
	}
	if CodeOf(err) == Unavailable {
		return openCheckpoint(ctx, dir, opt)
	}
	return nil, coded(err)
}

// bringUp opens a library for writing once.
func bringUp(ctx context.Context, dir string, opt Options) error {
	opt.ReadOnly = false
	l, err := openToWrite(ctx, dir, opt)
	if err != nil {
		return err
	}
	return l.Close()
}

// openCurrent opens the checkpoint that the last writer of a library left.
func openCurrent(ctx context.Context, dir string, opt Options) (*Library, error) {
	held, err := checkpoint.Last(checkpoints(dir))
	if err != nil {
		return nil, errors.Join(errNotCurrent, err)
	}
	var l *Library
	if err = isCurrent(dir, filepath.Base(held.Dir)); err == nil {
		l, err = openFolder(ctx, held.Dir, opt)
	}
	if err == nil && l.store.Outdated() {
		err = errors.Join(errUnready, l.Close())
	}
	if err != nil {
		return nil, errors.Join(errNotCurrent, err, held.Close())
	}
	l.checkpoint = &heldCheckpoint{Held: held, current: true}
	if note, err := readCheckpoint(held.Dir); err == nil { // else it is counted again
		l.tally.seed(note.Counts, note.Change, note.ArticleChange)
	}
	return l, nil
}

// openLive opens the folder of a library itself, and keeps writers out.
func openLive(ctx context.Context, dir string, opt Options) (*Library, error) {
	lock, err := shareLock(dir)
	if errors.Is(err, flock.ErrLocked) {
		return nil, inUse(dir, err)
	}
	if err != nil {
		return nil, coded(err)
	}
	l, err := openFolder(ctx, dir, opt)
	if err == nil {
		l.lock = lock
		return l, nil
	}
	if lock != nil {
		err = errors.Join(err, lock.Close())
	}
	if errors.Is(err, index.ErrLocked) { // by an attendu that knows no lock file
		return nil, inUse(dir, err)
	}
	if errors.Is(err, errUnready) {
		return nil, &Error{Code: Internal, Err: err, Message: fmt.Sprintf(
			"the library %s was not closed in order, or another version of attendu wrote it, and it cannot be brought up: it cannot be written", dir)}
	}
	return nil, coded(err)
}

// errUnready says that a folder must be opened for writing before it can be read.
var errUnready = errors.New("the library has to be brought up first")

// shareLock shares the lock of a library. One that nobody has written since there are
// locks has no file to lock; where it cannot be made there is no lock.
func shareLock(dir string) (*flock.Lock, error) {
	lock, err := flock.Shared(lockPath(dir))
	if !errors.Is(err, fs.ErrNotExist) {
		return lock, err
	}
	if f, err := os.OpenFile(lockPath(dir), os.O_RDWR|os.O_CREATE, 0o644); err != nil {
		return nil, nil
	} else if err := f.Close(); err != nil {
		return nil, err
	}
	return flock.Shared(lockPath(dir))
}

// openFolder opens index and store of a folder for reading: the index first, whose lock
// shows whether somebody writes who knows no other. It is errUnready when they do not
// agree.
func openFolder(ctx context.Context, dir string, opt Options) (_ *Library, err error) {
	l, err := newLibrary(dir)
	if err != nil {
		return nil, err
	}
	l.readOnly = true
	defer func() {
		if err != nil {
			err = errors.Join(err, l.Close())
		}
	}()
	x, err := index.Open(filepath.Join(dir, "text"), index.Options{ReadOnly: true})
	if err != nil {
		return nil, unready(err)
	}
	l.index.hold(x)
	store, err := graph.Open(filepath.Join(dir, "store"), graph.Options{CacheBytes: opt.CacheBytes, ReadOnly: true})
	if err != nil {
		return nil, unready(err)
	}
	l.hold(store)
	at, err := l.index.Cursor(ctx)
	if err != nil {
		return nil, unready(err)
	}
	if at != store.Seq() {
		return nil, errUnready
	}
	if store.ArticleSeq() == 0 {
		return l, nil
	}
	if l.lawText, err = index.OpenArticles(filepath.Join(dir, "articles"), index.Options{ReadOnly: true}); err != nil {
		return nil, unready(err)
	}
	if at, err = l.lawText.Cursor(ctx); err == nil && at != store.ArticleSeq() {
		err = errUnready
	}
	if err != nil {
		return nil, unready(err)
	}
	return l, nil
}

// unready marks what an opening for writing makes good.
func unready(err error) error {
	if errors.Is(err, index.ErrStale) || errors.Is(err, graph.ErrNotFound) {
		return errors.Join(errUnready, err)
	}
	return err
}

// openCheckpoint opens the last checkpoint that the owner of a library has published.
func openCheckpoint(ctx context.Context, dir string, opt Options) (*Library, error) {
	held, err := checkpoint.Last(checkpoints(dir))
	if errors.Is(err, checkpoint.ErrNone) {
		return nil, &Error{Code: Unavailable, Err: err,
			Message: fmt.Sprintf("the library %s is in use by another process, which has published nothing to read so far", dir)}
	}
	if err != nil {
		return nil, coded(err)
	}
	note, err := readCheckpoint(held.Dir)
	if err != nil {
		return nil, coded(errors.Join(err, held.Close()))
	}
	l, err := openFolder(ctx, held.Dir, opt)
	if err != nil {
		return nil, &Error{Code: Unavailable, Err: err, Message: fmt.Sprintf(
			"the library %s is in use by another process, and its checkpoint cannot be read: %v", dir, errors.Join(err, held.Close()))}
	}
	l.checkpoint = &heldCheckpoint{Held: held, Checkpoint: note.Checkpoint}
	l.tally.seed(note.Counts, note.Change, note.ArticleChange)
	return l, nil
}
