package measure

import (
	"cmp"
	"math"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// compare compares the best of what was found in full.
func (f *finder) compare() error {
	for _, id := range f.not {
		delete(f.found, id)
	}
	list, err := f.best()
	if err != nil {
		return err
	}
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
	squares := make([][]float64, len(list))
	for _, c := range all {
		w := f.idf(f.degree[c.cited])
		squares[c.at] = append(squares[c.at], w*w)
		if i, ok := f.thing[c.cited]; ok && !slices.Contains(shared[c.at], i) {
			shared[c.at] = append(shared[c.at], i)
		}
	}
	for i, list := range squares { // added up in an order that is not that of numbers
		slices.Sort(list)
		length[i] = sum(list)
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

// best are the candidates that share most, ascending.
func (f *finder) best() ([]uint64, error) {
	ids := make([]uint64, 0, len(f.found))
	for id := range f.found {
		ids = append(ids, id)
	}
	return f.first(ids, maxCompared, func(id uint64) float64 { return f.found[id] })
}

// first are the nodes that weigh most, ascending by number; at the border those of the
// first names, whichever came into the library first.
func (f *finder) first(ids []uint64, most int, weight func(uint64) float64) ([]uint64, error) {
	if len(ids) > most {
		border := nth(ids, most, weight)
		var tied []uint64
		ids = slices.DeleteFunc(ids, func(id uint64) bool {
			if weight(id) == border {
				tied = append(tied, id)
			}
			return weight(id) <= border
		})
		tied, err := f.firstNamed(tied, most-len(ids))
		if err != nil {
			return nil, err
		}
		ids = append(ids, tied...)
	}
	slices.Sort(ids)
	return ids, nil
}

// nth is the n-th greatest weight. Of many thousands only those are sorted that may be
// among the greatest.
func nth(ids []uint64, n int, weight func(uint64) float64) float64 {
	top := make([]float64, 0, 2*n)
	trim := func() {
		slices.SortFunc(top, func(a, b float64) int { return cmp.Compare(b, a) })
		top = top[:n]
	}
	sorted := false
	for _, id := range ids {
		w := weight(id)
		if sorted && w <= top[n-1] {
			continue
		}
		if top = append(top, w); len(top) == 2*n {
			trim()
			sorted = true
		}
	}
	trim()
	return top[n-1]
}

// firstNamed are those of the first names, or of the first numbers where naming all
// would take too long.
func (f *finder) firstNamed(ids []uint64, most int) ([]uint64, error) {
	slices.Sort(ids)
	if len(ids) > most && len(ids) <= maxTied {
		names, err := f.v.Nodes(f.ctx, graph.NewNodeSet(ids...))
		if err != nil {
			return nil, err
		}
		name := make(map[uint64]corpus.Node, len(ids))
		for i, id := range ids {
			name[id] = names[i]
		}
		slices.SortFunc(ids, func(a, b uint64) int { return cmp.Compare(name[a], name[b]) })
	}
	return ids[:most], nil
}
