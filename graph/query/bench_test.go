package query

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/quad"
)

// hub is a store in which 10,000 decisions cite one article.
func hub(b *testing.B) *quadstore.Store {
	b.Helper()
	s, err := quadstore.Open("", nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	w, err := s.NewQuadWriter()
	if err != nil {
		b.Fatal(err)
	}
	var list []quad.Quad
	for i := range 10000 {
		self := quad.IRI(fmt.Sprintf("dila:JURITEXT%012d", i))
		list = append(list, quad.Quad{Subject: self, Predicate: quad.IRI("t:cites"), Object: quad.IRI("a1"), Label: self},
			quad.Quad{Subject: self, Predicate: quad.IRI("t:date"), Object: quad.Time(time.Date(2000, 1, 1+i%5000, 0, 0, 0, 0, time.UTC)), Label: self})
	}
	if _, err := w.WriteQuads(list); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkHub reads 10,000 citers, plainly and with their days, through this package
// and through Cayley's own sessions.
func BenchmarkHub(b *testing.B) {
	s := hub(b)
	for _, c := range []struct {
		name string
		lang Language
		text string
	}{
		{"gizmo", Gizmo, `g.V("<a1>").In("<t:cites>").All()`},
		{"gizmo-date", Gizmo, `g.V("<a1>").In("<t:cites>").Save("<t:date>", "day").All()`},
		{"graphql-date", GraphQL, `{ nodes(id: <a1>) { by: <t:cites> @rev { id <t:date> } } }`},
	} {
		b.Run(c.name+"/ours", func(b *testing.B) {
			for b.Loop() {
				a, err := Run(context.Background(), s, Request{Language: c.lang, Text: c.text, Limit: 20000, Timeout: time.Hour})
				if err != nil || a.Stopped != "" {
					b.Fatal(a, err)
				}
			}
		})
		b.Run(c.name+"/cayley", func(b *testing.B) {
			for b.Loop() {
				it, err := query.Execute(context.Background(), s, string(c.lang), c.text, query.Options{Collation: query.JSON})
				if err != nil {
					b.Fatal(err)
				}
				for it.Next(context.Background()) {
					_ = it.Result()
				}
				if err := it.Err(); err != nil {
					b.Fatal(err)
				}
				_ = it.Close()
			}
		})
	}
}

// BenchmarkScript runs a million steps of a script.
func BenchmarkScript(b *testing.B) {
	s := hub(b)
	for b.Loop() {
		if _, err := Run(context.Background(), s, Request{Language: Gizmo, Timeout: time.Hour,
			Text: `var n = 0; for (var i = 0; i < 100000; i++) n += i; g.emit(n)`}); err != nil {
			b.Fatal(err)
		}
	}
}
