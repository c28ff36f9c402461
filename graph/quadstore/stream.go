package quadstore

import (
	"bytes"
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Link is a predicate with an object: what a subject may have.
type Link struct{ Predicate, Object ID }

func (l Link) pair() pair { return pair{uint64(l.Predicate), uint64(l.Object)} }

func (l Link) pattern() pattern {
	return pattern{}.with(quad.Predicate, uint64(l.Predicate)).with(quad.Object, uint64(l.Object))
}

// stream gives nodes in ascending order, each once.
type stream interface {
	// next moves to the next node.
	next(ctx context.Context) bool
	// seek moves to the first node from id on; never back.
	seek(ctx context.Context, id uint64) bool
	at() uint64
	// failed tells why there is no further node; nil at the end.
	failed() error
	close()
}

// groupStream gives the ids that stand behind a prefix of an index: the subjects of
// a link, or the objects of a subject and a predicate. It may be opened again on
// another prefix of the same table.
type groupStream struct {
	rows   *rows
	prefix []byte
	key    []byte
	start  bool
	whole  bool // the rows go on behind the prefix
	polls  int
	cur    uint64
	err    error
}

// subjects opens the stream of the subjects of a link.
func (s *Store) subjects(l Link) (stream, error) {
	counts, err := s.counts(uint64(l.Predicate))
	if err != nil {
		return nil, err
	}
	if counts {
		return s.postings(l)
	}
	prefix := linkPrefix(nil, l)
	r, err := s.rows(prefix, after(bytes.Clone(prefix)))
	if err != nil {
		return nil, err
	}
	return &groupStream{rows: r, prefix: prefix, start: true}, nil
}

// groups opens a stream over a whole index, for open.
func (s *Store) groups(ix *index) (*groupStream, error) {
	r, err := s.rows(tableStart(ix.table), tableEnd(ix.table))
	if err != nil {
		return nil, err
	}
	return &groupStream{rows: r, whole: true}, nil
}

func linkPrefix(b []byte, l Link) []byte {
	return appendID(appendID(append(b, KeySpace, tablePredicate), uint64(l.Predicate)), uint64(l.Object))
}

func objectsPrefix(b []byte, subject, predicate ID) []byte {
	return appendID(appendID(append(b, KeySpace, tableSubject), uint64(subject)), uint64(predicate))
}

// open begins again at the prefix that g.prefix was set to.
func (g *groupStream) open() { g.start, g.cur = true, 0 }

func (g *groupStream) at() uint64    { return g.cur }
func (g *groupStream) failed() error { return g.err }

func (g *groupStream) close() {
	if err := g.rows.close(); g.err == nil {
		g.err = err
	}
}

func (g *groupStream) next(ctx context.Context) bool {
	for g.err == nil {
		if g.polls++; g.polls%pollEvery == 1 {
			if g.err = ctx.Err(); g.err != nil {
				return false
			}
		}
		var ok bool
		switch {
		case !g.start:
			ok = g.rows.next()
		case g.whole:
			ok = g.rows.seek(g.prefix)
		default:
			ok = g.rows.first()
		}
		g.start = false
		last := g.cur
		if !g.read(ok) {
			return false
		}
		if g.cur != last { // else it's the same in another named graph
			return true
		}
	}
	return false
}

func (g *groupStream) seek(ctx context.Context, id uint64) bool {
	switch {
	case g.err != nil:
		return false
	case !g.start && g.cur >= id:
		return true
	}
	if g.polls++; g.polls%(pollEvery/8) == 1 {
		if g.err = ctx.Err(); g.err != nil {
			return false
		}
	}
	g.start = false
	g.key = appendID(append(g.key[:0], g.prefix...), id)
	return g.read(g.rows.seek(g.key))
}

// read takes the id behind the prefix of the current key.
func (g *groupStream) read(ok bool) bool {
	if !ok {
		g.err = g.rows.err()
		return false
	}
	key := g.rows.key()
	if g.whole && !bytes.HasPrefix(key, g.prefix) {
		return false
	}
	rest := key[len(g.prefix):]
	if len(rest) > 3 && rest[0] == 3 && rest[1] != 0 { // most ids have three bytes
		g.cur = uint64(rest[1])<<16 | uint64(rest[2])<<8 | uint64(rest[3])
		return true
	}
	id, _, ok := readID(rest)
	if !ok || id == 0 {
		g.err = fmt.Errorf("%w: key %x", ErrCorrupt, key)
		return false
	}
	g.cur = id
	return true
}

// setStream gives the nodes of a set.
type setStream struct {
	rest  Set // the first is the current one
	start bool
}

func newSetStream(a Set) *setStream { return &setStream{rest: a, start: true} }

func (n *setStream) at() uint64    { return uint64(n.rest[0]) }
func (n *setStream) failed() error { return nil }
func (n *setStream) close()        {}

func (n *setStream) next(context.Context) bool {
	if !n.start && len(n.rest) > 0 {
		n.rest = n.rest[1:]
	}
	n.start = false
	return len(n.rest) > 0
}

func (n *setStream) seek(_ context.Context, id uint64) bool {
	n.start = false
	n.rest = n.rest.from(ID(id))
	return len(n.rest) > 0
}
