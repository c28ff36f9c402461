package quadstore

import (
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
)

// snapshot is a frozen state of the database, shared by a view and its views.
type snapshot struct {
	*pebble.Snapshot
	users atomic.Int32
}

// View freezes the present state: everything read through the view, by value or
// through Cayley, is of one moment. It refuses writes with ErrReadOnly. Close it
// soon, and before the store: it keeps replaced data on disk. Closing twice is
// harmless. A view of a view shows the same moment.
func (s *Store) View() (*Store, error) {
	if s.closed.Load() || s.parent != nil && s.parent.closed.Load() {
		return nil, fmt.Errorf("quadstore: view: %w", ErrClosed)
	}
	v := &Store{db: s.db, opt: s.opt, parent: s, snap: s.snap, counted: s.counted}
	if s.snap != nil {
		v.parent = s.parent
	} else {
		v.snap = &snapshot{Snapshot: s.db.NewSnapshot()}
	}
	v.snap.users.Add(1)
	v.reader = v.snap.Snapshot
	ok, err := v.loadHead()
	if err == nil && !ok {
		err = fmt.Errorf("%w: no head", ErrCorrupt)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("quadstore: view: %w", err), v.Close())
	}
	return v, nil
}

// Reader gives what the store reads from: on a view the frozen state, otherwise
// the database. The owner of the database reads its own keys through it to see
// them as of the same moment as the quads. It must not be closed.
func (s *Store) Reader() pebble.Reader { return s.reader }

func (s *Store) closeView() error {
	if !s.closed.CompareAndSwap(false, true) {
		return nil
	}
	err := s.open.closeAll()
	if s.snap.users.Add(-1) == 0 {
		err = errors.Join(err, s.snap.Close())
	}
	return err
}
