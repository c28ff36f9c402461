package quadstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Values gives the values of many nodes, in their order; nil for one that no quad
// uses any more. It is fastest for a Set, and reads a large one on all processors.
// It sees one moment.
func (s *Store) Values(ctx context.Context, ids []ID) ([]quad.Value, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: values: %w", err)
	}
	defer done()
	out := make([]quad.Value, len(ids))
	err = v.spread(ctx, len(ids), spreadParts(len(ids), farPart), func(ctx context.Context, _, from, to int) error {
		return v.values(ctx, ids[from:to], out[from:to])
	})
	if err != nil {
		return nil, fmt.Errorf("quadstore: values: %w", err)
	}
	return out, nil
}

func (s *Store) values(ctx context.Context, ids []ID, out []quad.Value) (err error) {
	n := namer{s: s}
	defer n.close()
	for i, id := range ids {
		if i%pollEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if out[i], err = n.name(uint64(id)); err != nil {
			return err
		}
	}
	return nil
}

// Value gives the value of one node; nil if no quad uses it any more.
func (s *Store) Value(id ID) (quad.Value, error) {
	v, err := s.value(uint64(id))
	if err != nil {
		return nil, fmt.Errorf("quadstore: value: %w", err)
	}
	return v, nil
}

// Between gives the nodes whose value is from one value on and before another of the
// same type; one of them may be nil, no bound.
func (s *Store) Between(ctx context.Context, from, to quad.Value) (Set, error) {
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: between: %w", err)
	}
	defer done()
	r, err := v.bounds(from, to)
	if err != nil {
		return nil, fmt.Errorf("quadstore: between: %w", err)
	}
	var out Set
	it := (&rangeIterator{r: r}).Iterate()
	for it.Next(ctx) {
		out = append(out, ID(it.Result().(nodeRef)))
	}
	if err := errors.Join(it.Err(), it.Close()); err != nil {
		return nil, fmt.Errorf("quadstore: between: %w", err)
	}
	return NewSet(out...), nil
}
