package index

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/attendu/attendu/index/bm25"
	index "github.com/blevesearch/bleve_index_api"
)

// Search answers a request. Errors are a day that does not exist in From or To, a
// BroadError, ErrCursor, the end of ctx, ErrStale when damage is met on the way, or
// ErrClosed.
func (x *Index) Search(ctx context.Context, req Request) (res *Result, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return nil, err
	}
	text := read(req.Text, req.NoSynonyms)
	cond, of := widenWhere(req.Where, req.NoSynonyms)
	req.Where = cond
	res, err = x.find(ctx, req, func(ctx context.Context, s *searching) (bm25.Node, error) {
		s.words = len(text.must)+len(text.not) > 0 || req.Where != nil
		c := compiler{ctx: ctx, r: s.reader, names: decisionNames}
		return c.request(req, text)
	})
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	res.Cut, res.Synonyms = text.cut || of.cut, append(text.synonyms, of.synonyms...)
	return res, nil
}

// find writes a request as a condition, runs it in each segment and joins what they
// found.
func (x *folder) find(ctx context.Context, req Request, write func(context.Context, *searching) (bm25.Node, error)) (res *Result, err error) {
	s, err := x.begin(req)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.reader.Close()) }()
	within := ctx
	if req.Timeout > 0 {
		var stop context.CancelFunc
		within, stop = context.WithTimeout(ctx, req.Timeout)
		defer stop()
	}
	n, err := write(within, s)
	if err == nil {
		err = s.prepare(within, n)
	}
	switch {
	case err == nil:
		s.run(within)
	case !over(ctx, err):
		return nil, err
	default: // the time was over before the search began
		s.late = true
	}
	return s.result(ctx)
}

// over reports whether an error only says that the time of the search, and not that of
// the caller, is over.
func over(ctx context.Context, err error) bool {
	return errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil
}

// searching is a request on its way.
type searching struct {
	req    Request
	order  Sorting
	limit  int // hits wanted
	after  *cursor
	hash   uint64
	seq    uint64
	scored bool
	reader index.IndexReader
	view   *bm25.View
	query  *bm25.Query
	parts  []findings
	words  bool // the condition is about words
	late   bool // there was no time to begin
}

// findings is what one segment found.
type findings struct {
	segment int
	total   uint64
	best    best
	counts  []facetTally
	err     error
}

// begin reads what a request says of its answer, and opens the index for reading.
func (x *folder) begin(req Request) (*searching, error) {
	s := &searching{req: req, order: req.order()}
	if s.limit = max(min(req.Limit, maxPage), 0); req.Limit == 0 {
		s.limit = DefaultLimit
	}
	var err error
	if s.hash = req.hash(); req.After != "" {
		if s.after, err = parseCursor(req.After, s.hash); err != nil {
			return nil, err
		}
	}
	inner, err := x.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	if s.reader, err = inner.Reader(); err != nil {
		return nil, err
	}
	if s.view, err = x.cache.View(s.reader); err == nil {
		s.seq, err = readCursor(s.reader.GetInternal(cursorKey))
	}
	if err != nil {
		return nil, errors.Join(err, s.reader.Close())
	}
	return s, nil
}

// prepare looks up the words of the condition.
func (s *searching) prepare(ctx context.Context, n bm25.Node) (err error) {
	if s.scored = bm25.Scores(n); !s.scored && s.order == ByScore {
		s.order = ByDate
	}
	if s.query, err = s.view.Prepare(n, &weights); err != nil {
		return err
	}
	return ctx.Err()
}

// result joins what the segments found.
func (s *searching) result(ctx context.Context) (*Result, error) {
	res := &Result{Hits: []Hit{}, Facets: []FacetResult{}}
	var all []entry
	counts := make([][]facetTally, len(s.req.Facets))
	for i, p := range s.parts {
		switch {
		case over(ctx, p.err):
			res.Unsearched += s.view.Segments[i].Held()
			continue
		case p.err != nil:
			return nil, p.err
		}
		res.Total += p.total
		all = append(all, p.best.entries...)
		for f := range p.counts {
			counts[f] = append(counts[f], p.counts[f])
		}
	}
	if s.late {
		res.Unsearched = s.view.Docs
	}
	most := s.req.FacetLimit
	if most <= 0 {
		most = DefaultFacetLimit
	}
	for i, f := range s.req.Facets {
		res.Facets = append(res.Facets, sumFacet(f, counts[i], most))
	}
	res.Moved = s.after != nil && s.after.seq != s.seq
	if s.words {
		var err error
		if res.WithoutText, err = s.withoutText(); err != nil {
			return nil, err
		}
	}
	return res, s.page(ctx, all, res)
}

// page fills in the hits that are wanted.
func (s *searching) page(ctx context.Context, all []entry, res *Result) error {
	slices.SortFunc(all, compareEntries)
	if s.after == nil {
		all = all[min(len(all), min(max(s.req.Offset, 0), maxPage)):]
	}
	if len(all) > s.limit {
		all = all[:s.limit]
		if s.limit > 0 {
			last := all[s.limit-1]
			c := cursor{request: s.hash, seq: s.seq, first: last.first, second: last.second, node: last.node()}
			res.Next = c.String()
		}
	}
	for _, e := range all {
		h, err := s.hit(ctx, e)
		if err != nil {
			return err
		}
		res.Hits = append(res.Hits, h)
	}
	return nil
}
