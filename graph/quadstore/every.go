package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Every gives each object of a predicate with its subjects, both ascending: the whole of
// one relation in one pass. subjects is valid until each returns; an error of each ends
// it. Of a predicate that is counted it reads the packed lists, a few bytes a quad or
// less. It sees one moment.
func (s *Store) Every(ctx context.Context, predicate ID, each func(object ID, subjects Set) error) error {
	v, done, err := s.moment()
	if err != nil {
		return fmt.Errorf("quadstore: every: %w", err)
	}
	defer done()
	packed, err := v.counts(uint64(predicate))
	if err == nil && packed {
		err = v.everyPosting(ctx, predicate, each)
	} else if err == nil {
		err = v.everyQuad(ctx, predicate, each)
	}
	if err != nil {
		return fmt.Errorf("quadstore: every: %w", err)
	}
	return nil
}

// objectAtHand is the object at hand with its subjects so far.
type objectAtHand struct {
	object   uint64
	subjects Set
	each     func(ID, Set) error
}

// at gives away what was gathered if another object follows.
func (g *objectAtHand) at(object uint64) error {
	if g.object == object {
		return nil
	}
	err := g.end()
	g.object, g.subjects = object, g.subjects[:0]
	return err
}

func (g *objectAtHand) end() error {
	if len(g.subjects) == 0 {
		return nil
	}
	return g.each(ID(g.object), g.subjects)
}

func (s *Store) everyPosting(ctx context.Context, predicate ID, each func(ID, Set) error) (err error) {
	prefix := appendID([]byte{KeySpace, tablePosting}, uint64(predicate))
	r, err := s.rows(prefix, after(append([]byte{}, prefix...)))
	if err != nil {
		return err
	}
	defer func() {
		if e := r.close(); err == nil {
			err = e
		}
	}()
	g := objectAtHand{each: each}
	n := 0
	for ok := r.first(); ok; ok = r.next() {
		if n++; n%pollEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		object, rest, ok := readID(r.key()[len(prefix):])
		chunk, rest, sound := readID(rest)
		b, err := r.value()
		if err != nil {
			return err
		}
		if !ok || !sound || len(rest) != 0 || !posting(b).sound() {
			return corrupt("posting %x of %d bytes", r.key(), len(b))
		}
		if err := g.at(object); err != nil {
			return err
		}
		g.subjects = posting(b).appendTo(g.subjects, chunk)
	}
	if err := r.err(); err != nil {
		return err
	}
	return g.end()
}

func (s *Store) everyQuad(ctx context.Context, predicate ID, each func(ID, Set) error) error {
	p := pattern{}.with(quad.Predicate, uint64(predicate))
	p.via = byPredicate
	c := &cursor{s: s}
	defer c.close()
	c.open(p)
	g := objectAtHand{each: each}
	for c.next(ctx) {
		if err := g.at(c.cur[quad.Object]); err != nil {
			return err
		}
		subject := ID(c.cur[quad.Subject])
		if n := len(g.subjects); n == 0 || g.subjects[n-1] != subject { // in several named graphs
			g.subjects = append(g.subjects, subject)
		}
	}
	if c.err != nil {
		return c.err
	}
	return g.end()
}
