package measure

import (
	"cmp"
	"math"
	"slices"

	"github.com/attendu/attendu/graph"
)

// compare compares the best of what was found in full.
func (f *finder) compare() error {
	for _, id := range f.not {
		delete(f.found, id)
	}
	list := f.best()
	names, err := f.v.Nodes(f.ctx, graph.NewNodeSet(list...))
	if err != nil {
		return err
	}
	citing := 0
	if len(f.pairs) > 0 {
		if citing, err = f.v.CountCiters(f.ctx, graph.CitersRequest{Keys: f.req.Names, Not: f.req.Node}); err != nil {
			return err
		}
	}
	length, shared, err := f.lengths(list)
	if err != nil {
		return err
	}
	for i, id := range list {
		s := Similar{Node: names[i], Shared: shared[i], Together: len(f.pairs[id].both)}
		if s.Together > 0 {
			if s.CoCitation, err = f.coCited(s, citing); err != nil {
				return err
			}
		}
		slices.SortFunc(s.Shared, func(a, b int) int {
			return cmp.Or(cmp.Compare(f.ans.Citing[a], f.ans.Citing[b]), cmp.Compare(a, b))
		})
		if dot := f.dot(s.Shared); dot > 0 {
			s.Coupling = math.Min(1, dot/(f.norm*math.Max(math.Sqrt(length[i]), math.Sqrt(dot))))
		}
		s.Score = 1 - (1-s.Coupling)*(1-s.CoCitation)
		if s.Score > 0 {
			f.ans.List = append(f.ans.List, s)
		}
	}
	slices.SortFunc(f.ans.List, func(a, b Similar) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Node, b.Node))
	})
	return nil
}

// coCited is the co-citation of a candidate, under all its names.
func (f *finder) coCited(s Similar, citing int) (float64, error) {
	names, err := f.req.NamesOf(f.ctx, s.Node)
	if err != nil {
		return 0, err
	}
	all, err := f.v.CountCiters(f.ctx, graph.CitersRequest{Keys: names, Not: s.Node})
	return coCitation(s.Together, all, citing), err
}

// lengths reads what candidates cite: the squares of their lengths, and which things they
// share.
func (f *finder) lengths(list []uint64) (length []float64, shared [][]int, err error) {
	type citation struct {
		at    int
		cited uint64
	}
	var all []citation
	var fresh []uint64
	err = f.v.EachCitation(f.ctx, list, func(at int, cited uint64) error {
		all = append(all, citation{at, cited})
		if _, ok := f.degree[cited]; !ok {
			f.degree[cited] = 0
			fresh = append(fresh, cited)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	slices.Sort(fresh)
	if err := f.count(fresh); err != nil {
		return nil, nil, err
	}
	length, shared = make([]float64, len(list)), make([][]int, len(list))
	for _, c := range all {
		w := f.idf(f.degree[c.cited])
		length[c.at] += w * w
		if i, ok := f.thing[c.cited]; ok && !slices.Contains(shared[c.at], i) {
			shared[c.at] = append(shared[c.at], i)
		}
	}
	return length, shared, nil
}

// dot is the product of the two decisions: what they share, squared.
func (f *finder) dot(shared []int) (s float64) {
	for _, i := range shared {
		s += f.weight[i] * f.weight[i]
	}
	return s
}

// candidate is a decision that shares something, and how much.
type candidate struct {
	id     uint64
	weight float64
}

// better puts what shares most first.
func better(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
}

// best are the candidates that share most, ascending. Of many thousands only those are
// sorted that may be among them.
func (f *finder) best() []uint64 {
	var top []candidate
	sorted := false // the first maxCompared of top are the best so far
	trim := func() {
		slices.SortFunc(top, better)
		top = top[:min(len(top), maxCompared)]
		sorted = len(top) == maxCompared
	}
	for id, w := range f.found {
		c := candidate{id, w}
		if sorted && better(c, top[maxCompared-1]) > 0 {
			continue
		}
		if top = append(top, c); len(top) == 2*maxCompared {
			trim()
		}
	}
	trim()
	list := make([]uint64, len(top))
	for i, c := range top {
		list[i] = c.id
	}
	slices.Sort(list)
	return list
}
