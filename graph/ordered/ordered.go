package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// Map calls do with what in yields, on as many goroutines as there are processors, and
// yields what do returns in the order of in. In is read on a goroutine of its own. The
// first error, of in or of do, ends it, after everything before it; it ends with ctx.Err()
// when ctx is cancelled. What do is given is cancelled when nobody listens any more.
//
// At most three pieces for each processor, and one, are read and not yet yielded.
func Map[In, Out any](ctx context.Context, in iter.Seq2[In, error], do func(context.Context, In) (Out, error)) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		var all sync.WaitGroup
		defer all.Wait()
		defer stop()
		workers := runtime.GOMAXPROCS(0)
		work, order := make(chan *piece[In, Out]), make(chan *piece[In, Out], 2*workers)
		for range workers {
			all.Go(func() {
				for p := range work {
					p.out, p.err = do(ctx, p.in)
					close(p.done)
				}
			})
		}
		var lost error
		all.Go(func() {
			defer close(order)
			defer close(work)
			lost = handOut(ctx, in, work, order)
		})
		for p := range order {
			<-p.done
			if !yield(p.out, p.err) || p.err != nil {
				return
			}
		}
		if lost != nil { // order is closed after it was set
			var none Out
			yield(none, lost)
		}
	}
}

// piece is one piece of work.
type piece[In, Out any] struct {
	in   In
	out  Out
	err  error
	done chan struct{}
}

// handOut hands the pieces to the workers, and to the one who wants them in order.
func handOut[In, Out any](ctx context.Context, in iter.Seq2[In, error], work, order chan<- *piece[In, Out]) error {
	for v, err := range in {
		if err != nil {
			return err
		}
		p := &piece[In, Out]{in: v, done: make(chan struct{})}
		for _, to := range [...]chan<- *piece[In, Out]{work, order} { // done for certain once it is in order
			select {
			case to <- p:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return ctx.Err()
}

// Batches yields what in yields, so many at a time; the last may be fewer. What came
// before an error is yielded before it.
func Batches[T any](in iter.Seq2[T, error], size int) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		batch := make([]T, 0, size)
		for v, err := range in {
			if err != nil {
				if len(batch) == 0 || yield(batch, nil) {
					yield(nil, err)
				}
				return
			}
			if batch = append(batch, v); len(batch) == size {
				if !yield(batch, nil) {
					return
				}
				batch = make([]T, 0, size)
			}
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}
}
