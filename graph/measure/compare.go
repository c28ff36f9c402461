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
	length := make([]float64, len(list)) // squared
	shared := make([][]int, len(list))
	err = f.v.EachCitation(f.ctx, list, func(at int, cited uint64) error {
		n, ok := f.degree[cited]
		if !ok {
			var err error
			if n, err = f.v.Degree(f.ctx, cited); err != nil {
				return err
			}
			f.degree[cited] = n
		}
		w := f.idf(n)
		length[at] += w * w
		if i, ok := f.thing[cited]; ok && !slices.Contains(shared[at], i) {
			shared[at] = append(shared[at], i)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i, id := range list {
		s := Similar{Node: names[i], Shared: shared[i], Together: f.pairs[id].both, CoCitation: coCitation(f.pairs[id], citing)}
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

// dot is the product of the two decisions: what they share, squared.
func (f *finder) dot(shared []int) (s float64) {
	for _, i := range shared {
		s += f.weight[i] * f.weight[i]
	}
	return s
}

// best are the candidates that share most, ascending.
func (f *finder) best() []uint64 {
	list := make([]uint64, 0, len(f.found))
	for id := range f.found {
		list = append(list, id)
	}
	slices.SortFunc(list, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(f.found[b], f.found[a]), cmp.Compare(a, b))
	})
	list = list[:min(len(list), maxCompared)]
	slices.Sort(list)
	return list
}
