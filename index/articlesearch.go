package index

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
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
	req.Where = words
	res = &ArticleResult{Hits: []ArticleHit{}, Cut: text.cut || of.cut, Synonyms: append(text.synonyms, of.synonyms...)}
	n, err := articleNode(req, text)
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	// One order for all: the best score, or none, then the identifier.
	found, err := x.find(ctx, Request{Limit: req.Limit, Offset: req.Offset, Sort: byNode}, func(context.Context, *searching) (bm25.Node, error) { return n, nil })
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	res.Total = found.Total
	for _, h := range found.Hits {
		res.Hits = append(res.Hits, ArticleHit{ID: string(h.Node), Score: h.Score})
	}
	return res, nil
}

// articleNode joins all that a request asks for.
func articleNode(req ArticleRequest, text question) (bm25.Node, error) {
	all := bm25.And(questionNodes(text, articleNames))
	codes := bm25.Values{Field: fieldCode}
	for _, c := range req.Codes {
		if c = strings.ToLower(strings.TrimSpace(c)); c != "" {
			codes.Any = append(codes.Any, c)
		}
	}
	if len(codes.Any) > 0 {
		all = append(all, codes)
	}
	if req.Day != "" {
		n, err := inForce(req.Day)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	if err := ofArticles(req.Where); err != nil {
		return nil, err
	}
	c := compiler{names: articleNames, formless: true}
	n, err := c.expr(req.Where)
	return append(all, n), err
}

// ofArticles checks that a condition is one on articles.
func ofArticles(e Expr) (err error) {
	switch e := e.(type) {
	case All:
		for _, x := range e {
			err = errors.Join(err, ofArticles(x))
		}
	case Any:
		for _, x := range e {
			err = errors.Join(err, ofArticles(x))
		}
	case Not:
		err = ofArticles(e.Expr)
	case nil, Words, Near:
	default:
		err = fmt.Errorf("no condition on articles: %T", e)
	}
	return err
}

// articleNames asks for the articles that bear a number or a key.
func articleNames(name string) []bm25.Node {
	either := []bm25.Node{bm25.Term{Field: fieldNo, Word: articleNumber(name), Boost: nameBoost}}
	if key, err := corpus.ParseKey(name); err == nil {
		code, no := articleName(key)
		either = append(either, bm25.And{bm25.Values{Field: fieldCode, Any: []string{code}}, bm25.Term{Field: fieldNo, Word: no, Boost: nameBoost}})
	}
	return either
}

// Snippets finds the fragments of the text of a version that answer the words
// of a request best, as Index.Snippets does.
func (x *Articles) Snippets(req ArticleRequest, text string, n, size int) []Snippet {
	p := newPage(text)
	items := wanted(Request{Text: req.Text, NoSynonyms: req.NoSynonyms})
	shown(widenShown(req.Where, req.NoSynonyms), func(it item) { items = append(items, it) }, p)
	return p.snippets(items, nil, n, size)
}
