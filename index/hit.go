package index

import (
	"context"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// hit tells what is known of a decision found.
func (s *searching) hit(ctx context.Context, e entry) (Hit, error) {
	h := Hit{Node: corpus.Node(e.node())}
	seg := s.view.Segments[e.segment]
	days, err := daysOf(seg)
	if err != nil {
		return h, err
	}
	h.Date = dayOf(days[e.doc])
	authority, err := s.req.Authority.in(seg)
	if err != nil {
		return h, err
	}
	h.Prior = 1
	if authority != nil {
		h.Authority = float64(authority.cited[e.doc])
		_, h.Court, h.Publication = authority.parts(e.doc)
		if s.req.Prior > 0 {
			h.Prior = prior(s.req.Prior, authority.total(e.doc))
		}
	}
	h.Score = e.score
	if !s.req.Explain {
		h.Prior = 0
		return h, nil
	}
	return h, s.explain(ctx, e, &h)
}

// explain fills in the parts of the score.
func (s *searching) explain(ctx context.Context, e entry, h *Hit) error {
	pieces, err := s.query.Explain(ctx, e.segment, e.doc)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		zones := map[string]int{}
		for z, n := range p.Zones {
			if p.Field == fieldText {
				zones[zoneNames[z]] = n
			}
		}
		h.Pieces = append(h.Pieces, Piece{What: p.What, Field: p.Field, Zones: zones, TF: p.TF, Length: p.Length,
			Mean: p.Mean, IDF: p.IDF, Score: p.Score})
	}
	return nil
}

// withoutText counts the decisions that have no text.
func (s *searching) withoutText() (int, error) {
	q, err := s.view.Prepare(bm25.Values{Field: fieldLacks, Any: []string{lacksText}}, &weights)
	if err != nil {
		return 0, err
	}
	n := 0
	for i := range s.view.Segments {
		m, err := q.Match(context.Background(), i, nil)
		if err != nil {
			return 0, err
		}
		n += int(m.Docs.GetCardinality())
	}
	return n, nil
}

// scoreRoom is room for the scores of a segment, all 0.
type scoreRoom struct{ of []float64 }

var scoreRooms = sync.Pool{New: func() any { return new(scoreRoom) }}

func newScores(n int) *scoreRoom {
	s := scoreRooms.Get().(*scoreRoom)
	if cap(s.of) < n {
		s.of = make([]float64, n)
	}
	s.of = s.of[:n]
	clear(s.of)
	return s
}

func (s *scoreRoom) free() { scoreRooms.Put(s) }
