package index

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// ArticleRequest is a question to the index of articles. Every part that is
// given must hold; the zero request finds every version.
type ArticleRequest struct {
	// Text is what a user types, as Request.Text. The words may stand in the
	// text of the version or in the headings above it; a word with digits also
	// finds the articles of that number: "1240", "L. 1235-3".
	Text string
	// NoSynonyms is as Request.NoSynonyms.
	NoSynonyms bool
	// Where is a condition of All, Any, Not, Words and Near; nil holds always.
	Where Expr
	// Codes are slugs ("code-civil") or other instruments ("loi/78-17"); any
	// one of them.
	Codes []string
	// Day wants the versions in force on it.
	Day corpus.Date
	// Limit is the number of hits wanted; 0 is DefaultLimit, and less than 0
	// asks for Total alone. Offset is the number of hits passed over.
	Limit, Offset int
}

// ArticleHit is a version found.
type ArticleHit struct {
	ID    string  // LEGIARTI…
	Score float64 // comparable within one result only; 0 when no word must occur
}

// ArticleResult is the answer to a request.
type ArticleResult struct {
	Total uint64       // versions that answer, of which Hits is a part
	Hits  []ArticleHit // never nil; best score first, then by identifier
	Cut   bool         // as Result.Cut
	// Synonyms are what was also looked for; never nil.
	Synonyms []Synonym
}

// Search answers a request. Errors are a day that does not exist, the end of
// ctx, ErrStale when damage is met on the way, or ErrClosed.
func (x *Articles) Search(ctx context.Context, req ArticleRequest) (res *ArticleResult, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return nil, err
	}
	text := read(req.Text, req.NoSynonyms)
	words, of := widenWhere(req.Where, req.NoSynonyms)
	res = &ArticleResult{Hits: []ArticleHit{}, Cut: text.cut || of.cut, Synonyms: append(text.synonyms, of.synonyms...)}
	all, err := articleFilters(req)
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	cond, err := where(words, articleLeaf)
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	limit := min(req.Limit, maxPage)
	if limit == 0 {
		limit = DefaultLimit
	}
	sr := bleve.NewSearchRequestOptions(combine(all, cond, text, articleQuery), max(limit, 0), min(max(req.Offset, 0), maxPage), false)
	sr.SortByCustom(search.SortOrder{&search.SortScore{Desc: true}, &search.SortDocID{}})
	found, err := x.bleve.SearchInContext(context.WithValue(ctx, search.MaxTermSearchersKey, maxSearchers), sr)
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	res.Total = found.Total
	for _, m := range found.Hits {
		res.Hits = append(res.Hits, ArticleHit{ID: m.ID, Score: m.Score})
	}
	return res, nil
}

// articleLeaf writes a condition on articles that joins no others.
func articleLeaf(e Expr) (query.Query, error) {
	switch e := e.(type) {
	case Words:
		it := newItem(token{text: cut(e.Text), quoted: !e.Name})
		if it.terms = it.terms[:min(len(it.terms), maxTerms)]; len(it.terms) == 0 {
			return nil, nil
		}
		return articleQuery(it), nil
	case Near:
		return newNear(e)
	}
	return nil, fmt.Errorf("no condition on articles: %T", e)
}

// articleFilters are the conditions of a request that are not about its text.
func articleFilters(req ArticleRequest) ([]query.Query, error) {
	var all, codes []query.Query
	for _, c := range req.Codes {
		if c = strings.ToLower(strings.TrimSpace(c)); c != "" {
			codes = append(codes, term(c, fieldCode))
		}
	}
	if len(codes) > 0 {
		all = append(all, anyOf(codes))
	}
	if req.Day != "" {
		q, err := inForce(req.Day)
		if err != nil {
			return nil, err
		}
		all = append(all, q)
	}
	return all, nil
}

// articleQuery asks for a word or a phrase in the text or the headings, or for
// the number or key of an article.
func articleQuery(it item) query.Query {
	either := inFields(it, fieldText)
	if it.name == "" {
		return anyOf(either)
	}
	if key, err := corpus.ParseKey(it.name); err == nil {
		code, no := articleName(key)
		either = append(either, query.NewConjunctionQuery([]query.Query{term(code, fieldCode), term(no, fieldNo)}))
	}
	return anyOf(append(either, term(articleNumber(it.name), fieldNo)))
}

// Snippets finds the fragments of the text of a version that answer the words
// of a request best, as Index.Snippets does.
func (x *Articles) Snippets(req ArticleRequest, text string, n, size int) []Snippet {
	p := newPage(text)
	items := wanted(Request{Text: req.Text, NoSynonyms: req.NoSynonyms})
	shown(widenShown(req.Where, req.NoSynonyms), func(it item) { items = append(items, it) }, p)
	return p.snippets(items, nil, n, size)
}
