package quadstore

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// bulkFolder is the folder of temporary files inside that of a store.
const bulkFolder = "bulk-load"

// folder holds the temporary files of a bulk load.
type folder struct {
	fs     vfs.FS
	dir    string
	mu     sync.Mutex
	made   int
	tables []string // whole tables, to be ingested
}

func newFolder(fs vfs.FS, dir string) (*folder, error) {
	if err := fs.RemoveAll(dir); err != nil {
		return nil, err
	}
	if err := fs.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &folder{fs: fs, dir: dir}, nil
}

// name gives the path of a new file.
func (f *folder) name(kind string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.made++
	return f.fs.PathJoin(f.dir, fmt.Sprintf("%06d.%s", f.made, kind))
}

func (f *folder) runName() string { return f.name("run") }

func (f *folder) addTable(path string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.tables = append(f.tables, path)
}

// drop removes files that are not needed any more, so that the disk holds little
// more than one form of the quads.
func (f *folder) drop(paths ...string) error {
	var err error
	for _, p := range paths {
		err = errors.Join(err, f.fs.Remove(p))
	}
	return err
}

func (f *folder) remove() error { return f.fs.RemoveAll(f.dir) }

// together runs the functions beside each other, the first one on the caller's
// goroutine, and waits for all of them. The first error ends the context of the
// others and is returned.
func together(ctx context.Context, fns ...func(ctx context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		wait  sync.WaitGroup
		once  sync.Once
		first error
	)
	run := func(fn func(context.Context) error) {
		if err := fn(ctx); err != nil {
			once.Do(func() { first = err; cancel() })
		}
	}
	for _, fn := range fns[1:] {
		wait.Go(func() { run(fn) })
	}
	run(fns[0])
	wait.Wait()
	return first
}
