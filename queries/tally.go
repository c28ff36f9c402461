package queries

import (
	"context"
	"sync"

	"github.com/attendu/attendu/graph"
)

// tally is the counts of a library at one state of it. They look at everything that is
// cited, and are therefore made once for each state, and published with it: who opens
// what was published need not count.
type tally struct {
	mu       sync.Mutex
	stats    *graph.Stats
	change   uint64
	articles uint64
}

// seed takes over what was counted at a state.
func (t *tally) seed(st *graph.Stats, change, articles uint64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stats, t.change, t.articles = st, change, articles
}

// of gives the counts of the state in which a store is. Who comes while they are made
// waits for them.
func (t *tally) of(ctx context.Context, s graph.Store) (graph.Stats, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	change, articles := s.Seq(), s.ArticleSeq()
	if t.stats != nil && t.change == change && t.articles == articles {
		return *t.stats, ctx.Err()
	}
	st, err := s.Stats(ctx)
	if err == nil && s.Seq() == change && s.ArticleSeq() == articles {
		t.stats, t.change, t.articles = &st, change, articles
	}
	return st, err
}

// published are the counts of the state of a checkpoint, nil when it has none.
func (t *tally) published(change, articles uint64) *graph.Stats {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.change != change || t.articles != articles {
		return nil
	}
	return t.stats
}
