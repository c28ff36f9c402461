package queries

import (
	"context"
	"errors"
	"testing"

	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
)

// TestArticleFeedFails follows a store into an index that cannot be written, and wants
// the reason.
func TestArticleFeedFails(t *testing.T) {
	ctx := context.Background()
	l, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	version := graph.Article{ArticleVersion: law.ArticleVersion{ID: "LEGIARTI000090000000", Key: "code-civil/1382", Start: "1804-03-21"}}
	if _, err := l.store.PutArticles(ctx, []graph.Article{version}); err != nil {
		t.Fatal(err)
	}
	x, err := index.OpenArticles("", index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := l.feedArticles(ctx, x)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.more(); err != nil {
		t.Errorf("reading fails: %v", err)
	}
	if err := f.end(); !errors.Is(err, index.ErrClosed) {
		t.Errorf("the end of the feed is %v, want %v", err, index.ErrClosed)
	}
	if _, err := l.feedArticles(ctx, x); !errors.Is(err, index.ErrClosed) {
		t.Errorf("a feed of a closed index: %v", err)
	}
}
