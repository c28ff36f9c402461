package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/index/bm25"
)

// run searches the segments, several at once.
func (s *searching) run(ctx context.Context) {
	s.parts = make([]findings, len(s.view.Segments))
	together(len(s.parts), func(i int) error { return s.segment(ctx, i) }, func(i int, err error) { s.parts[i].err = err })
}

// segment searches one segment.
func (s *searching) segment(ctx context.Context, i int) error {
	p := &s.parts[i]
	p.segment = i
	m, err := s.query.Match(ctx, i, nil)
	if err != nil {
		return err
	}
	defer m.Close()
	p.total = m.Docs.GetCardinality()
	for _, f := range s.req.Facets {
		t, err := countFacet(m.Segment, f, m.Docs)
		if err != nil {
			return err
		}
		p.counts = append(p.counts, t)
	}
	offset := min(max(s.req.Offset, 0), maxPage)
	if s.after != nil {
		offset = 0
	}
	p.best = best{after: s.after}
	if s.limit > 0 {
		p.best.most = offset + s.limit + 1 // one more shows that more follow
	}
	return s.rank(m, p)
}

// rank puts the documents of a segment into order.
func (s *searching) rank(m *bm25.Matches, p *findings) error {
	if p.best.most == 0 || p.total == 0 {
		return nil
	}
	nodes, err := nodesOf(m.Segment)
	if err != nil {
		return err
	}
	days, err := daysOf(m.Segment)
	if err != nil {
		return err
	}
	authority, err := s.req.Authority.in(m.Segment)
	if err != nil {
		return err
	}
	scores := newScores(m.Segment.Count())
	defer scores.free()
	if s.scored && s.order != ByDate {
		if err := m.Score(m.Docs, scores.of); err != nil {
			return err
		}
	}
	for it := m.Docs.Iterator(); it.HasNext(); {
		doc := it.Next()
		e := entry{doc: doc, segment: p.segment, nodes: nodes, score: s.weigh(scores.of[doc], authority, doc)}
		switch s.order {
		case ByDate:
			e.first = float64(days[doc])
		case ByAuthority:
			if e.second = e.score; authority != nil {
				e.first = authority.total(doc)
			}
		case byNode:
			e.first = e.score
		default:
			e.first, e.second = e.score, float64(days[doc])
		}
		p.best.add(e)
	}
	p.best.trim()
	if s.scored && s.order == ByDate {
		return s.scoreBest(m, p, authority, scores)
	}
	return nil
}

// weigh lets authority count in a score.
func (s *searching) weigh(score float64, authority *weighed, doc uint32) float64 {
	if authority != nil && s.req.Prior > 0 {
		return score * prior(s.req.Prior, authority.total(doc))
	}
	return score
}

// scoreBest scores the decisions that were put into order without it.
func (s *searching) scoreBest(m *bm25.Matches, p *findings, authority *weighed, scores *scoreRoom) error {
	docs := roaring.New()
	for _, e := range p.best.entries {
		docs.Add(e.doc)
	}
	if err := m.Score(docs, scores.of); err != nil {
		return err
	}
	for i := range p.best.entries {
		e := &p.best.entries[i]
		e.score = s.weigh(scores.of[e.doc], authority, e.doc)
	}
	return nil
}
