package queries

import (
	"context"
	"runtime"
	"time"
)

// turns let as many searches run at a time as there are processors, in the order in which
// they came. Eight that share two processors by the millisecond would all take as long as
// the longest; one behind the other, the short ones are over before.
type turns chan struct{}

func newTurns() turns { return make(turns, runtime.GOMAXPROCS(0)) }

// patience is how long a search waits for its turn. Then it runs beside the others, so that
// two that take seconds do not keep all others waiting.
const patience = 100 * time.Millisecond

// take waits for a turn; done gives it back. The error is that of ctx.
func (t turns) take(ctx context.Context) (done func(), err error) {
	select {
	case t <- struct{}{}:
		return t.done, nil
	default:
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case t <- struct{}{}:
		return t.done, nil
	case <-late.C:
		return func() {}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (t turns) done() { <-t }
