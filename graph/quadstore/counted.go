package quadstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// pair is a predicate with an object.
type pair struct{ predicate, object uint64 }

func (p pair) compare(o pair) int {
	switch {
	case p == o:
		return 0
	case p.predicate < o.predicate, p.predicate == o.predicate && p.object < o.object:
		return -1
	}
	return 1
}

// counted are the predicates whose pairs are counted. Their ids come and go with
// the quads that use them, but no id is ever given to another value, so that what
// is remembered of an id stays true.
type counted struct {
	mu   sync.RWMutex
	iris []quad.IRI // sorted
	ids  map[uint64]bool
}

func (c *counted) set(iris []quad.IRI) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.iris = slices.Compact(slices.Sorted(slices.Values(iris)))
	c.ids = map[uint64]bool{}
}

// has tells whether a value is one of the predicates.
func (c *counted) has(v quad.Value) bool {
	iri, ok := v.(quad.IRI)
	if !ok {
		return false
	}
	_, ok = slices.BinarySearch(c.iris, iri)
	return ok
}

// bytes is the entry of countedKey.
func (c *counted) bytes() (b []byte) {
	for _, iri := range c.iris {
		b = binary.AppendUvarint(b, uint64(len(iri)))
		b = append(b, iri...)
	}
	return b
}

func parseCounted(b []byte) (iris []quad.IRI, err error) {
	for len(b) > 0 {
		n, k := binary.Uvarint(b)
		if k <= 0 || n > uint64(len(b)-k) {
			return nil, fmt.Errorf("%w: list of counted predicates", ErrCorrupt)
		}
		iris = append(iris, quad.IRI(b[k:k+int(n)]))
		b = b[k+int(n):]
	}
	return iris, nil
}

// counts tells whether the pairs of a stored predicate are counted.
func (s *Store) counts(predicate uint64) (bool, error) {
	c := s.counted
	c.mu.RLock()
	none := len(c.iris) == 0
	is, known := c.ids[predicate]
	c.mu.RUnlock()
	if none || known || predicate > maxDictID {
		return is, nil
	}
	v, err := s.value(predicate)
	if err != nil || v == nil {
		return false, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ids[predicate] = c.has(v)
	return c.ids[predicate], nil
}

// countPair gives the number of quads of a pair; ok is false if it is not counted.
func (s *Store) countPair(p pair) (n int64, ok bool, err error) {
	if ok, err = s.counts(p.predicate); err != nil || !ok {
		return 0, false, err
	}
	n, err = s.readPair(p)
	return n, err == nil, err
}

func (s *Store) readPair(p pair) (n int64, err error) {
	var kb [24]byte
	_, err = s.get(pairKey(kb[:0], p), func(b []byte) error {
		n, err = parseCount(b)
		return err
	})
	return n, err
}

// loadCounted reads which predicates are counted, and brings the counts up to the
// options of the store.
func (s *Store) loadCounted() error {
	if _, err := s.get(countedKey, func(b []byte) error {
		iris, err := parseCounted(b)
		s.counted.set(iris)
		return err
	}); err != nil {
		return err
	}
	want := &counted{}
	if want.set(s.opt.Counted); s.opt.Counted == nil {
		want.set(s.counted.iris)
	}
	if s.head.version == formatVersion && slices.Equal(want.iris, s.counted.iris) {
		return nil
	}
	if s.outdated = s.opt.ReadOnly; s.outdated {
		return nil
	}
	return s.recount(want.iris)
}

// recountBatch is how many bytes of counts and postings are committed at once.
const recountBatch = 2 << 20

// recount counts the pairs of some predicates anew, and packs their subjects; the
// others are no longer counted. The list of predicates is empty until all of it is
// done: one that was interrupted is done again at the next opening.
func (s *Store) recount(iris []quad.IRI) error {
	s.counted.set(nil) // readers look at the quads meanwhile
	b := s.db.NewBatch()
	defer func() { s.note(b.Close()) }()
	if err := errors.Join(b.DeleteRange(tableStart(tablePair), tableEnd(tablePair), nil),
		b.DeleteRange(tableStart(tablePosting), tableEnd(tablePosting), nil), b.Set(countedKey, nil, nil)); err != nil {
		return err
	}
	put := func(key, value []byte) error {
		if b.Len() >= recountBatch {
			if err := errors.Join(b.Commit(pebble.NoSync), b.Close()); err != nil {
				return err
			}
			b = s.db.NewBatch()
		}
		return b.Set(key, value, nil)
	}
	for _, iri := range iris {
		if err := s.eachPair(iri, &packer{put: put}); err != nil {
			return err
		}
	}
	s.counted.set(iris)
	s.head.version = formatVersion
	if err := errors.Join(b.Set(countedKey, s.counted.bytes(), nil), b.Set(headKey, s.head.bytes(), nil)); err != nil {
		return err
	}
	return b.Commit(pebble.Sync)
}

// eachPair packs the quads of a predicate.
func (s *Store) eachPair(predicate quad.IRI, to *packer) error {
	id, ok, err := s.id(predicate)
	if err != nil || !ok {
		return err
	}
	prefix := appendID([]byte{KeySpace, tablePredicate}, id)
	r, err := s.rows(prefix, after(bytes.Clone(prefix)))
	if err != nil {
		return err
	}
	defer r.close()
	for ok := r.first(); ok; ok = r.next() {
		var q quadRef
		if !byPredicate.split(r.key()[2:], 0, &q) {
			return fmt.Errorf("%w: key %x", ErrCorrupt, r.key())
		}
		if err := to.add(&q); err != nil {
			return err
		}
	}
	if err := r.err(); err != nil {
		return err
	}
	return to.end()
}
