package web

import (
	"context"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// Library is what the pages ask. *queries.Library is one; its methods say what each
// answers.
type Library interface {
	Search(context.Context, queries.SearchRequest) (*queries.SearchAnswer, error)
	Decision(ctx context.Context, reference string) (*queries.DecisionAnswer, error)
	Speeches(ctx context.Context, reference string) ([]corpus.Speech, error)
	Article(context.Context, queries.ArticleRequest) ([]queries.ArticleAnswer, error)
	Timeline(context.Context, queries.TimelineRequest) ([]queries.Timeline, error)
	Citation(ctx context.Context, reference, form string) (string, error)
	CitedBy(ctx context.Context, reference string) iter.Seq2[*queries.Citing, error]
	Around(context.Context, queries.NeighboursRequest) (*queries.NeighboursAnswer, error)
	Stats(context.Context) (*queries.Stats, error)
	Title(corpus.Key) string
	Chamber(printed string) string
}

var _ Library = (*queries.Library)(nil)
