package graph

import (
	"bytes"
	"context"
	"fmt"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/ordered"
	"github.com/cockroachdb/pebble/v2"
)

// RecordsRequest says which records are read. The zero value is every decision.
type RecordsRequest struct {
	// Nodes are the decisions, in the order in which they are to come; nil means every
	// decision, by node. One that is not held ends the reading with ErrNotFound.
	Nodes []corpus.Node
}

// Records implements Store. Reading is one goroutine, decoding, which costs most, as
// many as there are processors; what comes out is in the order of the nodes all the same.
func (s *pebbleStore) Records(ctx context.Context, req RecordsRequest) iter.Seq2[*corpus.Decision, error] {
	return during(&s.life, func(yield func(*corpus.Decision, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		raw := everyRecord(snap)
		if req.Nodes != nil {
			raw = recordsOf(snap, req.Nodes)
		}
		decode := func(_ context.Context, raw [][]byte) (*recordBatch, error) { return decodeBatch(raw), nil }
		for b, err := range ordered.Map(ctx, ordered.Batches(raw, recordsAtOnce), decode) {
			if err != nil {
				yield(nil, fmt.Errorf("graph: records: %w", err))
				return
			}
			for _, d := range b.decisions {
				if !yield(d, nil) {
					return
				}
			}
			if b.err != nil {
				yield(nil, fmt.Errorf("graph: records: %w", b.err))
				return
			}
		}
	})
}

// recordsAtOnce is how many records go from one goroutine to another together.
const recordsAtOnce = 16

// recordBatch are some records that follow each other.
type recordBatch struct {
	decisions []*corpus.Decision
	err       error // of the record after the decisions
}

func decodeBatch(raw [][]byte) *recordBatch {
	b := &recordBatch{decisions: make([]*corpus.Decision, 0, len(raw))}
	for _, r := range raw {
		var d *corpus.Decision
		if d, b.err = decodeBrief(r); b.err != nil {
			break
		}
		b.decisions = append(b.decisions, d)
	}
	return b
}

// everyRecord yields the records as they are stored, by node.
func everyRecord(r pebble.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		it, err := r.NewIter(&pebble.IterOptions{LowerBound: []byte{spaceRecord}, UpperBound: []byte{spaceRecord + 1}})
		if err != nil {
			yield(nil, err)
			return
		}
		defer it.Close()
		for ok := it.First(); ok; ok = it.Next() {
			v, err := it.ValueAndErr()
			if !yield(bytes.Clone(v), err) || err != nil {
				return
			}
		}
		if err := it.Error(); err != nil {
			yield(nil, err)
		}
	}
}

// recordsOf yields the records of some decisions as they are stored.
func recordsOf(r pebble.Reader, nodes []corpus.Node) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, n := range nodes {
			v, err := read(r, spaced(spaceRecord, string(n)))
			if err != nil {
				err = fmt.Errorf("%s: %w", n, err)
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}
