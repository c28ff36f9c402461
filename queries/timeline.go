package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// TimelineRequest asks for the life of a provision in the decisions of the library.
type TimelineRequest struct {
	Reference string `json:"reference"` // as in ArticleRequest
	// By divides the decisions of each year by "use", the default; by the "number" under
	// which they cite the rule; or by the kind of "court".
	By     string      `json:"by"`
	Courts []string    `json:"courts"` // as in SearchRequest
	From   corpus.Date `json:"from"`
	To     corpus.Date `json:"to"`
	// At takes the rule that the number bore on this day, and Exact the number alone: see
	// ArticleRequest.
	At    corpus.Date `json:"at"`
	Exact bool        `json:"exact"`
}

// Timeline is the life of one rule: how many decisions of each year cite it, under all
// its numbers. Each decision counts once.
type Timeline struct {
	Key     corpus.Key     `json:"key"`
	Title   string         `json:"title"`
	Version corpus.Version `json:"version"`
	Subject string         `json:"subject"`
	Line    []LineText     `json:"line"` // the numbers of the rule, the oldest first
	By      string         `json:"by"`
	// Groups are the parts of each year, in the order of its Counts.
	Groups []TimelineGroup `json:"groups"`
	Years  []TimelineYear  `json:"years"` // without gaps
	Marks  []TimelineMark  `json:"marks"` // when the rule moved to another number
	Total  int             `json:"total"`
	// Undated are decisions without a day, which are in no year. Open are those that cite
	// a number of the rule without showing that they mean it; they are not counted.
	Undated int `json:"undated"`
	Open    int `json:"open"`
}

// Timeline gives the life of each rule that a reference names and decisions cite, that of
// today first; of one that nobody cites the empty life.
func (l *Library) Timeline(ctx context.Context, req TimelineRequest) ([]Timeline, error) {
	switch req.By = cmp.Or(req.By, "use"); {
	case req.By != "use" && req.By != "number" && req.By != "court":
		return nil, invalid("a timeline is not divided by %q; write use, number or court", req.By)
	}
	if err := checkFollowing(req.Exact, req.At); err != nil {
		return nil, err
	}
	if err := checkDates(req.From, req.To); err != nil {
		return nil, err
	}
	list, err := l.timelines(ctx, req)
	return list, coded(err)
}

func (l *Library) timelines(ctx context.Context, req TimelineRequest) (list []Timeline, err error) {
	keys, err := l.references(ctx, []string{req.Reference})
	if err != nil {
		return nil, err
	}
	if req.Courts, err = l.courts(req.Courts); err != nil {
		return nil, err
	}
	held, err := l.heldByYear(ctx, req)
	if err != nil {
		return nil, err
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	for _, k := range keys {
		if !k.IsProvision() {
			return nil, invalid("%s is a decision; a timeline is for a provision", k)
		}
		senses, err := l.senses(ctx, k, following{exact: req.Exact, at: req.At})
		if err != nil {
			return nil, err
		}
		for i, s := range senses {
			t, err := l.timeline(ctx, v, s, req)
			if err != nil {
				return nil, err
			}
			for y := range t.Years {
				t.Years[y].Held = held[t.Years[y].Year]
			}
			if t.Total > 0 || i == 0 {
				list = append(list, *t)
			}
		}
	}
	// The life of today's number comes first only where it has one.
	if cited := slices.DeleteFunc(slices.Clone(list), func(t Timeline) bool { return t.Total == 0 }); len(cited) > 0 {
		return cited, nil
	}
	return list[:min(1, len(list))], nil
}

// timeline is the life of one sense of a reference.
func (l *Library) timeline(ctx context.Context, v graph.Moment, s sense, req TimelineRequest) (*Timeline, error) {
	t := &Timeline{Key: s.key, Title: l.Title(s.key), Line: l.line(s), By: req.By, Groups: []TimelineGroup{}, Years: []TimelineYear{}, Marks: []TimelineMark{}}
	if s.rule.Version != "" {
		if s.rule.Version != corpus.Unchanged {
			t.Version = s.rule.Version
		}
		t.Subject = l.lineText(s.rule.Text).Subject
	}
	t.Marks = append(t.Marks, l.marks(s)...)
	ask := func(keys []corpus.Key, uses ...corpus.Use) (graph.NodeSet, error) {
		return v.Citers(ctx, graph.CitersRequest{Keys: keys, Uses: uses, From: req.From, To: req.To, Courts: req.Courts})
	}
	all, err := ask(s.names)
	if err != nil {
		return nil, err
	}
	open, err := ask(s.open)
	if err != nil {
		return nil, err
	}
	t.Total, t.Open = all.Len(), open.Len()-open.And(all).Len()
	part, err := l.divide(ctx, v, s, t, all, ask)
	if err != nil {
		return nil, err
	}
	days, err := v.Days(ctx, all)
	if err != nil {
		return nil, err
	}
	t.count(days, part)
	return t, nil
}
