package graph

import (
	"context"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/pack"
	"github.com/cockroachdb/pebble/v2"
)

// Heading implements Store.
func (s *pebbleStore) Heading(ctx context.Context, node corpus.Node) (*corpus.Decision, error) {
	if err := s.life.begin(ctx); err != nil {
		return nil, fmt.Errorf("graph: heading of %s: %w", node, err)
	}
	defer s.life.leave()
	d, err := heading(s.db, node)
	if err != nil {
		return nil, fmt.Errorf("graph: heading of %s: %w", node, err)
	}
	return d, nil
}

// Reading implements Store.
func (s *pebbleStore) Reading(ctx context.Context, node corpus.Node) (*corpus.Decision, error) {
	if err := s.life.begin(ctx); err != nil {
		return nil, fmt.Errorf("graph: reading of %s: %w", node, err)
	}
	defer s.life.leave()
	snap := s.db.NewSnapshot()
	defer snap.Close()
	d, err := heading(snap, node)
	var b []byte
	if err == nil {
		b, err = read(snap, spaced(spaceText, string(node)))
	}
	if err == nil {
		d.Text, err = decodeText(b)
	}
	if err != nil {
		return nil, fmt.Errorf("graph: reading of %s: %w", node, err)
	}
	return d, nil
}

func heading(r pebble.Reader, node corpus.Node) (*corpus.Decision, error) {
	b, err := read(r, spaced(spaceRecord, string(node)))
	if err != nil {
		return nil, err
	}
	rec, err := decodeRecord(b, pack.Zones|pack.Parties|pack.Holdings)
	if err != nil {
		return nil, err
	}
	return rec.Decision, nil
}
