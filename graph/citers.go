package graph

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// counted are the predicates whose links are counted and packed in the quad store:
// those that the questions of Links begin with.
var counted = []quad.IRI{Cites, Visa, Applied, Rejected, Invoked, Reported, Quoted, Recited, Reviews, CourtOf, IsOrg}

// Citers implements Links.
func (v *moment) Citers(ctx context.Context, req CitersRequest) (NodeSet, error) {
	set, err := v.citers(ctx, req, quadstore.Selection{})
	if err != nil {
		return NodeSet{}, fmt.Errorf("graph: citers of %v: %w", req.Keys, err)
	}
	return NodeSet{set}, nil
}

// CountCiters implements Links.
func (v *moment) CountCiters(ctx context.Context, req CitersRequest) (int, error) {
	l, ok, err := v.only(req)
	if err == nil {
		err = v.over(ctx)
	}
	n := int64(0)
	switch {
	case err != nil:
	case ok:
		n, err = v.q.Degree(ctx, l) // a decision cites in its own named graph alone
	default:
		var set quadstore.Set
		set, err = v.citers(ctx, req, quadstore.Selection{})
		n = int64(len(set))
	}
	if err != nil {
		return 0, fmt.Errorf("graph: count citers of %v: %w", req.Keys, err)
	}
	return int(n), nil
}

// only gives the one link that a request asks for.
func (v *moment) only(req CitersRequest) (l quadstore.Link, ok bool, err error) {
	if len(req.Keys) != 1 || len(req.And) > 0 || len(req.Uses) > 1 || req.From != "" || req.To != "" || len(req.Courts) > 0 || req.Not != "" {
		return l, false, nil
	}
	links, err := v.links(req.Keys, req.Uses)
	if err != nil || len(links) != 1 {
		return l, false, err
	}
	return links[0], true, nil
}

// pageSize is that of a request without a limit.
const pageSize = 100

// CitersPage implements Links. The cursor is the number of the last decision.
func (v *moment) CitersPage(ctx context.Context, req CitersRequest, after string) (page NodeSet, next string, err error) {
	sel := quadstore.Selection{Limit: req.Limit}
	if req.Limit <= 0 {
		sel.Limit = pageSize
	}
	if after != "" {
		n, err := strconv.ParseUint(after, 36, 64)
		if err != nil {
			return NodeSet{}, "", fmt.Errorf("graph: page of citers of %v: %w: cursor %q", req.Keys, corpus.ErrKey, after)
		}
		sel.After = quadstore.ID(n)
	}
	size := sel.Limit
	sel.Limit++ // one more tells that there is a next page
	set, err := v.citers(ctx, req, sel)
	if err != nil {
		return NodeSet{}, "", fmt.Errorf("graph: page of citers of %v: %w", req.Keys, err)
	}
	if len(set) > size {
		set = set[:size]
		next = strconv.FormatUint(uint64(set[size-1]), 36)
	}
	return NodeSet{set}, next, nil
}

// citers adds the conditions of a request to a selection.
func (v *moment) citers(ctx context.Context, req CitersRequest, sel quadstore.Selection) (quadstore.Set, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	for _, keys := range append([][]corpus.Key{req.Keys}, req.And...) {
		links, err := v.links(keys, req.Uses)
		if err != nil || len(links) == 0 {
			return quadstore.Set{}, err
		}
		sel.Has = append(sel.Has, links)
	}
	if len(req.Courts) > 0 {
		links, err := v.courts(ctx, req.Courts)
		if err != nil || len(links) == 0 {
			return quadstore.Set{}, err
		}
		sel.Has = append(sel.Has, links)
	}
	if req.From != "" || req.To != "" {
		date, ok, err := v.id(DateOf)
		if err != nil || !ok {
			return quadstore.Set{}, err
		}
		sel.Within = append(sel.Within, days(date, req.From, req.To))
	}
	not, without, err := quadstore.ID(0), false, error(nil)
	if req.Not != "" {
		if not, without, err = v.id(quad.IRI(req.Not)); err != nil {
			return nil, err
		}
	}
	if without && sel.Limit > 0 {
		sel.Limit++
	}
	set, err := v.q.Select(ctx, sel)
	if at, found := slices.BinarySearch(set, not); without && found {
		set = slices.Delete(set, at, at+1)
	} else if without && sel.Limit > 0 && len(set) == sel.Limit {
		set = set[:sel.Limit-1]
	}
	return set, err
}

// days is the range from one day to another, both included.
func days(date quadstore.ID, from, to corpus.Date) quadstore.Range {
	r := quadstore.Range{Predicate: date}
	if from != "" {
		r.From = quad.Time(from.Time())
	}
	if to != "" {
		r.To = quad.Time(to.Time().AddDate(0, 0, 1))
	}
	return r
}

// links are those by which a decision cites one of some keys; a key or a use that
// nobody knows has none.
func (v *moment) links(keys []corpus.Key, uses []corpus.Use) (links []quadstore.Link, err error) {
	predicates := []quad.IRI{Cites}
	if len(uses) > 0 {
		predicates = predicates[:0]
		for _, u := range uses {
			predicates = append(predicates, useIRI(u))
		}
	}
	for _, p := range predicates {
		pid, ok, err := v.id(p)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		for _, k := range keys {
			kid, ok, err := v.id(quad.IRI(k))
			if err != nil {
				return nil, err
			}
			if l := (quadstore.Link{Predicate: pid, Object: kid}); ok && !slices.Contains(links, l) {
				links = append(links, l)
			}
		}
	}
	return links, nil
}

// courts are the links of decisions to courts, given by kind or by kind and place.
func (v *moment) courts(ctx context.Context, courts []string) (links []quadstore.Link, err error) {
	court, ok, err := v.id(CourtOf)
	if err != nil || !ok {
		return nil, err
	}
	add := func(id quadstore.ID) {
		if l := (quadstore.Link{Predicate: court, Object: id}); !slices.Contains(links, l) {
			links = append(links, l)
		}
	}
	for _, c := range courts {
		node := quad.IRI("court/" + c)
		id, ok, err := v.id(node)
		if err != nil {
			return nil, err
		}
		if ok {
			add(id)
		}
		places, err := v.q.Between(ctx, node+"/", node+"0") // '0' is behind '/'
		if err != nil {
			return nil, err
		}
		for _, id := range places {
			add(id)
		}
	}
	return links, nil
}
