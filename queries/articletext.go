package queries

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// ArticleSearchRequest asks for articles of law by their words.
type ArticleSearchRequest struct {
	// Text is a query as in SearchRequest, of words, phrases, PROCHE, ET, OU and SAUF
	// alone; a number finds the articles that bear it.
	Text string `json:"text"`
	// NoSynonyms is as in SearchRequest.
	NoSynonyms bool `json:"no_synonyms"`
	// Codes are names or keys of codes and acts ("C. civ.", "code-penal", "loi n°
	// 2008-496"); any of them.
	Codes []string `json:"codes"`
	// At wants the versions in force on this day; "" wants every version.
	At     corpus.Date `json:"at"`
	Limit  int         `json:"limit"` // 0 means 10
	Offset int         `json:"offset"`
}

// ArticleSearchAnswer is one page of versions of articles.
type ArticleSearchAnswer struct {
	Total int `json:"total"`
	// OtherDays counts, where no version in force on the day asked for answers, those
	// of other days that do.
	OtherDays int          `json:"other_days"`
	Synonyms  []Synonym    `json:"synonyms"` // what was also looked for
	Hits      []ArticleHit `json:"hits"`
}

// ArticleHit is a version of an article that answers.
type ArticleHit struct {
	Wording
	Title    string        `json:"title"`
	Headings []string      `json:"headings"` // above the article, outermost first
	Score    float64       `json:"score"`
	Snippets []ArticleFind `json:"snippets"`
}

// ArticleFind is a passage of the text of an article. Span is where it stands, Hits
// are where the words of the request stand, both in bytes of that text.
type ArticleFind struct {
	corpus.Span
	Text string        `json:"text"`
	Hits []corpus.Span `json:"hits"`
}

// SearchArticles finds versions of articles among the texts of law that the library
// holds; it answers NotFound when it holds none.
func (l *Library) SearchArticles(ctx context.Context, req ArticleSearchRequest) (*ArticleSearchAnswer, error) {
	if err := checkPage(req.Limit, req.Offset); err != nil {
		return nil, err
	}
	if err := checkDates(req.At, ""); err != nil {
		return nil, err
	}
	ask := index.ArticleRequest{NoSynonyms: req.NoSynonyms, Day: req.At, Limit: req.Limit, Offset: req.Offset}
	var err error
	if ask.Where, err = l.articleWords(ctx, req.Text); err != nil {
		return nil, err
	}
	for _, name := range req.Codes {
		slugs, err := l.instrument(name)
		if err != nil {
			return nil, err
		}
		ask.Codes = append(ask.Codes, slugs...)
	}
	if l.store.ArticleSeq() == 0 {
		return nil, notFound("this library holds no texts of law; index an archive of LEGI")
	}
	x, err := l.articleIndex()
	if err != nil {
		return nil, coded(err)
	}
	found, err := x.Search(ctx, ask)
	if err != nil {
		return nil, coded(err)
	}
	ans := &ArticleSearchAnswer{Total: int(found.Total), Synonyms: synonymsOf(found.Synonyms), Hits: []ArticleHit{}}
	if ans.Total == 0 && ask.Day != "" {
		ask.Day = ""
		others, err := x.Search(ctx, ask)
		if err != nil {
			return nil, coded(err)
		}
		ans.OtherDays = int(others.Total)
		return ans, nil
	}
	for _, h := range found.Hits {
		v, err := l.store.ArticleVersion(ctx, h.ID)
		if isNotFound(err) { // removed since
			continue
		}
		if err != nil {
			return nil, coded(err)
		}
		hit := ArticleHit{Wording: *wordingOf(&v), Title: l.Title(v.Key), Headings: append([]string{}, v.Titles...), Score: h.Score, Snippets: []ArticleFind{}}
		for _, s := range x.Snippets(ask, v.Text, snippets, snippetRunes) {
			hit.Snippets = append(hit.Snippets, ArticleFind{Span: s.Span, Text: s.Span.Of(v.Text), Hits: s.Hits})
		}
		if len(hit.Snippets) == 0 && v.Text != "" { // found by its number
			start := corpus.Span{End: runeStart(v.Text, min(len(v.Text), snippetRunes))}
			hit.Snippets = append(hit.Snippets, ArticleFind{Span: start, Text: start.Of(v.Text), Hits: []corpus.Span{}})
		}
		ans.Hits = append(ans.Hits, hit)
	}
	return ans, nil
}

