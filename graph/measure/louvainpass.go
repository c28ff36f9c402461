package measure

import (
	"context"
	"math/rand/v2"
	"slices"
)

// louvain is the first phase of the method on one graph: nodes move to the group of a
// neighbour as long as that gains.
type louvain struct {
	w          *weighted
	resolution float64
	group      []int
	of         []float64 // strength of each node
	strength   []float64 // of each group
}

func newLouvain(w *weighted, resolution float64) *louvain {
	l := &louvain{w: w, resolution: resolution, group: make([]int, w.len()), of: make([]float64, w.len())}
	for i := range l.group {
		l.group[i] = i
		l.of[i] = w.strength(i)
	}
	l.strength = slices.Clone(l.of)
	return l
}

// least is the gain, in weight, below which a move is no gain: moves of rounding errors
// would never end.
const least = 1e-9

// rounds bounds the passes over one graph; the first few do nearly all.
const rounds = 100

// settle moves nodes, in random order, until none gains. Only those whose neighbours
// moved are looked at again.
func (l *louvain) settle(ctx context.Context, random *rand.Rand) (moved bool, err error) {
	if l.w.total == 0 {
		return false, nil
	}
	order := random.Perm(l.w.len())
	open := make([]bool, l.w.len())
	for i := range open {
		open[i] = true
	}
	near := newTally(l.w.len())
	for range rounds {
		again := false
		for n, i := range order {
			if n%(1<<14) == 0 && ctx.Err() != nil {
				return false, ctx.Err()
			}
			if !open[i] {
				continue
			}
			open[i] = false
			if !l.move(i, near) {
				continue
			}
			moved, again = true, true
			for _, j := range l.w.to[l.w.from[i]:l.w.from[i+1]] {
				if l.group[j] != l.group[i] {
					open[j] = true
				}
			}
		}
		if !again {
			break
		}
	}
	return moved, nil
}

// move puts a node into the group where it gains most; of equal ones into that with the
// lowest number, and it stays where it is if nothing is better.
func (l *louvain) move(i int, near *tally) bool {
	defer near.clear()
	own := l.group[i]
	near.add(own, 0)
	for k := l.w.from[i]; k < l.w.from[i+1]; k++ {
		near.add(l.group[l.w.to[k]], l.w.weight[k])
	}
	l.strength[own] -= l.of[i]
	gain := func(c int) float64 { return near.sum[c] - l.resolution*l.strength[c]*l.of[i]/l.w.total }
	best, most := own, gain(own)
	for _, c := range near.list {
		if g := gain(c); g > most+least || g > most-least && c < best && best != own {
			best, most = c, g
		}
	}
	l.strength[best] += l.of[i]
	l.group[i] = best
	return best != own
}

// numbers numbers the groups in use in the order of their first nodes.
func (l *louvain) numbers() map[int]int {
	number := map[int]int{}
	for _, c := range l.group {
		if _, ok := number[c]; !ok {
			number[c] = len(number)
		}
	}
	return number
}

// connected splits groups into parts whose nodes can reach each other within them:
// Louvain's method may leave a group that only a node which has moved away held together.
func connected(g *Graph, group []int) []int {
	part := make([]int, len(group))
	for i := range part {
		part[i] = -1
	}
	n := 0
	var todo []uint32
	for i := range group {
		if part[i] >= 0 {
			continue
		}
		part[i] = n
		for todo = append(todo[:0], uint32(i)); len(todo) > 0; {
			at := int(todo[len(todo)-1])
			todo = todo[:len(todo)-1]
			for _, list := range [2][]uint32{g.Citing(at), g.Cited(at)} {
				for _, j := range list {
					if part[j] < 0 && group[j] == group[i] {
						part[j] = n
						todo = append(todo, j)
					}
				}
			}
		}
		n++
	}
	return part
}

// bySize numbers groups, the largest first, those of one size by their first node.
func bySize(group []int) []int {
	n := 0
	for _, c := range group {
		n = max(n, c+1)
	}
	size, order := make([]int, n), make([]int, n)
	for _, c := range group {
		size[c]++
	}
	for c := range order {
		order[c] = c
	}
	slices.SortStableFunc(order, func(a, b int) int { return size[b] - size[a] })
	number := make([]int, n)
	for to, c := range order {
		number[c] = to
	}
	out := make([]int, len(group))
	for i, c := range group {
		out[i] = number[c]
	}
	return out
}
