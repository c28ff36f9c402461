package measure

import (
	"context"
	"math/rand/v2"
	"slices"
)

// CommunityOptions are the choices of Communities. The zero value is usable.
type CommunityOptions struct {
	// Resolution above 1 makes more and smaller communities; 0 is 1.
	Resolution float64
	// Seed is that of the order in which nodes are looked at. The same seed gives the
	// same communities.
	Seed uint64
}

// Communities divides the nodes into groups with more links within than chance would
// give, whichever way the links go: Louvain's method, and what is not connected within a
// group becomes groups of its own. It gives the group of each node, groups being
// numbered by their size, the largest first, and of one size by their first node; and
// the modularity of the division, from -0.5 to 1.
//
// V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in
// large networks, 2008.
func Communities(ctx context.Context, g *Graph, opt CommunityOptions) (group []int, modularity float64, err error) {
	if opt.Resolution <= 0 {
		opt.Resolution = 1
	}
	w := undirected(g)
	random := rand.New(rand.NewPCG(opt.Seed, 0x6c6f757661696e))
	group = make([]int, g.Len())
	for i := range group {
		group[i] = i
	}
	for at := w; ; {
		l := newLouvain(at, opt.Resolution)
		moved, err := l.settle(ctx, random)
		if err != nil {
			return nil, 0, err
		}
		if !moved {
			break
		}
		var next *weighted
		number := l.numbers()
		for i := range group {
			group[i] = number[l.group[group[i]]]
		}
		next = at.folded(l.group, number)
		if next.len() == at.len() {
			break
		}
		at = next
	}
	group = bySize(connected(g, group))
	return group, w.modularity(group, opt.Resolution), nil
}

// weighted is an undirected graph with weights in compressed rows; each link stands at
// both its ends. own is what a node of a folded graph has within itself, counted twice.
type weighted struct {
	from   []uint64
	to     []uint32
	weight []float64
	own    []float64
	total  float64 // of all weights, each link counted twice
}

func (w *weighted) len() int { return len(w.from) - 1 }

// undirected forgets which way links go; two nodes that link to each other weigh 2.
func undirected(g *Graph) *weighted {
	n := g.Len()
	w := &weighted{from: make([]uint64, n+1), own: make([]float64, n), total: 2 * float64(g.Links())}
	w.to = make([]uint32, 0, 2*g.Links())
	w.weight = make([]float64, 0, 2*g.Links())
	for i := range n {
		a, b := g.Citing(i), g.Cited(i)
		for len(a) > 0 || len(b) > 0 {
			switch {
			case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
				w.to, w.weight, a = append(w.to, a[0]), append(w.weight, 1), a[1:]
			case len(a) == 0 || b[0] < a[0]:
				w.to, w.weight, b = append(w.to, b[0]), append(w.weight, 1), b[1:]
			default:
				w.to, w.weight, a, b = append(w.to, a[0]), append(w.weight, 2), a[1:], b[1:]
			}
		}
		w.from[i+1] = uint64(len(w.to))
	}
	return w
}

// strength is the sum of the weights of a node.
func (w *weighted) strength(i int) float64 { return sum(w.weight[w.from[i]:w.from[i+1]]) + w.own[i] }

// folded makes each group a node.
func (w *weighted) folded(group []int, number map[int]int) *weighted {
	n := len(number)
	members := make([][]int, n)
	for i, c := range group {
		members[number[c]] = append(members[number[c]], i)
	}
	f := &weighted{from: make([]uint64, n+1), own: make([]float64, n), total: w.total}
	to := newTally(n)
	for c, list := range members {
		for _, i := range list {
			f.own[c] += w.own[i]
			for k := w.from[i]; k < w.from[i+1]; k++ {
				if d := number[group[w.to[k]]]; d == c {
					f.own[c] += w.weight[k]
				} else {
					to.add(d, w.weight[k])
				}
			}
		}
		slices.Sort(to.list)
		for _, d := range to.list {
			f.to, f.weight = append(f.to, uint32(d)), append(f.weight, to.sum[d])
		}
		to.clear()
		f.from[c+1] = uint64(len(f.to))
	}
	return f
}

// modularity is the share of the weight within groups, less what chance would give.
func (w *weighted) modularity(group []int, resolution float64) (q float64) {
	if w.total == 0 {
		return 0
	}
	strength := map[int]float64{}
	order := []int{}
	within := 0.0
	for i, c := range group {
		if _, ok := strength[c]; !ok {
			order = append(order, c)
		}
		strength[c] += w.strength(i)
		within += w.own[i]
		for k := w.from[i]; k < w.from[i+1]; k++ {
			if group[w.to[k]] == c {
				within += w.weight[k]
			}
		}
	}
	for _, c := range order {
		s := strength[c] / w.total
		q -= resolution * s * s
	}
	return q + within/w.total
}

// tally adds up weights by number.
type tally struct {
	sum  []float64
	has  []bool
	list []int
}

func newTally(n int) *tally { return &tally{sum: make([]float64, n), has: make([]bool, n)} }

func (t *tally) add(i int, w float64) {
	if !t.has[i] {
		t.has[i] = true
		t.list = append(t.list, i)
	}
	t.sum[i] += w
}

func (t *tally) clear() {
	for _, i := range t.list {
		t.sum[i], t.has[i] = 0, false
	}
	t.list = t.list[:0]
}
