package graph

import (
	"context"
	"fmt"
)

// Stats implements Store. What records add up to is kept at each write; the
// distinct provisions and the pending decisions are counted now, in a few passes over
// what is cited and no record.
func (s *pebbleStore) Stats(ctx context.Context) (Stats, error) {
	if err := s.life.enter(); err != nil {
		return Stats{}, err
	}
	defer s.life.leave()
	st := s.head.Load().Stats
	provisions, pending, err := s.countCited(ctx)
	if err != nil {
		return Stats{}, fmt.Errorf("graph: stats: %w", err)
	}
	qs, err := s.quads.Stats(ctx, true)
	if err != nil {
		return Stats{}, fmt.Errorf("graph: stats: %w", err)
	}
	st.Provisions, st.PendingDecisions = int64(provisions), int64(pending)
	st.Quads = qs.Quads.Size
	if st.Codes, err = s.codes(ctx); err != nil {
		return Stats{}, fmt.Errorf("graph: stats: %w", err)
	}
	return st, nil
}
