package graph

import (
	"context"
	"fmt"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/ordered"
	"github.com/cockroachdb/pebble/v2"
)

// RecordsRequest says which records are read, and what of them. The zero value is every
// decision.
type RecordsRequest struct {
	// Nodes are the decisions, in the order in which they are to come; nil means every
	// decision, by node. One that is not held ends the reading with ErrNotFound.
	Nodes []corpus.Node
	// Parts are what the caller looks at, beside names, metadata and sources, which are
	// always there; what is not among them may be left out. The zero value is all.
	Parts Parts
}

// Records implements Store. Reading is one goroutine, decoding, which costs most, as
// many as there are processors; what comes out is in the order of the nodes all the same.
func (s *pebbleStore) Records(ctx context.Context, req RecordsRequest) iter.Seq2[*corpus.Decision, error] {
	return func(yield func(*corpus.Decision, error) bool) {
		type decoded struct {
			decisions []*corpus.Decision
			err       error // of the record after the decisions
		}
		decode := func(_ context.Context, b RecordBatch) (d decoded, _ error) {
			d.decisions, d.err = b.Decisions()
			return d, nil
		}
		for d, err := range ordered.Map(ctx, s.RecordBatches(ctx, req), decode) {
			if err == nil && ctx.Err() != nil {
				err = fmt.Errorf("graph: records: %w", ctx.Err())
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, d := range d.decisions {
				if !yield(d, nil) {
					return
				}
			}
			if d.err != nil {
				yield(nil, d.err)
				return
			}
		}
	}
}

// RecordBatches implements Store.
func (s *pebbleStore) RecordBatches(ctx context.Context, req RecordsRequest) iter.Seq2[RecordBatch, error] {
	return during(&s.life, func(yield func(RecordBatch, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		stored := everyRecord(snap)
		if req.Nodes != nil {
			stored = recordsOf(snap, req.Nodes)
		}
		decode := req.Parts.decoder()
		b := newRecordBatch(decode)
		for v, err := range stored {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				if b.n() == 0 || yield(b, nil) {
					yield(RecordBatch{}, fmt.Errorf("graph: records: %w", err))
				}
				return
			}
			if b.add(v); b.n() == recordsAtOnce {
				if !yield(b, nil) {
					return
				}
				b = newRecordBatch(decode)
			}
		}
		if b.n() > 0 {
			yield(b, nil)
		}
	})
}

// everyRecord yields the records as they are stored, by node. What it yields is valid
// until the next is asked for.
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
			if !yield(v, err) || err != nil {
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
