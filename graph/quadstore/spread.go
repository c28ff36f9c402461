package quadstore

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// spreadPart is how many nodes are worth a goroutine of their own.
const spreadPart = 4096

// spread does work on the nodes 0 … n-1 in some parts at a time, one for each
// processor, if they are many. Each part reads by itself: s must be a view.
func (s *Store) spread(ctx context.Context, n int, work func(ctx context.Context, part, from, to int) error) error {
	parts := spreadParts(n)
	if parts == 1 {
		return work(ctx, 0, 0, n)
	}
	errs := make([]error, parts)
	var wg sync.WaitGroup
	for i := range parts {
		wg.Go(func() { errs[i] = work(ctx, i, n*i/parts, n*(i+1)/parts) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

func spreadParts(n int) int { return max(1, min(runtime.GOMAXPROCS(0), 8, n/spreadPart)) }
