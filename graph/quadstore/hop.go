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
	found := make([]*marks, spreadParts(len(from)))
	err = v.spread(ctx, len(from), func(ctx context.Context, part, lo, hi int) error {
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
	found := make([]map[uint64]int, spreadParts(len(from)))
	err = v.spread(ctx, len(from), func(ctx context.Context, part, lo, hi int) error {
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

// EachObject gives each object that a subject of a list has by a predicate: at is
// the position of the subject, and those of one subject ascend. An error of each
// ends it.
func (s *Store) EachObject(ctx context.Context, subjects []ID, predicate ID, each func(at int, object ID) error) error {
	return s.hop(ctx, subjects, predicate, quad.Object, func(at int, id uint64) error { return each(at, ID(id)) })
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
