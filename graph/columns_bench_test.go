package graph

import (
	"context"
	"fmt"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// BenchmarkDays reads the days of all who cite an article, from the columns and, as without
// them, from a row of each.
func BenchmarkDays(b *testing.B) {
	s, err := Memory(Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	ctx := context.Background()
	const n = 5000
	var list []*corpus.Decision
	for i := range n {
		list = append(list, ruling(i, corpus.Court{Kind: corpus.Cass}, corpus.Date(fmt.Sprintf("20%02d-03-%02d", i%20, 1+i%28))))
	}
	if _, err := s.Put(ctx, list); err != nil {
		b.Fatal(err)
	}
	v, err := s.(*pebbleStore).moment(ctx)
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	set, err := v.Citers(ctx, CitersRequest{Keys: []corpus.Key{"code-civil/9"}})
	if err != nil || set.Len() != n {
		b.Fatal(set.Len(), err)
	}
	b.Run("columns", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Days(ctx, set); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			days := make([]corpus.Date, set.Len())
			if err := v.first(ctx, set, DateOf, func(i int, val quad.Value) { days[i] = dayOf(val) }); err != nil {
				b.Fatal(err)
			}
		}
	})
}
