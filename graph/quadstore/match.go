package quadstore

import (
	"context"
	"iter"

	"github.com/cayleygraph/quad"
)

// Match gives the quads that have all the values of q; a nil component stands
// for anything (so unlabelled quads cannot be asked for alone). Each quad comes
// once, in no promised order. The sequence is of one moment, ends at the first
// error, and ends with ctx.Err() when ctx is cancelled.
func (s *Store) Match(ctx context.Context, q quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		err := s.scan(ctx, q, func(v *Store, c *cursor) error {
			n := quadNamer{nodes: namer{s: v}}
			defer n.nodes.close()
			for c.next(ctx) {
				q, err := n.quad(&c.cur)
				if err != nil {
					return err
				}
				if !yield(q, nil) {
					return errStop
				}
			}
			return c.err
		})
		if err != nil && err != errStop {
			yield(quad.Quad{}, err)
		}
	}
}

// CountQuads gives the number of quads that Match would give. It reads one
// counter for nothing, a predicate or a label alone, and one key per quad else.
func (s *Store) CountQuads(ctx context.Context, q quad.Quad) (int64, error) {
	v, err := s.View()
	if err != nil {
		return 0, err
	}
	defer v.Close()
	p, ok, err := v.patternOf(q)
	if err != nil || !ok {
		return 0, err
	}
	return v.tally(ctx, p)
}

// Subjects gives the distinct subjects that have an object under a predicate, in
// whichever named graph. Ends like Match.
func (s *Store) Subjects(ctx context.Context, predicate, object quad.Value) iter.Seq2[quad.Value, error] {
	return s.distinct(ctx, quad.Quad{Predicate: predicate, Object: object}, byPredicate, quad.Subject)
}

// Objects gives the distinct objects of a subject under a predicate, in
// whichever named graph. Ends like Match.
func (s *Store) Objects(ctx context.Context, subject, predicate quad.Value) iter.Seq2[quad.Value, error] {
	return s.distinct(ctx, quad.Quad{Subject: subject, Predicate: predicate}, bySubject, quad.Object)
}

// DistinctObjects gives the distinct objects of a predicate: whole numbers and
// dates in their order, other values before them in no promised order. It seeks
// past the quads of each object. Ends like Match.
func (s *Store) DistinctObjects(ctx context.Context, predicate quad.Value) iter.Seq2[quad.Value, error] {
	return s.distinct(ctx, quad.Quad{Predicate: predicate}, byPredicate, quad.Object)
}

// nearby is how many rows are walked before a seek pays.
const nearby = 8

// distinct gives the values of direction d, which comes next in ix after the
// bound directions of q: equal ones stand together.
func (s *Store) distinct(ctx context.Context, q quad.Quad, ix *index, d quad.Direction) iter.Seq2[quad.Value, error] {
	return func(yield func(quad.Value, error) bool) {
		err := s.scan(ctx, q, func(v *Store, c *cursor) error {
			n := namer{s: v}
			defer n.close()
			for ok := c.next(ctx); ok; {
				last := c.cur[d]
				val, err := n.known(last)
				if err != nil {
					return err
				}
				if !yield(val, nil) {
					return errStop
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				for k := 0; ok && c.cur[d] == last; k++ {
					if k < nearby {
						ok = c.next(ctx)
					} else {
						ok = c.seek(last + 1)
					}
				}
			}
			return c.err
		}, ix)
		if err != nil && err != errStop {
			yield(nil, err)
		}
	}
}

// scan opens a cursor on the quads of q in a view of its own. via, if given, is
// the index to use.
func (s *Store) scan(ctx context.Context, q quad.Quad, do func(*Store, *cursor) error, via ...*index) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v, err := s.View()
	if err != nil {
		return err
	}
	defer v.Close()
	p, ok, err := v.patternOf(q)
	if err != nil || !ok {
		return err
	}
	if len(via) != 0 {
		p.via = via[0]
	} else if p, err = v.plan(p); err != nil {
		return err
	}
	c := &cursor{s: v}
	defer c.close()
	c.open(p)
	return do(v, c)
}

// patternOf resolves the values of q; ok is false if one of them is in no quad.
func (s *Store) patternOf(q quad.Quad) (p pattern, ok bool, err error) {
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			continue
		}
		id, ok, err := s.id(v)
		if err != nil || !ok {
			return p, false, err
		}
		p = p.with(d, id)
	}
	return p, true, nil
}
