package graph

import (
	"context"
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// headingRecord is a record of which only what Heading gives is read.
type headingRecord struct {
	Decision headingDecision `json:"decision"`
}

// headingDecision reads a decision; the fields that stand here hide those of the decision.
type headingDecision struct {
	corpus.Decision
	Sources    []briefSource `json:"sources"`
	Zones      skipped       `json:"zones"`
	Citations  skipped       `json:"citations"`
	Principles skipped       `json:"principles"`
	Official   skipped       `json:"official"`
	Read       skipped       `json:"read"`
}

// Heading implements Store.
func (s *pebbleStore) Heading(ctx context.Context, node corpus.Node) (*corpus.Decision, error) {
	if err := s.life.begin(ctx); err != nil {
		return nil, fmt.Errorf("graph: heading of %s: %w", node, err)
	}
	defer s.life.leave()
	b, err := s.value(spaced(spaceRecord, string(node)))
	var r headingRecord
	if err == nil {
		err = decodePart(b, &r)
	}
	if err != nil {
		return nil, fmt.Errorf("graph: heading of %s: %w", node, err)
	}
	return joined(&r.Decision.Decision, r.Decision.Sources), nil
}
