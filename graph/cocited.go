package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// CoCited implements Links.
func (v *moment) CoCited(ctx context.Context, req CitersRequest, limit int) ([]CoCited, error) {
	out, err := v.coCited(ctx, req, limit)
	if err != nil {
		return nil, fmt.Errorf("graph: cited with %v: %w", req.Keys, err)
	}
	return out, nil
}

func (v *moment) coCited(ctx context.Context, req CitersRequest, limit int) ([]CoCited, error) {
	set, err := v.citers(ctx, req, quadstore.Selection{})
	if err != nil || len(set) == 0 {
		return []CoCited{}, err
	}
	cites, _, err := v.id(Cites)
	if err != nil {
		return nil, err
	}
	all, err := v.q.HopWeights(ctx, set, cites, quad.Object, 0)
	if err != nil {
		return nil, err
	}
	asked, err := v.ids(append(slices.Concat(req.And...), req.Keys...))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(w quadstore.Weight) bool { return slices.Contains(asked, w.ID) })
	if limit > 0 && limit < len(all) { // with all that are as many as the last
		last := all[limit-1].N
		all = all[:limit+slices.IndexFunc(append(all[limit:len(all):len(all)], quadstore.Weight{}), func(w quadstore.Weight) bool { return w.N < last })]
	}
	ids := make([]quadstore.ID, len(all))
	for i, w := range all {
		ids[i] = w.ID
	}
	names, err := v.names(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]CoCited, len(all))
	for i, w := range all {
		out[i] = CoCited{corpus.Key(names[i]), w.N}
	}
	slices.SortFunc(out, func(a, b CoCited) int {
		return cmp.Or(cmp.Compare(b.Decisions, a.Decisions), cmp.Compare(a.Key, b.Key))
	})
	if limit > 0 && limit < len(out) {
		out = slices.Clip(out[:limit])
	}
	return out, nil
}

// ids are the numbers of the keys that the graph knows.
func (v *moment) ids(keys []corpus.Key) (ids []quadstore.ID, err error) {
	for _, k := range keys {
		id, ok, err := v.id(quad.IRI(k))
		if err != nil {
			return nil, err
		}
		if ok {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// SharedCitations implements Links.
func (v *moment) SharedCitations(ctx context.Context, nodes ...corpus.Node) ([]corpus.Key, error) {
	out, err := v.shared(ctx, nodes)
	if err != nil {
		return nil, fmt.Errorf("graph: citations shared by %v: %w", nodes, err)
	}
	return out, nil
}

func (v *moment) shared(ctx context.Context, nodes []corpus.Node) ([]corpus.Key, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	cites, ok, err := v.id(Cites)
	if err != nil || !ok {
		return []corpus.Key{}, err
	}
	var all quadstore.Set
	for i, node := range nodes {
		id, ok, err := v.id(quad.IRI(node))
		if err != nil || !ok {
			return []corpus.Key{}, err
		}
		cited, err := v.q.Hop(ctx, quadstore.Set{id}, cites, quad.Object)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			cited = all.And(cited)
		}
		all = cited
	}
	names, err := v.names(ctx, all)
	if err != nil {
		return nil, err
	}
	out := make([]corpus.Key, len(names))
	for i, n := range names {
		out[i] = corpus.Key(n)
	}
	slices.Sort(out)
	return out, nil
}
