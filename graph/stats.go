package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// Stats implements Store. What records add up to is kept at each write; the
// distinct provisions and the pending decisions are counted now, by one seek
// for each distinct key that is cited.
func (s *pebbleStore) Stats(ctx context.Context) (Stats, error) {
	if err := s.life.enter(); err != nil {
		return Stats{}, err
	}
	defer s.life.leave()
	s.mu.RLock()
	st := s.head.Stats
	s.mu.RUnlock()
	provisions, pending := map[corpus.Node]bool{}, map[corpus.Node]bool{}
	for v, err := range s.quads.DistinctObjects(ctx, Cites) {
		if err != nil {
			return Stats{}, fmt.Errorf("graph: stats: %w", err)
		}
		key := corpus.Key(iri(v))
		if strings.Contains(iri(v), ">") { // a part of a text that is counted
			continue
		}
		if t, ok := corpus.ParseText(iri(v)); ok {
			key = t.Key
		}
		nodes, err := s.Resolve(ctx, key)
		if err != nil {
			return Stats{}, err
		}
		for _, node := range nodes {
			if key.IsProvision() {
				provisions[node] = true
			} else if held, err := s.holds(node); err != nil {
				return Stats{}, err
			} else if !held {
				pending[node] = true
			}
		}
	}
	qs, err := s.quads.Stats(ctx, true)
	if err != nil {
		return Stats{}, fmt.Errorf("graph: stats: %w", err)
	}
	st.Provisions, st.PendingDecisions = int64(len(provisions)), int64(len(pending))
	st.Quads = qs.Quads.Size
	if st.Codes, err = s.codes(ctx); err != nil {
		return Stats{}, fmt.Errorf("graph: stats: %w", err)
	}
	return st, nil
}
