package queries_test

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// TestArticlePages: the pages of those who cite an article are the parts of one long page,
// the latest first, and each counts all of them.
func TestArticlePages(t *testing.T) {
	ctx, lib := context.Background(), memory(t)
	if _, err := lib.Add(ctx, []string{synthtest.Archive(t, synth.Options{Decisions: 150})}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	ask := func(limit, offset int) *queries.ArticleAnswer {
		t.Helper()
		list, err := lib.Article(ctx, queries.ArticleRequest{Reference: "CPC 700", Limit: limit, Offset: offset})
		if err != nil || len(list) != 1 {
			t.Fatalf("%d answers, %v", len(list), err)
		}
		return &list[0]
	}
	whole := ask(1000, 0)
	if whole.Total < 30 || len(whole.Citing) != whole.Total {
		t.Fatalf("%d of %d are told", len(whole.Citing), whole.Total)
	}
	for i := 1; i < len(whole.Citing); i++ {
		if whole.Citing[i].Date > whole.Citing[i-1].Date {
			t.Fatalf("%s comes behind %s", whole.Citing[i].Date, whole.Citing[i-1].Date)
		}
	}
	var pages []queries.Citing
	const size = 7
	for at := 0; at < whole.Total; at += size {
		page := ask(size, at)
		if page.Total != whole.Total || !cmp.Equal(page.Years, whole.Years) {
			t.Fatalf("page at %d counts %d and %v", at, page.Total, page.Years)
		}
		pages = append(pages, page.Citing...)
	}
	if diff := cmp.Diff(whole.Citing, pages); diff != "" {
		t.Errorf("-one page +pages of %d:\n%s", size, diff)
	}
	if beyond := ask(size, whole.Total+5); len(beyond.Citing) != 0 {
		t.Errorf("%d are told beyond the last", len(beyond.Citing))
	}
}
