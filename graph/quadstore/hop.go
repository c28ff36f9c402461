package quadstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// Hop gives what the nodes of a set lead to by a predicate: their objects, or, when
// to is quad.Subject, the subjects that have them as object. It sees one moment.
func (s *Store) Hop(ctx context.Context, from Set, predicate ID, to quad.Direction) (Set, error) {
	m := newMarks(s.counters().next)
	if err := s.hop(ctx, from, predicate, to, m.add); err != nil {
		return nil, fmt.Errorf("quadstore: hop: %w", err)
	}
	return m.set(), nil
}

// Weight is a node and how many nodes of a set lead to it.
type Weight struct {
	ID ID
	N  int
}

// HopWeights is Hop with the number of ways to each node: of the top that have the
// most, these first and those of one number by id; 0 gives all.
func (s *Store) HopWeights(ctx context.Context, from Set, predicate ID, to quad.Direction, top int) ([]Weight, error) {
	n := map[uint64]int{}
	if err := s.hop(ctx, from, predicate, to, func(id uint64) { n[id]++ }); err != nil {
		return nil, fmt.Errorf("quadstore: hop: %w", err)
	}
	out := make([]Weight, 0, len(n))
	for id, k := range n {
		out = append(out, Weight{ID(id), k})
	}
	slices.SortFunc(out, func(a, b Weight) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.ID, b.ID)) })
	if top > 0 && top < len(out) {
		out = slices.Clip(out[:top])
	}
	return out, nil
}

// hop gives each node that a node of the set leads to, once for each of these.
func (s *Store) hop(ctx context.Context, from Set, predicate ID, to quad.Direction, each func(id uint64)) error {
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
	for _, id := range from {
		if to == quad.Object {
			g.prefix = objectsPrefix(g.prefix[:0], id, predicate)
		} else {
			g.prefix = linkPrefix(g.prefix[:0], Link{predicate, id})
		}
		for g.open(); g.next(ctx); {
			each(g.cur)
		}
		if g.err != nil {
			return g.err
		}
	}
	return nil
}

// Objects of one subject are what Hop gives of it; Subjects of a link are the
// Selection that has it.

// Degree gives the number of quads with a link, in whichever named graph: one read
// if its predicate is counted (Options.Counted), else one for each quad.
func (s *Store) Degree(ctx context.Context, l Link) (int64, error) {
	n, err := s.tally(ctx, l.pattern())
	if err != nil {
		return 0, fmt.Errorf("quadstore: degree: %w", err)
	}
	return n, nil
}
