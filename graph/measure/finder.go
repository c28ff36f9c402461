package measure

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"math"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/ordered"
)

type finder struct {
	ctx    context.Context
	v      graph.Moment
	req    SimilarRequest
	n      float64
	not    []uint64
	thing  map[uint64]int // by number of each name
	weight []float64      // of each thing
	norm   float64
	degree map[uint64]int // of what candidates cite
	found  map[uint64]float64
	pairs  map[uint64]together
	ans    *SimilarAnswer
}

// together are those who cite a decision with the one asked for, by their places among
// its citers, and about how many cite it.
type together struct {
	both []int
	all  int
}

func (f *finder) idf(citing int) float64 {
	return math.Log(f.n / math.Min(f.n, math.Max(1, float64(citing))))
}

// weigh counts who cites each thing.
func (f *finder) weigh() error {
	held, err := f.v.CountHeld(f.ctx)
	if err != nil {
		return err
	}
	f.n = math.Max(2, float64(held))
	f.thing = map[uint64]int{}
	for i, names := range f.req.Things {
		for _, name := range names {
			id, ok, err := f.v.Number(f.ctx, corpus.Node(name))
			if err != nil {
				return err
			}
			if _, taken := f.thing[id]; ok && !taken {
				f.thing[id] = i
			}
		}
	}
	if err := f.count(slices.Sorted(maps.Keys(f.thing))); err != nil {
		return err
	}
	count := func(ctx context.Context, names []corpus.Key) (int, error) {
		return f.v.CountCiters(ctx, graph.CitersRequest{Keys: names})
	}
	for citing, err := range ordered.Map(f.ctx, each(f.req.Things), count) {
		if err != nil {
			return err
		}
		w := f.idf(citing)
		f.ans.Citing, f.weight = append(f.ans.Citing, citing), append(f.weight, w)
		f.norm += w * w
	}
	f.norm = math.Sqrt(f.norm)
	return nil
}

// each yields the values of a list, and never an error.
func each[T any](list []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// count counts who cites each of some nodes.
func (f *finder) count(ids []uint64) error {
	n, err := f.v.Degrees(f.ctx, ids)
	if err != nil {
		return err
	}
	for i, id := range ids {
		f.degree[id] = n[i]
	}
	return nil
}

// exclude finds the decision itself and those that are not meant.
func (f *finder) exclude() error {
	for _, node := range append([]corpus.Node{f.req.Node}, f.req.Not...) {
		id, ok, err := f.v.Number(f.ctx, node)
		if err != nil {
			return err
		}
		if ok {
			f.not = append(f.not, id)
		}
	}
	return nil
}

// gather adds up what decisions share with it, the rarest things first.
func (f *finder) gather() error {
	f.found = map[uint64]float64{}
	order := make([]int, len(f.req.Things))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(f.ans.Citing[a], f.ans.Citing[b]) })
	left := maxPostings
	for k, i := range order {
		if f.ans.Citing[i] > left && k > 0 && len(f.found) > 0 {
			f.ans.Common = append(f.ans.Common, order[k:]...)
			break
		}
		set, next, err := f.v.CitersPage(f.ctx, graph.CitersRequest{Keys: f.req.Things[i], Limit: max(1, left)}, "")
		if err != nil {
			return err
		}
		f.ans.Cut = f.ans.Cut || next != ""
		left -= set.Len()
		for j := range set.Len() {
			f.found[set.At(j)] += f.weight[i] * f.weight[i]
		}
	}
	slices.Sort(f.ans.Common)
	return nil
}

// cited counts what is cited with the decision.
func (f *finder) cited() error {
	f.pairs = map[uint64]together{}
	if len(f.req.Names) == 0 {
		return nil
	}
	citers, _, err := f.v.CitersPage(f.ctx, graph.CitersRequest{Keys: f.req.Names, Not: f.req.Node, Limit: maxTogether}, "")
	if err != nil || citers.Len() == 0 {
		return err
	}
	list := make([]uint64, citers.Len())
	for i := range list {
		list[i] = citers.At(i)
	}
	by := map[uint64][]int{}
	if err := f.v.EachCitation(f.ctx, list, func(at int, cited uint64) error { by[cited] = append(by[cited], at); return nil }); err != nil {
		return err
	}
	ids := make([]uint64, 0, len(by))
	for id := range by {
		ids = append(ids, id)
	}
	if ids, err = f.first(ids, maxCited, func(id uint64) float64 { return float64(len(by[id])) }); err != nil {
		return err
	}
	names, err := f.v.Nodes(f.ctx, graph.NewNodeSet(ids...))
	if err != nil {
		return err
	}
	if err := f.count(ids); err != nil {
		return err
	}
	for i, name := range names {
		if !corpus.Key(name).IsDecision() {
			continue
		}
		node, ok, err := f.req.Resolve(f.ctx, corpus.Key(name))
		if err != nil {
			return err
		}
		id, known, err := f.v.Number(f.ctx, node)
		if err != nil {
			return err
		}
		if !ok || !known {
			continue
		}
		p := f.pairs[id] // one decision may be cited under several names, also by the same
		both := slices.Sorted(slices.Values(slices.Concat(p.both, by[ids[i]])))
		f.pairs[id] = together{slices.Compact(both), p.all + f.degree[ids[i]]}
	}
	f.of(citers.Len())
	return nil
}

// of turns the counts of joint citations into candidates.
func (f *finder) of(citing int) {
	for id, p := range f.pairs {
		f.found[id] += f.norm * f.norm * coCitation(len(p.both), p.all, citing)
	}
}

// coCitation is how many cite both of two decisions, over the geometric mean of how many
// cite each.
func coCitation(both, a, b int) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	return math.Min(1, float64(both)/math.Sqrt(float64(a)*float64(b)))
}
