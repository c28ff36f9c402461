package main

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/query"
	_ "github.com/cayleygraph/cayley/query/gizmo" // the language of gizmoCiters
	"github.com/cayleygraph/quad"
)

// cayley are the questions that go through Cayley's interfaces.
func (e *pebbleEngine) cayley() map[string]question {
	return map[string]question{
		pathCiters: e.path(func(s graph.QuadStore) *path.Path { return path.StartPath(s, hub).In(cites) }),
		pathHops: e.path(func(s graph.QuadStore) *path.Path {
			return path.StartPath(s, tenth).In(cites).Out(cites).Unique()
		}),
		gizmoCiters: func(ctx context.Context, see func(string)) (int, error) {
			text := fmt.Sprintf("g.V(%q).In(%q).All()", "<"+string(tenth)+">", "<"+string(cites)+">")
			it, err := query.Execute(ctx, e.s, "gizmo", text, query.Options{Collation: query.JSON})
			if err != nil {
				return 0, err
			}
			defer it.Close()
			n := 0
			for it.Next(ctx) {
				n++
				if see == nil {
					continue
				}
				row, _ := it.Result().(map[string]any)
				see(fmt.Sprint(row["id"]))
			}
			return n, it.Err()
		},
	}
}

// path asks for references, and for values only when somebody sees them.
func (e *pebbleEngine) path(of func(graph.QuadStore) *path.Path) question {
	return func(ctx context.Context, see func(string)) (n int, err error) {
		chain := of(e.s).Iterate(ctx).Paths(false)
		if see == nil {
			return n, chain.Each(func(graph.Ref) { n++ })
		}
		return n, chain.EachValue(e.s, func(v quad.Value) { n++; see(quad.StringOf(v)) })
	}
}
