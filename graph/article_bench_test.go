package graph_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
)

// lawStore is a store on disk with n articles of five versions each.
func lawStore(b *testing.B, n int) graph.Store {
	b.Helper()
	s, err := graph.Open(filepath.Join(b.TempDir(), "store"), graph.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	var batch []graph.Article
	for i := range n {
		for v := range 5 {
			start, end := corpus.NewDate(1980+8*v, 1, 1), corpus.NewDate(1988+8*v, 1, 1)
			if v == 4 {
				end = ""
			}
			a := storetest.Article(fmt.Sprintf("LEGIARTI%012d", 5*i+v), corpus.Key(fmt.Sprintf("code-civil/%d", i)), start, end,
				law.ArticleLink{Type: "CONCORDANCE", ID: "LEGIARTI000099000001", Key: "code-civil/1240"})
			batch = append(batch, graph.Article{ArticleVersion: a})
		}
		if len(batch) >= 500 || i == n-1 {
			if _, err := s.PutArticles(context.Background(), batch); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	return s
}

// BenchmarkArticleAt asks a store of 100,000 versions for what was in force on a day:
// of 2,000 articles again and again, as decisions cite, and of all 20,000 in no order.
func BenchmarkArticleAt(b *testing.B) {
	s := lawStore(b, 20_000)
	b.Run("cited", func(b *testing.B) { articleAt(b, s, 2000) })
	b.Run("all", func(b *testing.B) { articleAt(b, s, 20_000) })
}

func articleAt(b *testing.B, s graph.Store, of int) {
	ctx, i := context.Background(), 0
	b.ReportAllocs()
	for b.Loop() {
		i = (i + 7919) % of
		if _, err := s.ArticleAt(ctx, corpus.Key(fmt.Sprintf("code-civil/%d", i)), "2001-05-03"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPutArticles puts batches of 500 new versions.
func BenchmarkPutArticles(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s := lawStore(b, 0)
		var batch []graph.Article
		for i := range 500 {
			a := storetest.Article(fmt.Sprintf("LEGIARTI%012d", i), corpus.Key(fmt.Sprintf("code-civil/%d", i)), "2016-10-01", "")
			batch = append(batch, graph.Article{ArticleVersion: a})
		}
		b.StartTimer()
		if _, err := s.PutArticles(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
}
