package quadstore

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
)

// formatVersion is raised by any change of layout.go, inline.go or value.go that
// older code would misread or not keep up. A store of a newer version is refused;
// one of version 1, which counts no pairs, is brought up when it is opened for
// writing (see counted.go).
const (
	formatVersion = 2
	oldestVersion = 1
)

// head is the format record and the counters of a store.
type head struct {
	version uint64
	next    uint64 // the next id of the dictionary
	quads   uint64
	nodes   uint64
}

var emptyHead = head{version: formatVersion, next: 1}

func (h head) bytes() []byte {
	b := make([]byte, 0, 32)
	for _, n := range [4]uint64{h.version, h.next, h.quads, h.nodes} {
		b = binary.BigEndian.AppendUint64(b, n)
	}
	return b
}

func parseHead(b []byte) (h head, err error) {
	if len(b) >= 8 {
		h.version = binary.BigEndian.Uint64(b)
	}
	if h.version < oldestVersion || h.version > formatVersion || len(b) != 32 {
		return h, fmt.Errorf("%w: version %d, this program knows up to %d", ErrFormat, h.version, formatVersion)
	}
	h.next = binary.BigEndian.Uint64(b[8:])
	h.quads = binary.BigEndian.Uint64(b[16:])
	h.nodes = binary.BigEndian.Uint64(b[24:])
	return h, nil
}

// loadHead reads the head; ok is false if the database has no quad store.
func (s *Store) loadHead() (ok bool, err error) {
	return s.get(headKey, func(b []byte) (err error) {
		s.head, err = parseHead(b)
		return err
	})
}

// format writes the head of an empty store. Keys without a head are not ours,
// and not overwritten.
func (s *Store) format() error {
	r, err := s.rows([]byte{KeySpace}, []byte{KeySpace + 1})
	if err != nil {
		return err
	}
	defer r.close()
	if r.first() {
		return fmt.Errorf("%w: keys under %q, but no head", ErrFormat, KeySpace)
	}
	if err := r.err(); err != nil {
		return err
	}
	s.head = emptyHead
	s.counted.set(s.opt.Counted)
	b := s.db.NewBatch()
	defer b.Close()
	if err := errors.Join(b.Set(headKey, emptyHead.bytes(), nil), b.Set(countedKey, s.counted.bytes(), nil)); err != nil {
		return err
	}
	return b.Commit(pebble.Sync)
}

// counters gives the committed head.
func (s *Store) counters() head {
	s.headMu.RLock()
	defer s.headMu.RUnlock()
	return s.head
}
