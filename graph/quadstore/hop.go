package quadstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// Hop gives what the nodes of a set lead to by a predicate: their objects, or, when
// to is quad.Subject, the subjects that have them as object. A large set is read on
// all processors. It sees one moment.
func (s *Store) Hop(ctx context.Context, from Set, predicate ID, to quad.Direction) (Set, error) {
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: hop: %w", err)
	}
	defer done()
	found := make([]*marks, spreadParts(len(from), nearPart))
	err = v.spread(ctx, len(from), len(found), func(ctx context.Context, part, lo, hi int) error {
		m := newMarks(v.counters().next)
		found[part] = m
		return v.hop(ctx, from[lo:hi], predicate, to, func(_ int, id uint64) error { m.add(id); return nil })
	})
	if err != nil {
		return nil, fmt.Errorf("quadstore: hop: %w", err)
	}
	for _, m := range found[1:] {
		found[0].addAll(m)
	}
	return found[0].set(), nil
}

// Weight is a node and how many nodes of a set lead to it.
type Weight struct {
	ID ID
	N  int
}

// HopWeights is Hop with the number of ways to each node: of the top that have the
// most, these first and those of one number by id; 0 gives all.
func (s *Store) HopWeights(ctx context.Context, from Set, predicate ID, to quad.Direction, top int) ([]Weight, error) {
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: hop: %w", err)
	}
	defer done()
	found := make([]map[uint64]int, spreadParts(len(from), nearPart))
	err = v.spread(ctx, len(from), len(found), func(ctx context.Context, part, lo, hi int) error {
		n := map[uint64]int{}
		found[part] = n
		return v.hop(ctx, from[lo:hi], predicate, to, func(_ int, id uint64) error { n[id]++; return nil })
	})
	if err != nil {
		return nil, fmt.Errorf("quadstore: hop: %w", err)
	}
	sum := found[0]
	for _, n := range found[1:] {
		for id, k := range n {
			sum[id] += k
		}
	}
	out := make([]Weight, 0, len(sum))
	for id, k := range sum {
		out = append(out, Weight{ID(id), k})
	}
	slices.SortFunc(out, func(a, b Weight) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.ID, b.ID)) })
	if top > 0 && top < len(out) {
		out = slices.Clip(out[:top])
	}
	return out, nil
}

// eachRound is how many subjects are read before what they lead to is given.
const eachRound = 8192

// EachObject gives each object that a subject of a list has by a predicate: at is
// the position of the subject, and those of one subject ascend. An error of each
// ends it. Many subjects are read on all processors; each is called on this one. It sees
// one moment.
func (s *Store) EachObject(ctx context.Context, subjects []ID, predicate ID, each func(at int, object ID) error) error {
	v, done, err := s.moment()
	if err != nil {
		return fmt.Errorf("quadstore: objects: %w", err)
	}
	defer done()
	for from := 0; from < len(subjects); from += eachRound {
		round := subjects[from:min(from+eachRound, len(subjects))]
		if err := v.eachObject(ctx, round, predicate, func(at int, object ID) error { return each(from+at, object) }); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// eachObject is EachObject of one round.
func (s *Store) eachObject(ctx context.Context, round []ID, predicate ID, each func(at int, object ID) error) error {
	parts := spreadParts(len(round), farPart)
	if parts == 1 {
		return s.hop(ctx, round, predicate, quad.Object, func(at int, id uint64) error { return each(at, ID(id)) })
	}
	type object struct {
		at int
		id ID
	}
	found := make([][]object, parts)
	err := s.spread(ctx, len(round), parts, func(ctx context.Context, part, lo, hi int) error {
		return s.hop(ctx, round[lo:hi], predicate, quad.Object, func(at int, id uint64) error {
			found[part] = append(found[part], object{lo + at, ID(id)})
			return nil
		})
	})
	if err != nil {
		return err
	}
	for _, list := range found {
		for _, o := range list {
			if err := each(o.at, o.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// hop gives each node that a node of the list leads to, once for each of these.
func (s *Store) hop(ctx context.Context, from []ID, predicate ID, to quad.Direction, each func(at int, id uint64) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ix := bySubject
	switch to {
	case quad.Object:
	case quad.Subject:
		ix = byPredicate
	default:
		return fmt.Errorf("%w: to %v", quad.ErrInvalid, to)
	}
	g, err := s.groups(ix)
	if err != nil {
		return err
	}
	defer g.close()
	for at, id := range from {
		if to == quad.Object {
			g.prefix = objectsPrefix(g.prefix[:0], id, predicate)
		} else {
			g.prefix = linkPrefix(g.prefix[:0], Link{predicate, id})
		}
		for g.open(); g.next(ctx); {
			if err := each(at, g.cur); err != nil {
				return err
			}
		}
		if g.err != nil {
			return g.err
		}
	}
	return nil
}

// Degree gives the number of quads with a link, in whichever named graph: one read
// if its predicate is counted (Options.Counted), else one for each quad.
func (s *Store) Degree(ctx context.Context, l Link) (int64, error) {
	n, err := s.tally(ctx, l.pattern())
	if err != nil {
		return 0, fmt.Errorf("quadstore: degree: %w", err)
	}
	return n, nil
}

// Degrees is Degree of each of some objects, by their positions. Many are read on all
// processors. It sees one moment.
func (s *Store) Degrees(ctx context.Context, predicate ID, objects []ID) ([]int, error) {
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: degrees: %w", err)
	}
	defer done()
	out := make([]int, len(objects))
	err = v.spread(ctx, len(objects), spreadParts(len(objects), farPart), func(ctx context.Context, _, from, to int) error {
		for i := from; i < to; i++ {
			n, err := v.Degree(ctx, Link{predicate, objects[i]})
			if err != nil {
				return err
			}
			out[i] = int(n)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("quadstore: degrees: %w", err)
	}
	return out, nil
}
