package quadstore

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// Labels gives the named graphs that state a triple. It reads a row for each, and no name.
// It sees one moment.
func (s *Store) Labels(ctx context.Context, subject, predicate, object ID) (Set, error) {
	v, done, err := s.moment()
	if err != nil {
		return nil, fmt.Errorf("quadstore: labels: %w", err)
	}
	defer done()
	c := cursor{s: v}
	defer c.close()
	var out Set
	p := pattern{}.with(quad.Subject, uint64(subject)).with(quad.Predicate, uint64(predicate)).with(quad.Object, uint64(object))
	for c.open(p); c.next(ctx); {
		out = append(out, ID(c.cur[quad.Label]))
	}
	if c.err != nil {
		return nil, fmt.Errorf("quadstore: labels: %w", c.err)
	}
	slices.Sort(out)
	return out, nil
}
