package quadstore

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// CheckTables reads every block of every table file of an open database and returns
// ErrCorrupt, with the name of each file of which one is not as it was written. It
// sees damage that no key leads to, and keys of the owner. dir is the folder of the
// database in fsys.
func CheckTables(ctx context.Context, db *pebble.DB, fsys vfs.FS, dir string) error {
	levels, err := db.SSTables()
	if err != nil {
		return fmt.Errorf("quadstore: check tables: %w", err)
	}
	seen := map[string]bool{}
	var damaged error
	for _, level := range levels {
		for _, t := range level {
			if err := ctx.Err(); err != nil {
				return err
			}
			name := fmt.Sprintf("%06d.sst", uint64(t.BackingSSTNum))
			if seen[name] {
				continue
			}
			seen[name] = true
			err := checkTable(ctx, fsys, fsys.PathJoin(dir, name))
			if err != nil && !errors.Is(err, fs.ErrNotExist) { // else it was compacted away meanwhile
				damaged = errors.Join(damaged, fmt.Errorf("%w: table %s: %w", ErrCorrupt, name, err))
			}
		}
	}
	return damaged
}

func checkTable(ctx context.Context, fsys vfs.FS, path string) error {
	f, err := fsys.Open(path)
	if err != nil {
		return err
	}
	readable, err := sstable.NewSimpleReadable(f)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	var opt pebble.Options
	opt.EnsureDefaults()
	r, err := sstable.NewReader(ctx, readable, opt.MakeReaderOptions())
	if err != nil {
		return errors.Join(err, readable.Close())
	}
	return errors.Join(r.ValidateBlockChecksums(), r.Close())
}
