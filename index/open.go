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

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt/errors"
)

// Options change how an index is opened. The zero value is ready to use.
type Options struct {
	// LockWait is how long Open waits for another process to let go of the
	// folder; 0 does not wait.
	LockWait time.Duration
	// ReadOnly opens an index that is there, for reading, beside others who read it:
	// nothing in its folder is changed. One that is not there is ErrStale.
	ReadOnly bool
}

// What Bleve puts into its folder.
const (
	metaFile    = "index_meta.json"
	storeFolder = "store"
)

// kind is what a folder holds: documents of one format under one mapping.
type kind struct {
	format  string
	mapping func() mapping.IndexMapping
}

// open opens the index in the folder dir, as Open does.
func (x *folder) open(dir string, opt Options, k kind) error {
	if opt.LockWait <= 0 {
		opt.LockWait = time.Millisecond // 0 would wait for ever
	}
	fresh, err := vacant(dir)
	if err != nil {
		return fmt.Errorf("index: open %s: %w", dir, err)
	}
	if fresh && opt.ReadOnly {
		return fmt.Errorf("index: open %s: %w: there is none", dir, ErrStale)
	}
	config := map[string]any{
		"bolt_timeout":           opt.LockWait.String(),
		"scorchMergePlanOptions": map[string]any{"MaxSegmentSize": maxSegment}}
	if opt.ReadOnly {
		config["read_only"] = true
	}
	if fresh && dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fmt.Errorf("index: open %s: %w", dir, err)
		}
	}
	x.bleve, err = openBleve(dir, fresh, k.mapping(), config)
	if err != nil {
		return fmt.Errorf("index: open %s: %w", dir, err)
	}
	if fresh {
		err = x.bleve.SetInternal(formatKey, []byte(k.format))
		if dir != "" {
			err = errors.Join(err, alike(dir))
		}
	} else {
		err = x.current(k)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("index: open %s: %w", dir, err), x.Close())
	}
	x.watch.begin(x)
	return nil
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

// maxSegment is the largest segment that merging makes, in documents. Merging takes
// memory in proportion: without a bound, that of 200,000 decisions took more than a
// gigabyte.
const maxSegment = 32_000

// openBleve creates or opens Bleve's index, and sorts its failures.
func openBleve(dir string, fresh bool, m mapping.IndexMapping, config map[string]any) (b bleve.Index, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			b, err = nil, damaged(r)
		}
	}()
	if fresh {
		b, err = bleve.NewUsing(dir, m, scorch.Name, scorch.Name, config)
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
func (x *folder) current(k kind) (err error) {
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
	if string(got) != k.format {
		return fmt.Errorf("%w: its format is %q, %q is wanted", ErrStale, got, k.format)
	}
	mapped, err := x.bleve.GetInternal(util.MappingInternalKey)
	if err != nil {
		return damaged(err)
	}
	want, err := util.MarshalJSON(k.mapping())
	if err != nil {
		return err
	}
	if !bytes.Equal(mapped, want) {
		return fmt.Errorf("%w: its fields differ", ErrStale)
	}
	return nil
}

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