// articleWords reads a query about the text of articles.
func (l *Library) articleWords(ctx context.Context, query string) (index.Expr, error) {
	tree, err := l.lang.Parse(query, nil)
	if err != nil {
		return nil, queryError(query, err.(*lang.Error))
	}
	a := &asker{Library: l, ctx: ctx, query: query}
	var words func(lang.Node) (index.Expr, error)
	words = func(n lang.Node) (index.Expr, error) {
		switch n.(type) {
		case lang.All:
			return nil, nil
		case lang.Field:
			return nil, a.wrong(n, "name the code and the day of articles beside the query (--code, --at)", "fields are for decisions, not for articles of law")
		}
		if patterned(n) {
			return nil, a.notYet(n, "patterns and ~ are not yet known of articles of law")
		}
		return a.text(n, index.Where{}, words)
	}
	return words(tree)
}

// patterned reports whether a word or a part of PROCHE is a pattern.
func patterned(n lang.Node) bool {
	switch n := n.(type) {
	case lang.Wildcard, lang.Fuzzy:
		return true
	case lang.Or:
		return slices.ContainsFunc(n.Nodes, patterned)
	case lang.Near:
		return patterned(n.Left) || patterned(n.Right)
	}
	return false
}

// instrument reads the name of a code or act, and returns the keys that it has.
func (l *Library) instrument(name string) (keys []string, err error) {
	add := func(k corpus.Key) {
		for _, k := range []corpus.Key{k, l.extract.Law().Canonical(k)} {
			if !slices.Contains(keys, string(k)) {
				keys = append(keys, string(k))
			}
		}
	}
	if n, ok := l.extract.Law().Lookup(name); ok && n.Instrument != "" {
		add(n.Instrument)
		return keys, nil
	}
	list, err := l.extract.ParseReference(name)
	for _, k := range list {
		if err == nil && k.IsProvision() && k == k.Instrument() {
			add(k)
		}
	}
	if len(keys) == 0 || len(list) > 1 {
		return nil, invalid("no code or act is named %q; write \"C. civ.\", \"code pénal\", \"loi n° 78-17\" or a key (code-penal)", name)
	}
	return keys, nil
}

// articleIndex is the index of articles, opened and brought up to the store when it
// is asked for first.
func (l *Library) articleIndex() (*index.Articles, error) {
	l.lawTextMu.Lock()
	defer l.lawTextMu.Unlock()
	if l.lawText != nil {
		return l.lawText, nil
	}
	if l.readOnly { // opened with the library where there are articles
		return nil, errors.New("no index of articles")
	}
	dir := ""
	if l.dir != "" {
		dir = filepath.Join(l.dir, "articles")
	}
	x, err := index.OpenArticles(dir, index.Options{})
	if err == nil {
		var at uint64
		if at, err = x.Cursor(context.Background()); err == nil && at > l.store.ArticleSeq() {
			err = fmt.Errorf("%w: it is ahead of the store", index.ErrStale)
		}
	}
	if errors.Is(err, index.ErrStale) {
		if x != nil {
			err = x.Close()
		} else {
			err = nil
		}
		l.remade.Store(true)
		if err = errors.Join(err, index.Remove(dir)); err != nil {
			return nil, err
		}
		x, err = index.OpenArticles(dir, index.Options{})
	}
	if err != nil {
		return nil, err
	}
	f, err := l.feedArticles(context.Background(), x)
	if err == nil {
		err = f.more()
		err = cmp.Or(f.end(), err)
	}
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	l.lawText = x
	return x, nil
}
