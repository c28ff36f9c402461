package quadstore

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cockroachdb/pebble/v2"
)

// Store is a graph.QuadStore. It is safe for concurrent use; a query that opens
// several iterators sees one state of the graph only on a View.
type Store struct {
	db     *pebble.DB
	reader pebble.Reader // db, or the snapshot of a view
	opt    Options
	owned  bool      // Close closes db
	dir    string    // of db if it is owned
	parent *Store    // of a view
	snap   *snapshot // of a view
	closed atomic.Bool
	open   openRows
	lost   firstError

	writing sync.Mutex             // held during an Update
	known   idCache                // under writing
	pairs   recent[pair, int64]    // under writing
	lists   recent[place, posting] // under writing
	counted *counted               // shared with views
	// outdated: it is read only, and not brought up to its options.
	outdated bool

	headMu sync.RWMutex
	head   head // as committed
}

var (
	_ graph.QuadStore      = (*Store)(nil)
	_ graph.BatchQuadStore = (*Store)(nil)
	_ shape.Optimizer      = (*Store)(nil)
)

// attached holds the databases that have a writable store: two would give out
// the same ids.
var attached sync.Map // *pebble.DB -> *Store

// Attach makes a quad store inside an open database, which stays the caller's:
// close the store first, then the database. An empty store is created if there
// is none. It returns ErrFormat for a store of another version, and ErrAttached
// if an open store already writes to db.
func Attach(db *pebble.DB, opt Options) (*Store, error) {
	s, err := attach(db, opt)
	if err != nil {
		return nil, err
	}
	ok, err := s.loadHead()
	switch {
	case err != nil:
	case ok:
		err = s.loadCounted()
	case opt.ReadOnly:
		err = graph.ErrNotInitialized
	default:
		err = s.format()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("quadstore: attach: %w", err), s.Close())
	}
	return s, nil
}

// attach claims the database without reading it.
func attach(db *pebble.DB, opt Options) (*Store, error) {
	s := &Store{db: db, reader: db, opt: opt, head: emptyHead, counted: &counted{}}
	if !opt.ReadOnly {
		if _, taken := attached.LoadOrStore(db, s); taken {
			return nil, fmt.Errorf("quadstore: attach: %w", ErrAttached)
		}
	}
	return s, nil
}

// Close ends the store: waits for a running Update, closes the iterators that
// were left open, and the database if it is the store's own. Close views first.
// Closing again does nothing.
func (s *Store) Close() error {
	if s.snap != nil {
		return s.closeView()
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if !s.closed.CompareAndSwap(false, true) {
		return nil
	}
	attached.CompareAndDelete(s.db, s)
	err := s.open.closeAll()
	if !s.owned {
		return err
	}
	if !s.opt.ReadOnly {
		// A short log makes the next open fast.
		err = errors.Join(err, s.db.Flush())
	}
	return errors.Join(err, s.db.Close())
}

// Stats gives the number of nodes and quads, always exact.
func (s *Store) Stats(context.Context, bool) (graph.Stats, error) {
	h := s.counters()
	return graph.Stats{
		Nodes: graph.Size{Size: int64(h.nodes), Exact: true},
		Quads: graph.Size{Size: int64(h.quads), Exact: true},
	}, nil
}

// Outdated reports whether a store that was opened for reading would be brought up to
// its options by an opening for writing. Its answers are right, and slower.
func (s *Store) Outdated() bool { return s.outdated }

func (s *Store) readOnly() bool { return s.snap != nil || s.opt.ReadOnly }

func (s *Store) syncMode() *pebble.WriteOptions {
	if s.opt.NoSync {
		return pebble.NoSync
	}
	return pebble.Sync
}
