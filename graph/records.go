package graph

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/cockroachdb/pebble/v2"
)

// Records implements Store. Reading is one goroutine, decoding, which costs most, as
// many as there are processors; what comes out is in the order of the nodes all the same.
func (s *pebbleStore) Records(ctx context.Context) iter.Seq2[*corpus.Decision, error] {
	return during(&s.life, func(yield func(*corpus.Decision, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		ctx, stop := context.WithCancel(ctx)
		var all sync.WaitGroup
		defer all.Wait()
		defer stop()
		workers := runtime.GOMAXPROCS(0)
		work, inOrder := make(chan *recordBatch), make(chan *recordBatch, 2*workers)
		for range workers {
			all.Go(func() {
				for b := range work {
					b.decode()
				}
			})
		}
		var lost error
		all.Go(func() {
			defer close(inOrder)
			defer close(work)
			lost = readRecords(ctx, snap, work, inOrder)
		})
		for b := range inOrder {
			<-b.done
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
		if lost != nil { // inOrder is closed after it was set
			yield(nil, fmt.Errorf("graph: records: %w", lost))
		}
	})
}

// recordsAtOnce is how many records go from one goroutine to another together.
const recordsAtOnce = 16

// recordBatch are some records that follow each other.
type recordBatch struct {
	raw       [][]byte
	decisions []*corpus.Decision
	err       error // of the record after the decisions
	done      chan struct{}
}

func (b *recordBatch) decode() {
	defer close(b.done)
	for _, raw := range b.raw {
		d, err := decodeBrief(raw)
		if err != nil {
			b.err = err
			return
		}
		b.decisions = append(b.decisions, d)
	}
	b.raw = nil
}

// readRecords hands the records of a snapshot out to be decoded, and the same batches
// to the one who wants them in order.
func readRecords(ctx context.Context, r pebble.Reader, work, inOrder chan<- *recordBatch) error {
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: []byte{spaceRecord}, UpperBound: []byte{spaceRecord + 1}})
	if err != nil {
		return err
	}
	defer it.Close()
	for ok := it.First(); ok; {
		b := &recordBatch{done: make(chan struct{})}
		for ; ok && len(b.raw) < recordsAtOnce; ok = it.Next() {
			v, err := it.ValueAndErr()
			if err != nil {
				return err
			}
			b.raw = append(b.raw, bytes.Clone(v))
		}
		for _, to := range []chan<- *recordBatch{work, inOrder} { // decoded for certain once it is in order
			select {
			case to <- b:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	if err := it.Error(); err != nil {
		return err
	}
	return ctx.Err()
}
