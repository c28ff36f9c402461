package measure

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// SimilarRequest asks for the decisions that are like one.
type SimilarRequest struct {
	Node corpus.Node
	// Things are what it cites, each under all its names: a rule under all its numbers is
	// one thing.
	Things [][]corpus.Key
	// Names are those of the decision itself: who cites it cites these.
	Names []corpus.Key
	// Not are decisions to leave out, such as those of the same case.
	Not []corpus.Node
	// Resolve gives the held decision that a key names; ok is false where there is none
	// or there are several.
	Resolve func(ctx context.Context, key corpus.Key) (node corpus.Node, ok bool, err error)
	// NamesOf gives the names of a decision that are its alone.
	NamesOf func(ctx context.Context, node corpus.Node) ([]corpus.Key, error)
}

// Similar is a decision that is like another, and why.
type Similar struct {
	Node  corpus.Node
	Score float64 // 1 - (1 - Coupling)(1 - CoCitation)
	// Coupling is the cosine of what the two cite, each thing weighing ln(N/n): N
	// decisions are held, and n cite it.
	Coupling float64
	Shared   []int // places in Things of what both cite, the rarest first
	// CoCitation is how many cite both, over the geometric mean of how many cite each.
	CoCitation float64
	Together   int // decisions that cite both
}

// SimilarAnswer is what Similar found. Each of its lists may be empty.
type SimilarAnswer struct {
	List []Similar // all that were compared, the most similar first
	// Citing is how many decisions cite each of Things, under any of its names.
	Citing []int
	// Common are the places in Things of what is cited so often that decisions which share
	// only this were not compared.
	Common []int
	// Cut says that one thing alone is cited by more decisions than were compared.
	Cut bool
}

// The bounds of a comparison: they keep it within some ten milliseconds in a library of a
// million decisions.
const (
	maxPostings = 60_000 // citers looked at, the rarest things first
	maxCompared = 200    // decisions that are compared in full
	maxTogether = 1_000  // decisions citing it whose other citations are counted
	maxCited    = 500    // things cited with it that are looked at, those cited most with it first
	maxTied     = 4_096  // of equal weight, among which names decide; else the order of arrival does
)

// FindSimilar compares a decision with those that share what it cites, and with those
// that are cited with it. Decisions are found by the rarest things, and compared in full
// then: bibliographic coupling (M. Kessler, 1963) and co-citation (H. Small, 1973).
func FindSimilar(ctx context.Context, v graph.Moment, req SimilarRequest) (*SimilarAnswer, error) {
	f := &finder{ctx: ctx, v: v, req: req, degree: map[uint64]int{}, ans: &SimilarAnswer{}}
	for _, step := range []func() error{f.weigh, f.exclude, f.gather, f.cited, f.compare} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("measure: similar to %s: %w", req.Node, err)
		}
	}
	return f.ans, nil
}

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
		var ids []uint64
		for _, name := range names {
			id, ok, err := f.v.Number(f.ctx, corpus.Node(name))
			if err != nil {
				return err
			}
			if _, taken := f.thing[id]; ok && !taken {
				f.thing[id] = i
				ids = append(ids, id)
			}
		}
		if err := f.count(ids); err != nil {
			return err
		}
		citing := 0
		if len(ids) == 1 {
			citing = f.degree[ids[0]]
		} else if citing, err = f.v.CountCiters(f.ctx, graph.CitersRequest{Keys: names}); err != nil {
			return err
		}
		w := f.idf(citing)
		f.ans.Citing, f.weight = append(f.ans.Citing, citing), append(f.weight, w)
		f.norm += w * w
	}
	f.norm = math.Sqrt(f.norm)
	return nil
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
