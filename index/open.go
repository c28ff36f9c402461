package index

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt/errors"
)

// Options change how an index is opened. The zero value is ready to use.
type Options struct {
	// LockWait is how long Open waits for another process to let go of the
	// folder; 0 is two seconds.
	LockWait time.Duration
}

// What Bleve puts into its folder.
const (
	metaFile    = "index_meta.json"
	storeFolder = "store"
)

// Open opens the index in the folder dir, which it creates when there is none;
// "" is an index in memory, which Close forgets. Errors are ErrLocked, ErrStale
// or what the file system says; a folder that holds other files is refused.
func Open(dir string, opt Options) (*Index, error) {
	if opt.LockWait <= 0 {
		opt.LockWait = 2 * time.Second
	}
	fresh, err := vacant(dir)
	if err != nil {
		return nil, fmt.Errorf("index: open %s: %w", dir, err)
	}
	b, err := openBleve(dir, fresh, map[string]any{"bolt_timeout": opt.LockWait.String()})
	if err != nil {
		return nil, fmt.Errorf("index: open %s: %w", dir, err)
	}
	x := &Index{bleve: b}
	if fresh {
		err = x.bleve.SetInternal(formatKey, format())
	} else {
		err = x.current()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("index: open %s: %w", dir, err), x.Close())
	}
	return x, nil
}

// vacant reports whether there is no index in dir yet.
func vacant(dir string) (bool, error) {
	if dir == "" {
		return true, nil
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil || len(entries) == 0 {
		return true, err
	}
	for _, e := range entries {
		if e.Name() == metaFile || e.Name() == storeFolder {
			return false, nil
		}
	}
	return false, errors.New("the folder holds other files and no text index")
}

// openBleve creates or opens Bleve's index, and sorts its failures.
func openBleve(dir string, fresh bool, config map[string]any) (b bleve.Index, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			b, err = nil, damaged(r)
		}
	}()
	if fresh {
		b, err = bleve.NewUsing(dir, newMapping(), scorch.Name, scorch.Name, config)
	} else {
		b, err = bleve.OpenUsing(dir, config)
	}
	var system *fs.PathError
	switch {
	case err == nil:
		return b, nil
	case errors.Is(err, bolt.ErrTimeout):
		return nil, ErrLocked
	case fresh, errors.As(err, &system) && !errors.Is(err, fs.ErrNotExist):
		return nil, err // the disk is full, the folder is not ours …: not damage
	}
	return nil, damaged(err)
}

// current checks that an index on disk was made by this very format.
func (x *Index) current() (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = damaged(r)
		}
	}()
	got, err := x.bleve.GetInternal(formatKey)
	if err != nil {
		return damaged(err)
	}
	if want := format(); !bytes.Equal(got, want) {
		return fmt.Errorf("%w: its format is %q, %q is wanted", ErrStale, got, want)
	}
	mapped, err := x.bleve.GetInternal(util.MappingInternalKey)
	if err != nil {
		return damaged(err)
	}
	want, err := util.MarshalJSON(newMapping())
	if err != nil {
		return err
	}
	if !bytes.Equal(mapped, want) {
		return fmt.Errorf("%w: its fields differ", ErrStale)
	}
	return nil
}

// format names the format and the analyzer of an index.
func format() []byte { return fmt.Appendf(nil, "%d %s/%d", Format, frlegal.Name, frlegal.Version) }

// Remove deletes the index in the folder dir, and the folder when nothing else
// is in it. The index must not be open. No index is no error.
func Remove(dir string) error {
	if dir == "" {
		return nil
	}
	for _, name := range []string{storeFolder, metaFile, metaFile + "_temp"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("index: remove: %w", err)
		}
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) > 0 {
		return nil
	}
	if err == nil {
		err = os.Remove(dir)
	}
	if err != nil {
		return fmt.Errorf("index: remove: %w", err)
	}
	return nil
}
