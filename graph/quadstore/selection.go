package quadstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// Selection says which subjects are wanted: those that pass all that is given.
type Selection struct {
	// Has are lists of links; of each list a subject must have one. A list without
	// links passes nobody.
	Has [][]Link
	// Within are ranges; of each a subject must have a value.
	Within []Range
	// Among are the subjects to choose from; nil: all.
	Among Set
	// After leaves out the subjects up to this one. With Limit it gives a page, at
	// any depth for the same price: the next is that after the last of this.
	After ID
	// Limit is how many subjects are given at most; 0: all.
	Limit int
}

// Range are the objects of a predicate from From on and before To, which are of one
// type: numbers, dates, strings, IRIs. Nil is no bound; one must be given.
type Range struct {
	Predicate ID
	From, To  quad.Value
}

// Select gives the subjects of a selection. It asks for nothing but ids, and reads
// the smallest of the parts, and of the others what stands near to it, or what its
// subjects have, whichever is less. It sees one moment.
func (s *Store) Select(ctx context.Context, sel Selection) (Set, error) {
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: select: %w", err)
	}
	defer done()
	out, err := v.selected(ctx, &sel)
	if err != nil {
		return nil, fmt.Errorf("quadstore: select: %w", err)
	}
	return out, nil
}

// moment gives a view of the present state, and ends it. A view is its own.
func (s *Store) moment() (v *Store, done func(), err error) {
	if s.snap != nil {
		if s.closed.Load() {
			return nil, nil, ErrClosed
		}
		return s, func() {}, nil
	}
	if v, err = s.View(); err != nil {
		return nil, nil, err
	}
	return v, func() { s.note(v.Close()) }, nil
}

func (s *Store) selected(ctx context.Context, sel *Selection) (Set, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var parts []*part
	for _, links := range sel.Has {
		if len(links) == 0 {
			return Set{}, nil
		}
		parts = append(parts, &part{links: links})
	}
	for _, r := range sel.Within {
		p, err := s.rangePart(ctx, r)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	for _, p := range parts {
		if err := p.measure(s); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(a.size, b.size) })
	j := join{limit: sel.Limit, after: uint64(sel.After)}
	defer j.close()
	if err := j.plan(ctx, s, parts, sel.Among); err != nil {
		return nil, err
	}
	return j.run(ctx)
}

// rangePart finds the objects of a range: ids that are values themselves, and, of
// the dictionary, those that lie in it.
func (s *Store) rangePart(ctx context.Context, r Range) (*part, error) {
	all, err := s.bounds(r.From, r.To)
	if err != nil {
		return nil, err
	}
	p := &part{ranged: true, predicate: r.Predicate, lo: all.inLo, hi: all.inHi}
	n := rangeScan{r: all}
	defer n.Close()
	for n.Next(ctx) {
		p.links = append(p.links, Link{r.Predicate, ID(n.res.(nodeRef))})
	}
	return p, n.Err()
}

// bounds gives the range of the values from one on and before another.
func (s *Store) bounds(from, to quad.Value) (all valueRange, err error) {
	some := false
	for _, c := range []shape.Comparison{{Op: iterator.CompareGTE, Val: from}, {Op: iterator.CompareLT, Val: to}} {
		if c.Val == nil {
			continue
		}
		one, ok := s.newRange(c)
		if ok && some {
			all, ok = all.narrow(one)
		} else {
			all = one
		}
		if !ok {
			return all, fmt.Errorf("%w: no range from %v to %v", quad.ErrInvalid, from, to)
		}
		some = true
	}
	if !some {
		return all, fmt.Errorf("%w: a range without bounds", quad.ErrInvalid)
	}
	return all, nil
}

// part is one condition: a subject must have one of the links, or, if it is ranged,
// an object of the predicate whose id is in [lo, hi).
type part struct {
	links     []Link
	ranged    bool
	predicate ID
	lo, hi    uint64
	size      int64 // about how many quads; exact where it is counted
}

func (p *part) measure(s *Store) error {
	for _, l := range p.links {
		n, err := s.size(l.pattern())
		if err != nil {
			return err
		}
		p.size += n.Size
	}
	if p.ranged {
		n, err := s.size(p.pattern())
		if err != nil {
			return err
		}
		p.size += n.Size
	}
	return nil
}

// pattern is that of a range.
func (p *part) pattern() pattern {
	pt := pattern{ranged: true, lo: p.lo, hi: p.hi}
	return pt.with(quad.Predicate, uint64(p.predicate))
}

// single tells whether the part is one link, whose subjects stand sorted.
func (p *part) single() bool { return len(p.links) == 1 && !p.ranged }

// stream gives the subjects of the part: as they stand, or collected.
func (p *part) stream(ctx context.Context, s *Store) (stream, error) {
	if p.single() {
		return s.subjects(p.links[0])
	}
	m := newMarks(s.counters().next)
	for _, l := range p.links {
		if err := mark(ctx, m, l, s); err != nil {
			return nil, err
		}
	}
	if p.ranged {
		c := cursor{s: s}
		defer c.close()
		for c.open(p.pattern()); c.next(ctx); {
			m.add(c.cur[quad.Subject])
		}
		if c.err != nil {
			return nil, c.err
		}
	}
	return newSetStream(m.set()), nil
}

func mark(ctx context.Context, m *marks, l Link, s *Store) error {
	g, err := s.subjects(l)
	if err != nil {
		return err
	}
	defer g.close()
	for g.next(ctx) {
		m.add(g.at())
	}
	return g.failed()
}
