package quadstore

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// How many nodes are worth a goroutine of their own: of those whose rows lie one behind the
// other, and of those for each of which a block of the database may have to be read.
const (
	nearPart = 4096
	farPart  = 64
)

// spread does work on the nodes 0 … n-1 in some parts at a time, see spreadParts. Each
// part reads by itself: s must be a view.
func (s *Store) spread(ctx context.Context, n, parts int, work func(ctx context.Context, part, from, to int) error) error {
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

// spreadParts is in how many parts n nodes are read at once: one for each processor, and
// none of fewer than least.
func spreadParts(n, least int) int { return max(1, min(runtime.GOMAXPROCS(0), 8, n/least)) }
