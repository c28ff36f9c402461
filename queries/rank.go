package queries

import (
	"context"
	"errors"
	"time"

	"github.com/attendu/attendu/index"
)

// ScorePart is the part of a score that comes from one word, phrase or number. With
// the idf of the word, tf occurrences and a decision of so many words, all weighted by
// zone, it is idf · tf · 2.2 / (tf + 1.2 · (0.25 + 0.75 · words/mean)); that of a phrase
// uses the sum of the idf of its words, that of a number or key is four times its idf.
type ScorePart struct {
	What  string         `json:"what"`  // as it stands in the index
	Field string         `json:"field"` // text, number, ecli or key; "" for what was named
	Zones map[string]int `json:"zones"` // occurrences in each zone
	TF    float64        `json:"tf"`    // the same, weighted
	Words float64        `json:"words"` // of the decision, weighted
	Mean  float64        `json:"mean"`  // of a decision
	IDF   float64        `json:"idf"`
	Score float64        `json:"score"`
}

// scoreParts writes the parts of a score; none without Explain.
func scoreParts(pieces []index.Piece) (out []ScorePart) {
	for _, p := range pieces {
		out = append(out, ScorePart{What: p.What, Field: p.Field, Zones: p.Zones, TF: p.TF, Words: p.Length, Mean: p.Mean, IDF: p.IDF, Score: p.Score})
	}
	return out
}

// LeftOut says what an answer does not cover.
type LeftOut struct {
	// Unsearched is how many decisions were not looked at when the time was over.
	Unsearched int `json:"unsearched"`
	// WithoutText is how many decisions of the library have no text: words find them by
	// their titles and abstracts only.
	WithoutText int `json:"without_text"`
	// Moved says that decisions came or went since the page before: a hit may come twice
	// or not at all.
	Moved bool `json:"moved"`
}

// ranking checks how the hits are to be put into order, and says so to the index.
func (l *Library) ranking(ctx context.Context, req SearchRequest, ask *index.Request) error {
	switch req.Sort {
	case "":
	case "relevance":
		ask.SortByDate = false
	case "date":
		ask.Sort = index.ByDate
	case "authority":
		ask.Sort, ask.SortByDate = index.ByAuthority, false
	default:
		return invalid("hits are not sorted by %q; write relevance, date or authority", req.Sort)
	}
	if req.ByDate && req.Sort != "" && req.Sort != "date" {
		return invalid("by_date and sort by %s contradict each other", req.Sort)
	}
	if !(req.Prior >= 0 && req.Prior <= 10) { // NaN is neither
		return invalid("the prior is from 0 to 10, not %v", req.Prior)
	}
	if req.TimeoutMS < 0 || req.FacetLimit < 0 {
		return invalid("timeout_ms and facet_limit cannot be negative")
	}
	if req.After != "" && req.Offset > 0 {
		return invalid("after says where to go on, and offset too: give one of the two")
	}
	ask.After, ask.Prior, ask.Explain, ask.FacetLimit = req.After, req.Prior, req.Explain, req.FacetLimit
	ask.Timeout = time.Duration(req.TimeoutMS) * time.Millisecond
	var err error
	if ask.Facets, err = facets(req.Facets); err != nil {
		return err
	}
	if ask.Sort == index.ByAuthority || ask.Prior > 0 {
		ask.Authority, err = l.authority(ctx)
	}
	return coded(err)
}

// authority is how many decisions cite each, with the weight of courts and publications,
// worked out again when decisions came or went.
func (l *Library) authority(ctx context.Context) (*index.Authority, error) {
	l.authoritiesMu.Lock()
	defer l.authoritiesMu.Unlock()
	at, err := l.index.Cursor(ctx)
	if err != nil || l.authorities != nil && l.authoritiesAt == at {
		return l.authorities, err
	}
	standing, err := loadStanding()
	if err != nil {
		return nil, err
	}
	cited, err := l.index.Citations(ctx)
	if err != nil {
		return nil, err
	}
	l.authorities, l.authoritiesAt = cited.With(standing), at
	return l.authorities, nil
}

// badCursor is the answer to a cursor of another request.
func badCursor(err error) error {
	if errors.Is(err, index.ErrCursor) {
		return invalid("after is not what an answer to the same request gave as next")
	}
	return err
}
