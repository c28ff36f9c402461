package index

import (
	"context"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// unscored is a query that chooses decisions and leaves their scores alone.
// Bleve's own filters do that too, but only check what the words have found;
// beside other conditions, this one leads when it is the rarer.
type unscored struct{ query.Query }

// Searcher implements query.Query.
func (q unscored) Searcher(ctx context.Context, r index.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	s, err := q.Query.Searcher(ctx, r, m, search.SearcherOptions{Score: "none"})
	if err != nil {
		return nil, err
	}
	return unscoredSearcher{s}, nil
}

// unscoredSearcher takes no part in the normalisation of scores, and adds 0.
type unscoredSearcher struct{ search.Searcher }

func (unscoredSearcher) Weight() float64      { return 0 }
func (unscoredSearcher) SetQueryNorm(float64) {}

func (s unscoredSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	return withoutScore(s.Searcher.Next(ctx))
}

func (s unscoredSearcher) Advance(ctx *search.SearchContext, id index.IndexInternalID) (*search.DocumentMatch, error) {
	return withoutScore(s.Searcher.Advance(ctx, id))
}

func withoutScore(m *search.DocumentMatch, err error) (*search.DocumentMatch, error) {
	if m != nil {
		m.Score = 0
	}
	return m, err
}
