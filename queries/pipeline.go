package queries

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/graph"
	"golang.org/x/sync/semaphore"
)

// result is a record after extraction.
type result struct {
	source.Record
	d *corpus.Decision
	// known are the records of its file that need not be read again; the whole
	// file when it was passed over.
	known *graph.Intake
	// outcome and reason are what became of it; usual is that of Added.
	outcome, reason string
	usual           bool
}

// withdrawn is the source that a withdrawal names, the zero one of other records.
func (r *result) withdrawn() corpus.Source {
	var gone *source.Withdrawn
	if errors.As(r.Err, &gone) {
		return gone.Source
	}
	return corpus.Source{}
}

// ofArticle is the identifier of the version of an article that the record holds or
// withdraws; "" when it does neither.
func (r *result) ofArticle() string {
	if r.Article != nil {
		return r.Article.ID
	}
	if id := r.withdrawn().ID; isArticle(id) {
		return id
	}
	return ""
}

// How far reading and extraction may be ahead of the store: as far as a batch, so that
// they go on while the one before it is written. What is on the way stands in memory.
const (
	aheadRecords = maxBatch
	aheadText    = 8 << 20 // bytes of text
)

// coming is a record on the way.
type coming struct {
	done chan result
	text int64 // bytes
}

// read extracts records by several workers and yields them in their order. The
// number of records on the way is bounded, and the length of their texts.
func (l *Library) read(ctx context.Context, records iter.Seq[source.Record], opt AddOptions) iter.Seq[result] {
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan coming, aheadRecords)
		slots := make(chan struct{}, workers)
		room := semaphore.NewWeighted(aheadText)
		go func() {
			defer close(queue)
			from := resumption{l: l, ctx: ctx, off: opt.Again}
			for r := range records {
				next := coming{make(chan result, 1), textBytes(r)}
				if room.Acquire(ctx, next.text) != nil {
					return
				}
				select {
				case queue <- next:
				case <-ctx.Done():
					return
				}
				if res, known := from.pass(r); known {
					next.done <- res
					continue
				}
				if r.Doc == nil { // nothing to extract
					next.done <- result{Record: r}
					continue
				}
				slots <- struct{}{}
				go func() {
					defer func() { <-slots }()
					next.done <- l.extracted(r)
				}()
			}
		}()
		for next := range queue {
			res := <-next.done
			room.Release(next.text)
			if !yield(res) {
				stop()
				for range queue { // let the reader end before its files are closed
				}
				return
			}
		}
	}
}

// textBytes is the length of the text of a record, as far as it counts: one that is longer
// than all that may be on the way is on its way alone.
func textBytes(r source.Record) int64 {
	n := 0
	switch {
	case r.Doc != nil:
		n = len(r.Doc.Text)
	case r.Article != nil:
		n = len(r.Article.Text)
	}
	return int64(min(n, aheadText))
}

// extracted reads one document. A fault in a rule must not lose the rest of a
// feed: it becomes the reason why this record is skipped.
func (l *Library) extracted(r source.Record) (res result) {
	res.Record = r
	defer func() {
		if p := recover(); p != nil {
			r.Err = fmt.Errorf("fault while reading: %v", p)
			res = result{Record: r}
		}
	}()
	res.d, res.Err = read(l.extract, r.Doc)
	return res
}
