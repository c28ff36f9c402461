package index

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
)

// Request is a question to the index. Every part that is given must hold; the
// zero Request finds every decision.
type Request struct {
	// Text is what a user types. All words must occur, in the text, the title
	// or the abstracts; "words in quotes" must follow one another, as must the
	// parts of l'avant-dire or 17-21.434; a word after - must not occur; OR (or
	// OU) between two words asks for either. A word with digits also finds the
	// decision whose own number, ECLI or key it is. Any other sign is a space
	// and an open quotation mark runs to the end: nothing typed is an error.
	Text string
	// NoSynonyms looks for the words of Text alone. Otherwise words outside quotation
	// marks also stand for what lawyers write in their place, see Result.Synonyms.
	NoSynonyms bool
	// Where is a condition; nil holds always. Its words count in the score as those of
	// Text do.
	Where Expr
	// Courts are kinds ("ca") or single courts ("ca/paris"); any one of them.
	Courts []string
	// From and To are the first and the last day wanted. A decision without a
	// date is on no side of either.
	From, To corpus.Date
	// Party holds words that stand together in the name of one party.
	Party string
	// Nodes, when not nil, are the only decisions wanted.
	Nodes []corpus.Node
	// Limit is the number of hits wanted; 0 is DefaultLimit, and less than 0
	// asks for Total alone. Offset is the number of hits passed over.
	Limit, Offset int
	// SortByDate puts the latest decision first and those without a date last.
	// Otherwise the best score comes first; a request without a word that
	// may score has no scores and is always sorted by date.
	SortByDate bool
}

// Ranked reports whether the condition of a request gives scores, so that the best match
// comes first.
func (r Request) Ranked() bool { return scores(r.Where) }

// DefaultLimit is the number of hits of a request that gives no limit.
const DefaultLimit = 20

// maxPage bounds Limit and Offset, far beyond any library.
const maxPage = 1 << 28

// Hit is a decision found.
type Hit struct {
	Node  corpus.Node
	Score float64     // comparable within one result only; 0 when no word must occur
	Date  corpus.Date // "" when it is not known
}

// Result is the answer to a request.
type Result struct {
	Total uint64 // decisions that answer, of which Hits is a part
	Hits  []Hit  // never nil
	// Cut says that Text was longer than is asked for (see maxText, maxTerms),
	// and that its end was not.
	Cut bool
	// Synonyms are what was also looked for; never nil.
	Synonyms []Synonym
}

// Search answers a request. Errors are a day that does not exist in From or To, a
// BroadError, the end of ctx, ErrStale when damage is met on the way, or ErrClosed.
func (x *Index) Search(ctx context.Context, req Request) (res *Result, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return nil, err
	}
	text := read(req.Text, req.NoSynonyms)
	cond, of := widenWhere(req.Where, req.NoSynonyms)
	req.Where = cond
	res = &Result{Hits: []Hit{}, Cut: text.cut || of.cut, Synonyms: append(text.synonyms, of.synonyms...)}
	q, err := compile(req, text)
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	limit := min(req.Limit, maxPage)
	if limit == 0 {
		limit = DefaultLimit
	}
	sr := bleve.NewSearchRequestOptions(q, max(limit, 0), min(max(req.Offset, 0), maxPage), false)
	if req.SortByDate || len(text.must) == 0 && !req.Ranked() {
		sr.SortByCustom(latestFirst())
	}
	found, err := x.bleve.SearchInContext(context.WithValue(ctx, search.MaxTermSearchersKey, maxSearchers), sr)
	if err != nil && strings.Contains(err.Error(), "TooManyTermSearchers") {
		err = &BroadError{"the whole of the query"}
	}
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	res.Total = found.Total
	for _, m := range found.Hits {
		res.Hits = append(res.Hits, Hit{Node: corpus.Node(m.ID), Score: m.Score})
	}
	if err := x.date(res.Hits); err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	return res, nil
}

// latestFirst sorts by day, then by score, then by node.
func latestFirst() search.SortOrder {
	return search.SortOrder{
		&search.SortField{Field: fieldDay, Type: search.SortFieldAsString, Desc: true, Missing: search.SortFieldMissingLast},
		&search.SortScore{Desc: true},
		&search.SortDocID{},
	}
}

// date fills in the days of hits. A decision deleted since keeps "".
func (x *Index) date(hits []Hit) (err error) {
	if len(hits) == 0 {
		return nil
	}
	inner, err := x.bleve.Advanced()
	if err != nil {
		return err
	}
	reader, err := inner.Reader()
	if err != nil {
		return err
	}
	defer func() {
		if e := reader.Close(); err == nil {
			err = e
		}
	}()
	days, err := reader.DocValueReader([]string{fieldDay})
	if err != nil {
		return err
	}
	for i := range hits {
		id, err := reader.InternalID(string(hits[i].Node))
		if err == nil && id != nil {
			err = days.VisitDocValues(id, func(_ string, day []byte) { hits[i].Date = corpus.Date(day) })
		}
		if err != nil {
			return err
		}
	}
	return nil
}
