package queries

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/graph"
)

// AddOptions steer an Add. The zero value is usable.
type AddOptions struct {
	// Each is called for every record, in the order of the sources, from one
	// goroutine.
	Each func(Added)
	// Progress is called with the bytes of the sources read so far and in all,
	// -1 when that is not known, from another goroutine than Each.
	Progress func(read, total int64)
	// Workers is how many documents are read at the same time; 0 means one for
	// each processor.
	Workers int
	// MaxBytes is the limit for one text; 0 means 64 MiB.
	MaxBytes int64
	// DryRun says what would become of every record, and changes nothing. Each
	// batch is judged by the library as it is, not by the batches before it.
	DryRun bool
	// Stdin is what the path "-" reads; nil is os.Stdin.
	Stdin io.Reader
}

// Added says what became of one record of a source.
type Added struct {
	Path string     `json:"path"`
	Key  corpus.Key `json:"key"` // of the decision; null when there is none
	// Outcome is added, replaced, unchanged, attached, refused (it was
	// forgotten), set_aside (recognised, but no decision) or skipped (could not
	// be read).
	Outcome string `json:"outcome"`
	Reason  string `json:"reason,omitempty"` // for set_aside and skipped
}

// Summary counts the records of an Add by outcome.
type Summary struct {
	Added     int `json:"added"`
	Replaced  int `json:"replaced"`
	Unchanged int `json:"unchanged"`
	Attached  int `json:"attached"`
	Refused   int `json:"refused"`
	SetAside  int `json:"set_aside"`
	Skipped   int `json:"skipped"`
}

// addBatch is how many decisions are committed together.
const addBatch = 100

// Add reads files, folders or "-" for standard input, and takes every decision
// into the library. A record that cannot be read is reported through Each and
// counted, and the rest goes on; an error is returned only when the library
// cannot be written or ctx ends. What was committed until then stays.
func (l *Library) Add(ctx context.Context, paths []string, opt AddOptions) (Summary, error) {
	return l.AddRecords(ctx, source.Walk(ctx, paths, source.Options{
		MaxBytes: opt.MaxBytes, Stdin: opt.Stdin, Progress: opt.Progress}), opt)
}

// AddRecords is Add for records that a program makes itself.
func (l *Library) AddRecords(ctx context.Context, records iter.Seq[source.Record], opt AddOptions) (sum Summary, err error) {
	l.adding.Lock()
	defer l.adding.Unlock()
	a := adder{l: l, opt: opt}
	for r := range l.read(ctx, records, opt.Workers) {
		if err = a.take(ctx, r); err != nil {
			break
		}
	}
	if err == nil {
		err = a.flush(ctx)
	}
	if err == nil {
		err = ctx.Err()
	}
	return a.sum, coded(err)
}

// result is a record after extraction.
type result struct {
	source.Record
	d *corpus.Decision
}

// read extracts records by several workers and yields them in their order. The
// number of records on the way is bounded.
func (l *Library) read(ctx context.Context, records iter.Seq[source.Record], workers int) iter.Seq[result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan chan result, 2*workers)
		slots := make(chan struct{}, workers)
		go func() {
			defer close(queue)
			for r := range records {
				done := make(chan result, 1)
				select {
				case queue <- done:
				case <-ctx.Done():
					return
				}
				slots <- struct{}{}
				go func() {
					defer func() { <-slots }()
					done <- l.extracted(r)
				}()
			}
		}()
		for done := range queue {
			if !yield(<-done) {
				stop()
				for range queue { // let the reader end before its files are closed
				}
				return
			}
		}
	}
}

// extracted reads one document. A fault in a rule must not lose the rest of a
// feed: it becomes the reason why this record is skipped.
func (l *Library) extracted(r source.Record) (res result) {
	res.Record = r
	if r.Doc == nil {
		return res
	}
	defer func() {
		if p := recover(); p != nil {
			res = result{Record: source.Record{Path: r.Path, Err: fmt.Errorf("fault while reading: %v", p)}}
		}
	}()
	res.d, res.Err = read(l.extract, r.Doc)
	return res
}

// adder gathers decisions into batches.
type adder struct {
	l     *Library
	opt   AddOptions
	sum   Summary
	batch []result
}

func (a *adder) take(ctx context.Context, r result) error {
	if r.d == nil && errors.Is(r.Err, ctx.Err()) && ctx.Err() != nil {
		return ctx.Err()
	}
	a.batch = append(a.batch, r)
	if len(a.batch) < addBatch {
		return nil
	}
	return a.flush(ctx)
}

// flush commits the batch, lets the index follow, and reports each record in
// order.
func (a *adder) flush(ctx context.Context) error {
	var put []*corpus.Decision
	for _, r := range a.batch {
		if r.d != nil {
			put = append(put, r.d)
		}
	}
	write := a.l.store.Put
	if a.opt.DryRun {
		write = a.l.store.Try
	}
	outcomes, err := write(ctx, put)
	if err != nil {
		return err
	}
	if err := a.l.follow(ctx); err != nil {
		return err
	}
	for _, r := range a.batch {
		done := Added{Path: r.Path}
		if r.d != nil {
			if done.Key, done.Outcome = r.d.Key, outcomes[0].String(); outcomes[0] == graph.Refused {
				done.Reason = "it was forgotten (forget --undo lets it come back)"
			}
			outcomes = outcomes[1:]
		} else {
			done.Outcome, done.Reason = "skipped", reason(r.Path, r.Err)
			if isSetAside(r.Err) {
				done.Outcome = "set_aside"
			}
		}
		a.sum.count(done.Outcome)
		if a.opt.Each != nil {
			a.opt.Each(done)
		}
	}
	a.batch = a.batch[:0]
	return nil
}

func (s *Summary) count(outcome string) {
	switch outcome {
	case graph.Added.String():
		s.Added++
	case graph.Replaced.String():
		s.Replaced++
	case graph.Unchanged.String():
		s.Unchanged++
	case graph.Attached.String():
		s.Attached++
	case graph.Refused.String():
		s.Refused++
	case "set_aside":
		s.SetAside++
	default:
		s.Skipped++
	}
}

// reason is an error of a record without the path, which is told beside it.
func reason(path string, err error) string {
	return strings.TrimPrefix(err.Error(), "source: "+path+": ")
}

// isSetAside tells what is recognised and no decision from what cannot be read.
func isSetAside(err error) bool { return errors.Is(err, source.ErrNotDecision) }
