package main

import (
	"context"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

func firstDay(y int) quad.Time { return quad.Time(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)) }

// direct are the questions that go past Cayley's paths where the store has methods
// of its own, and through them where it has none.
func (e *pebbleEngine) direct() map[string]question {
	in := func(s graph.QuadStore, v quad.IRI) *path.Path { return path.StartPath(s, v).In(cites) }
	return map[string]question{
		citersOfHub:   e.path(func(s graph.QuadStore) *path.Path { return in(s, hub) }),
		citersOfTenth: e.path(func(s graph.QuadStore) *path.Path { return in(s, tenth) }),
		coCited:       e.path(func(s graph.QuadStore) *path.Path { return in(s, tenth).Out(cites).Unique() }),
		intersection:  e.path(func(s graph.QuadStore) *path.Path { return in(s, tenth).And(in(s, hub)) }),
		dateRange:     e.path(func(s graph.QuadStore) *path.Path { return ofYear(in(s, hub)) }),
		page:          e.path(func(s graph.QuadStore) *path.Path { return in(s, hub).Skip(int64(e.n / 2)).Limit(20) }),
		count: func(ctx context.Context, _ func(string)) (int, error) {
			n, err := e.s.CountQuads(ctx, quad.Quad{Predicate: cites, Object: hub})
			return int(n), err
		},
		citerValues: func(ctx context.Context, see func(string)) (n int, err error) {
			for v, err := range e.s.Subjects(ctx, cites, hub) {
				if err != nil {
					return n, err
				}
				n++
				if see != nil {
					see(quad.StringOf(v))
				}
			}
			return n, nil
		},
	}
}
