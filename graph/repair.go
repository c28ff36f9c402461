package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// repairBatch is how many decisions are repaired in one transaction.
const repairBatch = 500

// Repair implements Store.
func (s *pebbleStore) Repair(ctx context.Context) (wrong int, err error) {
	if err := s.life.enter(); err != nil {
		return 0, err
	}
	defer s.life.leave()
	var nodes []corpus.Node
	for key, err := range keysAfter(ctx, s.db, []byte{spaceRecord}) {
		if err != nil {
			return 0, fmt.Errorf("graph: repair: %w", err)
		}
		nodes = append(nodes, corpus.Node(key[1:]))
	}
	var sum Stats
	for from := 0; from < len(nodes); from += repairBatch {
		n, err := s.repairNodes(ctx, nodes[from:min(from+repairBatch, len(nodes))], &sum)
		wrong += n
		if err != nil {
			return wrong, fmt.Errorf("graph: repair: %w", err)
		}
	}
	n, err := s.repairArticles(ctx, &sum)
	wrong += n
	if err != nil {
		return wrong, fmt.Errorf("graph: repair: %w", err)
	}
	orphans, err := s.orphans(ctx)
	if err != nil {
		return wrong, fmt.Errorf("graph: repair: %w", err)
	}
	err = s.update(ctx, func(w *write) error {
		for _, label := range orphans {
			if _, _, err := w.tx.ReplaceLabel(quad.IRI(label), nil); err != nil {
				return err
			}
		}
		w.head.Stats = sum
		return nil
	})
	if err != nil {
		return wrong, fmt.Errorf("graph: repair: %w", err)
	}
	return wrong + len(orphans), nil
}

// repairNodes makes the quads, identities and journal entries of some records
// anew, and counts the records into sum.
func (s *pebbleStore) repairNodes(ctx context.Context, nodes []corpus.Node, sum *Stats) (wrong int, err error) {
	err = s.update(ctx, func(w *write) error {
		wrong = 0
		for _, node := range nodes {
			r, err := w.record(node)
			if err != nil {
				return fmt.Errorf("%s: %w", node, err)
			}
			added, removed, err := w.tx.ReplaceLabel(quad.IRI(node), Quads(r.Decision))
			if err != nil {
				return fmt.Errorf("%s: %w", node, err)
			}
			if err := errors.Join(w.journal(node, true), w.identify(node, nil, r)); err != nil {
				return fmt.Errorf("%s: %w", node, err)
			}
			w.records[node] = r
			r.tally(1, sum)
			if added+removed > 0 {
				wrong++
			}
		}
		return nil
	})
	return wrong, err
}

// holdsLabel reports whether what a label names is held: a version of an article, or
// a decision.
func (s *pebbleStore) holdsLabel(label string) (bool, error) {
	if id, ok := strings.CutPrefix(label, string(ArticleNode(""))); ok {
		n, err := s.articleNote(s.db, id)
		return n.held(), err
	}
	return s.holds(corpus.Node(label))
}

// orphans are the labels of which no record is held.
func (s *pebbleStore) orphans(ctx context.Context) (labels []string, err error) {
	seen := map[string]bool{}
	for q, err := range s.quads.Match(ctx, quad.Quad{}) {
		if err != nil {
			return nil, err
		}
		label := iri(q.Label)
		if seen[label] {
			continue
		}
		seen[label] = true
		held, err := s.holdsLabel(label)
		if err != nil {
			return nil, err
		}
		if !held {
			labels = append(labels, label)
		}
	}
	return labels, nil
}
