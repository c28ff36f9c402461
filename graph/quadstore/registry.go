package quadstore

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Name is the name of the store in Cayley's registry.
const Name = "attendu-pebble"

func init() {
	graph.RegisterQuadStore(Name, graph.QuadStoreRegistration{
		NewFunc: func(path string, opt graph.Options) (graph.QuadStore, error) {
			s, err := Open(path, opt)
			if err != nil {
				return nil, err // not a *Store that is nil
			}
			return s, nil
		},
		InitFunc:     Init,
		IsPersistent: true,
	})
}

// Init creates an empty store with a database of its own in the folder path.
// It returns graph.ErrDatabaseExists if there is one. Options: nosync (bool),
// cache_mb, memtable_mb (numbers), fs (vfs.FS), logger (*slog.Logger), counted
// ([]quad.IRI: see Options.Counted).
func Init(path string, opt graph.Options) error {
	s, err := openOwn(path, opt)
	if err != nil {
		return fmt.Errorf("quadstore: init: %w", err)
	}
	ok, err := s.loadHead()
	switch {
	case ok && err == nil:
		err = graph.ErrDatabaseExists
	case err == nil:
		err = s.format()
	}
	if err = errors.Join(err, s.Close()); errors.Is(err, graph.ErrDatabaseExists) {
		return graph.ErrDatabaseExists // Cayley compares with ==
	}
	return err
}

// Open opens a store that Init made; it returns graph.ErrNotInitialized if there
// is none. With an empty path it makes a new store in memory, which needs no
// Init. Options are those of Init, and read_only (bool).
func Open(path string, opt graph.Options) (*Store, error) {
	s, err := openOwn(path, opt)
	if err != nil {
		return nil, fmt.Errorf("quadstore: open: %w", err)
	}
	ok, err := s.loadHead()
	switch {
	case err != nil:
	case ok:
		err = s.loadCounted()
	case path == "":
		err = s.format()
	default:
		err = graph.ErrNotInitialized
	}
	if err != nil {
		if cerr := s.Close(); cerr != nil {
			err = errors.Join(err, cerr)
		}
		return nil, err
	}
	return s, nil
}

// openOwn opens the database at path.
func openOwn(path string, in graph.Options) (*Store, error) {
	opt, err := parseOptions(in)
	if err != nil {
		return nil, err
	}
	if opt.FS == nil {
		opt.FS = vfs.Default
		if path == "" {
			opt.FS = vfs.NewMem()
		}
	}
	if path == "" {
		path = "quads"
	}
	if !opt.ReadOnly {
		if err := opt.FS.MkdirAll(path, 0o700); err != nil {
			return nil, err
		}
	}
	p := opt.Pebble()
	defer p.Cache.Unref()
	db, err := pebble.Open(path, p)
	if err != nil {
		return nil, err
	}
	s, err := attach(db, opt)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s.owned, s.dir = true, path
	if opt.ReadOnly {
		return s, nil
	}
	if err := removeLeftovers(opt.FS, path); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}
