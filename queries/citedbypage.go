package queries

import (
	"context"
	"errors"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// CitedByRequest asks for one page of those who cite a thing.
type CitedByRequest struct {
	Reference string       `json:"reference"` // a provision or a decision, in any usual writing
	Uses      []corpus.Use `json:"uses"`      // keep these uses; empty keeps all
	Limit     int          `json:"limit"`     // 0 means 10
	// After goes on where an answer to the same request ended: it is its Next. Any depth
	// costs the same.
	After string `json:"after"`
}

// CitedByAnswer is one page of those who cite a thing.
type CitedByAnswer struct {
	Titles []string `json:"titles"` // how the reference was understood
	// Total is how many decisions cite, before those are left out of the pages that on
	// a closer look mean a homonym.
	Total  int      `json:"total"`
	Citing []Citing `json:"citing"` // in the order of the graph: stable, without meaning
	// Homonyms are how many decisions of this page were left out because they mean
	// another decision of the same name.
	Homonyms int `json:"homonyms"`
	// Next goes on after the last one, as After of the same request; "" at the end.
	Next string `json:"next"`
}

// CitedByPage gives the decisions that cite a provision or a decision, a page at a
// time, each once with all its mentions. A reference to several provisions ("CPC
// 808/809") takes those who cite any of them.
func (l *Library) CitedByPage(ctx context.Context, req CitedByRequest) (*CitedByAnswer, error) {
	if err := checkPage(req.Limit, 0); err != nil {
		return nil, err
	}
	if err := checkUses(req.Uses); err != nil {
		return nil, err
	}
	targets, err := l.targets(ctx, req.Reference)
	if err != nil {
		return nil, coded(err)
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, coded(err)
	}
	defer v.Close()
	ans := &CitedByAnswer{Titles: []string{}, Citing: []Citing{}}
	ask := joinTargets(targets, req)
	for _, t := range targets {
		place, err := l.place(ctx, t.node)
		if err != nil {
			return nil, coded(err)
		}
		ans.Titles = append(ans.Titles, place.Title)
	}
	if ans.Total, err = v.CountCiters(ctx, ask); err != nil {
		return nil, coded(err)
	}
	page, next, err := v.CitersPage(ctx, ask, req.After)
	if err != nil {
		return nil, pageError(err, req.After)
	}
	nodes, err := v.Nodes(ctx, page)
	if err != nil {
		return nil, coded(err)
	}
	for _, node := range nodes {
		c, err := l.citingAny(ctx, node, targets)
		if err != nil {
			return nil, coded(err)
		}
		if c == nil {
			ans.Homonyms++
			continue
		}
		ans.Citing = append(ans.Citing, *c)
	}
	ans.Next = next
	return ans, nil
}

// joinTargets asks for those who cite any of some targets.
func joinTargets(targets []target, req CitedByRequest) graph.CitersRequest {
	ask := graph.CitersRequest{Uses: req.Uses, Limit: req.Limit}
	if ask.Limit == 0 {
		ask.Limit = 10
	}
	for _, t := range targets {
		one := t.citers()
		ask.Not = one.Not // a decision, and then it is alone
		for _, k := range one.Keys {
			if !slices.Contains(ask.Keys, k) {
				ask.Keys = append(ask.Keys, k)
			}
		}
	}
	return ask
}

// citingAny describes how a decision cites the first of some targets that it means; nil
// when it means none.
func (l *Library) citingAny(ctx context.Context, node corpus.Node, targets []target) (all *Citing, err error) {
	for _, t := range targets {
		c, err := l.citing(ctx, node, t)
		if err != nil {
			return nil, err
		}
		switch {
		case c == nil:
		case all == nil:
			all = c
		default:
			all.join(c)
		}
	}
	return all, nil
}

// join adds the mentions of another thing by the same decision.
func (c *Citing) join(more *Citing) {
	c.Mentions = append(c.Mentions, more.Mentions...)
	slices.SortStableFunc(c.Mentions, func(a, b Mention) int { return a.Start - b.Start })
	for _, u := range more.Uses {
		if !slices.Contains(c.Uses, u) {
			c.Uses = append(c.Uses, u)
		}
	}
	slices.Sort(c.Uses)
	if !more.Uncertain {
		c.Uncertain, c.Doubt = false, ""
	}
}

// pageError tells a cursor that nobody gave from a fault.
func pageError(err error, after string) error {
	if after != "" && errors.Is(err, corpus.ErrKey) {
		return invalid("after is not what an answer to the same request gave as next")
	}
	return coded(err)
}
