package quadstore

import (
	"errors"
	"io"
	"sync"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
)

// rows is a Pebble iterator that its store knows of. Cayley forgets to close
// some iterators; closing the store (or view) closes those, so that they do not
// keep old data for ever and the owner of the database can close it.
type rows struct {
	it     *pebble.Iterator
	of     *openRows
	closed atomic.Bool
}

// openRows are the rows of one store that are not closed yet.
type openRows struct {
	mu  sync.Mutex
	set map[*rows]struct{}
}

func (o *openRows) add(r *rows) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.set == nil {
		o.set = map[*rows]struct{}{}
	}
	o.set[r] = struct{}{}
}

func (o *openRows) remove(r *rows) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.set, r)
}

func (o *openRows) closeAll() error {
	o.mu.Lock()
	all := make([]*rows, 0, len(o.set))
	for r := range o.set {
		all = append(all, r)
	}
	o.mu.Unlock()
	var err error
	for _, r := range all {
		err = errors.Join(err, r.close())
	}
	return err
}

// rows opens an iterator on the keys lo <= key < hi. The bounds must not be
// changed afterwards.
func (s *Store) rows(lo, hi []byte) (*rows, error) {
	if s.closed.Load() {
		return nil, ErrClosed
	}
	it, err := s.reader.NewIter(&pebble.IterOptions{LowerBound: lo, UpperBound: hi})
	if err != nil {
		return nil, err
	}
	r := &rows{it: it, of: &s.open}
	s.open.add(r)
	return r, nil
}

func (r *rows) first() bool { return !r.closed.Load() && r.it.First() }
func (r *rows) next() bool  { return !r.closed.Load() && r.it.Next() }

func (r *rows) seek(key []byte) bool { return !r.closed.Load() && r.it.SeekGE(key) }

func (r *rows) setBounds(lo, hi []byte) {
	if !r.closed.Load() {
		r.it.SetBounds(lo, hi)
	}
}

// key and value are valid until the rows move.
func (r *rows) key() []byte            { return r.it.Key() }
func (r *rows) value() ([]byte, error) { return r.it.ValueAndErr() }

// err tells why there is no further row; nil at the end.
func (r *rows) err() error {
	if r.closed.Load() {
		return ErrClosed
	}
	return r.it.Error()
}

// close may be called again.
func (r *rows) close() error {
	if !r.closed.CompareAndSwap(false, true) {
		return nil
	}
	r.of.remove(r)
	return r.it.Close()
}

// get reads one key; use sees the value only during the call.
func (s *Store) get(key []byte, use func(value []byte) error) (found bool, err error) {
	if s.closed.Load() {
		return false, ErrClosed
	}
	var (
		v []byte
		c io.Closer
	)
	v, c, err = s.reader.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if use != nil {
		err = use(v)
	}
	return true, errors.Join(err, c.Close())
}

func (s *Store) has(key []byte) (bool, error) { return s.get(key, nil) }
