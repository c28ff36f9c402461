package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	segment "github.com/blevesearch/scorch_segment_api/v2"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// A segment is a file that is written once. Its last 4 bytes are a checksum (CRC-32,
// IEEE) of all before, which Bleve writes and never reads: a byte that the disk changed
// would be answered from. verify reads it: of each new segment once it is written, of all
// of them in the background after Open, and whenever Verify asks.

// DamageError is an ErrStale that names the segment.
type DamageError struct {
	File string // base name
	Why  string
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("%s: segment %s: %s", ErrStale, e.File, e.Why)
}

func (e *DamageError) Unwrap() error { return ErrStale }

// watch looks after the segments of a folder.
type watch struct {
	mu     sync.Mutex
	sound  map[string]bool // by path
	damage error           // the first found; every call answers it from then on
	wake   chan struct{}
	stop   context.CancelFunc
	done   chan struct{}
}

// How the background works: it lets those who only ask once be, and leaves most of the
// disk to others.
const (
	watchDelay = time.Second
	watchChunk = 1 << 20
	watchPause = 10 * time.Millisecond // after each chunk: 100 MB/s at most
)

// begin starts to look after the segments.
func (w *watch) begin(x *folder) {
	ctx, stop := context.WithCancel(context.Background())
	w.sound, w.wake, w.stop, w.done = map[string]bool{}, make(chan struct{}, 1), stop, make(chan struct{})
	go func() {
		defer close(w.done)
		delay := time.NewTimer(watchDelay)
		defer delay.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-w.wake:
			case <-delay.C:
			}
			// What cannot be read now is found by who asks for it.
			_ = x.verify(ctx, false, watchPause)
		}
	}()
}

// wrote tells that there may be new segments.
func (w *watch) wrote() {
	select {
	case w.wake <- struct{}{}:
	default: // it is going to look anyway
	}
}

// end stops the background.
func (w *watch) end() {
	if w.stop != nil {
		w.stop()
		<-w.done
	}
}

// damaged is what was found to be damaged; nil for nothing.
func (w *watch) damaged() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.damage
}

// Verify reads all segments of the index and compares their checksums. The error is a
// DamageError for the first that differs, which all methods answer from then on, or what
// kept it from reading. An index in memory is sound.
func (x *folder) Verify(ctx context.Context) (err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return err
	}
	if err := x.verify(ctx, true, 0); err != nil {
		return fmt.Errorf("index: verify: %w", err)
	}
	return nil
}

// verify reads the segments that are not known to be sound, or all of them again.
func (x *folder) verify(ctx context.Context, again bool, pause time.Duration) error {
	paths, release, err := x.segments()
	if err != nil {
		return err
	}
	defer release()
	x.watch.mu.Lock()
	for path := range x.watch.sound {
		if !slices.Contains(paths, path) { // merged into another
			delete(x.watch.sound, path)
		}
	}
	if !again {
		paths = slices.DeleteFunc(paths, func(p string) bool { return x.watch.sound[p] })
	}
	x.watch.mu.Unlock()
	for _, path := range paths {
		err := checkSegment(ctx, path, pause)
		if errors.Is(err, os.ErrNotExist) {
			if err = x.gone(path); err == nil { // merged into another while others were read
				continue
			}
		}
		var damage *DamageError
		x.watch.mu.Lock()
		switch {
		case err == nil:
			x.watch.sound[path] = true
		case errors.As(err, &damage) && x.watch.damage == nil:
			x.watch.damage = err
		}
		x.watch.mu.Unlock()
		if err != nil {
			return err
		}
	}
	return nil
}

// gone judges a file that is not there: Bleve deletes those of segments that were merged,
// though somebody reads them yet.
func (x *folder) gone(path string) error {
	paths, release, err := x.segments()
	if err != nil {
		return err
	}
	defer release()
	if slices.Contains(paths, path) {
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return &DamageError{filepath.Base(path), "the file is gone"}
		}
	}
	return nil
}

// segments are the files of the segments.
func (x *folder) segments() (paths []string, release func(), err error) {
	inner, err := x.bleve.Advanced()
	if err != nil {
		return nil, nil, err
	}
	r, err := inner.Reader()
	if err != nil {
		return nil, nil, err
	}
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, nil, errors.Join(fmt.Errorf("no segments of %T", r), r.Close())
	}
	for _, s := range snapshot.Segments() {
		if p, ok := s.Segment().(segment.PersistedSegment); ok && p.Path() != "" {
			paths = append(paths, p.Path())
		}
	}
	return paths, func() { _ = r.Close() }, nil // only counts readers
}

// checkSegment compares the checksum of a file.
func checkSegment(ctx context.Context, path string, pause time.Duration) (err error) {
	broken := func(why string) error { return &DamageError{filepath.Base(path), why} }
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	const size = 4 // of the sum
	if info.Size() < size {
		return broken("the file was cut")
	}
	sum := crc32.NewIEEE()
	for left := info.Size() - size; left > 0; left -= min(left, watchChunk) {
		if _, err := io.CopyN(sum, f, min(left, watchChunk)); err != nil {
			return broken(err.Error())
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
	var want [size]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return broken(err.Error())
	}
	if sum.Sum32() != binary.BigEndian.Uint32(want[:]) {
		return broken("its checksum differs: the disk or another program changed it")
	}
	return nil
}

// SetAside moves the index in the folder dir to dir.damaged, in place of one that was
// there, and returns that name. The index must not be open. No index is no error.
func SetAside(dir string) (string, error) {
	aside := dir + ".damaged"
	if err := Remove(aside); err != nil {
		return "", err
	}
	if err := os.MkdirAll(aside, 0o755); err != nil {
		return "", fmt.Errorf("index: set aside: %w", err)
	}
	for _, name := range []string{storeFolder, metaFile} {
		err := os.Rename(filepath.Join(dir, name), filepath.Join(aside, name))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("index: set aside: %w", err)
		}
	}
	return aside, Remove(dir)
}
