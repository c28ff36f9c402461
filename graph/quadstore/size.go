package quadstore

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

const (
	// sizeCap: scans of fewer entries are counted, longer ones estimated.
	sizeCap = 64
	// An entry of an index takes about this many bytes on disk.
	bytesPerEntry = 8
)

// count gives the number of quads with a predicate or label.
func (s *Store) count(d quad.Direction, id uint64) (n int64, err error) {
	var kb [16]byte
	_, err = s.get(countKey(kb[:0], d, id), func(b []byte) error {
		n, err = parseCount(b)
		return err
	})
	return n, err
}

func appendCount(b []byte, n int64) []byte { return binary.BigEndian.AppendUint64(b, uint64(n)) }

// parseCount reads a counter. One that is 0 is not kept.
func parseCount(b []byte) (int64, error) {
	if len(b) != 8 || binary.BigEndian.Uint64(b) == 0 {
		return 0, fmt.Errorf("%w: counter %x", ErrCorrupt, b)
	}
	return int64(binary.BigEndian.Uint64(b)), nil
}

// counter gives the size of a pattern if a counter knows it.
func (s *Store) counter(p pattern) (n int64, ok bool, err error) {
	switch {
	case p.everything():
		return int64(s.counters().quads), true, nil
	case p.only(quad.Predicate):
		n, err = s.count(quad.Predicate, p.ids[quad.Predicate])
		return n, true, err
	case p.only(quad.Label) && p.ids[quad.Label] != 0:
		n, err = s.count(quad.Label, p.ids[quad.Label])
		return n, true, err
	}
	if p.pair() {
		return s.countPair(pair{p.ids[quad.Predicate], p.ids[quad.Object]})
	}
	return 0, false, nil
}

// size gives the number of quads of a pattern: exact from a counter or when
// small, else estimated.
func (s *Store) size(p pattern) (graph.Size, error) {
	if n, ok, err := s.counter(p); ok || err != nil {
		return graph.Size{Size: n, Exact: err == nil}, err
	}
	c := cursor{s: s}
	defer c.close()
	c.open(p)
	n := int64(0)
	for n < sizeCap && c.step(context.Background()) {
		n++
	}
	if c.err != nil || n < sizeCap {
		return graph.Size{Size: n, Exact: c.err == nil && !c.filter}, c.err
	}
	b, err := s.db.EstimateDiskUsage(c.lo, c.hi)
	return graph.Size{Size: max(4*sizeCap, int64(b)/bytesPerEntry)}, err
}

// tally counts the quads of a pattern exactly.
func (s *Store) tally(ctx context.Context, p pattern) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if n, ok, err := s.counter(p); ok || err != nil {
		return n, err
	}
	p, err := s.plan(p)
	if err != nil {
		return 0, err
	}
	c := cursor{s: s}
	defer c.close()
	n := int64(0)
	for c.open(p); c.skip(ctx); {
		n++
	}
	return n, c.err
}

// QuadIteratorSize gives the number of quads that have a node in a direction,
// exact up to 63 and for predicates and labels.
func (s *Store) QuadIteratorSize(_ context.Context, d quad.Direction, r graph.Ref) (graph.Size, error) {
	id, ok := s.refID(r)
	if !ok {
		return graph.Size{Exact: true}, nil
	}
	return s.size(pattern{}.with(d, id))
}
