package queries

import (
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// rankProvision finds the decisions that cite the provision of a request.
func (l *Library) rankProvision(ctx context.Context, req RankRequest, ans *RankAnswer) (graph.NodeSet, error) {
	keys, err := l.references(ctx, []string{req.Provision})
	if err != nil {
		return graph.NodeSet{}, err
	}
	var all [][]corpus.Key
	for _, k := range keys {
		if !k.IsProvision() {
			return graph.NodeSet{}, invalid("%s is a decision; decisions are ranked for a provision", k)
		}
		names, err := l.lineNames(ctx, k, following{})
		if err != nil {
			return graph.NodeSet{}, err
		}
		ans.Provision = append(ans.Provision, l.Title(k))
		all = append(all, names)
	}
	return l.store.Citers(ctx, graph.CitersRequest{Keys: all[0], And: all[1:], Uses: req.Uses})
}

// receivedBy counts those who cite a decision by use, without those that review it.
func (l *Library) receivedBy(ctx context.Context, node corpus.Node) (map[corpus.Use]int, error) {
	out := map[corpus.Use]int{}
	t, err := l.target(ctx, node)
	if err != nil {
		return nil, err
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	own := t.own()
	reviewing, err := l.reviewing(ctx, v, own)
	if err != nil {
		return nil, err
	}
	for _, use := range corpus.Uses() {
		set, err := v.Citers(ctx, own.citers(use))
		if err != nil {
			return nil, err
		}
		if n := set.Len() - set.And(reviewing).Len(); n > 0 {
			out[use] = n
		}
	}
	return out, nil
}

// reviewing gives the decisions that review a target.
func (l *Library) reviewing(ctx context.Context, v graph.Moment, t target) (graph.NodeSet, error) {
	var numbers []uint64
	for _, name := range t.names {
		for node, err := range l.store.Reviewing(ctx, name) {
			if err != nil {
				return graph.NodeSet{}, err
			}
			n, ok, err := v.Number(ctx, node)
			if err != nil {
				return graph.NodeSet{}, err
			}
			if ok {
				numbers = append(numbers, n)
			}
		}
	}
	return graph.NewNodeSet(numbers...), nil
}

// own is the target under the names that are its alone.
func (t target) own() target {
	t.names = slices.DeleteFunc(slices.Clone(t.names), func(k corpus.Key) bool { return t.shared[k] })
	return t
}
