package measure

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// PageRankOptions are the choices of PageRank. The zero value is usable.
type PageRankOptions struct {
	// Damping is the share of a node's weight that goes on along its links; 0 is 0.85.
	Damping float64
	// Tolerance ends the iteration: the sum of the changes of all nodes, of whose weights
	// the sum is 1; 0 is 1e-8.
	Tolerance float64
	// Iterations ends it at the latest; 0 is 200.
	Iterations int
	// Processors to use; 0 is all. The result does not depend on it.
	Processors int
}

func (o PageRankOptions) settle() (PageRankOptions, error) {
	if o.Damping == 0 {
		o.Damping = 0.85
	}
	if o.Tolerance == 0 {
		o.Tolerance = 1e-8
	}
	if o.Iterations == 0 {
		o.Iterations = 200
	}
	if o.Processors == 0 {
		o.Processors = runtime.GOMAXPROCS(0)
	}
	if !(o.Damping > 0 && o.Damping < 1) || !(o.Tolerance > 0) || o.Iterations < 0 || o.Processors < 0 {
		return o, fmt.Errorf("measure: pagerank: damping %v, tolerance %v: want 0 < damping < 1 and 0 < tolerance", o.Damping, o.Tolerance)
	}
	return o, nil
}

// PageRank gives the weight of each node: the part of time that a reader spends there who
// follows links at random, and with 1 - Damping begins anew anywhere. A node without
// links sends its reader anywhere. The weights add up to 1. iterations is how many were
// needed.
//
// S. Brin and L. Page, The anatomy of a large-scale hypertextual Web search engine, 1998.
func PageRank(ctx context.Context, g *Graph, opt PageRankOptions) (weights []float64, iterations int, err error) {
	if opt, err = opt.settle(); err != nil {
		return nil, 0, err
	}
	n := g.Len()
	if n == 0 {
		return []float64{}, 0, nil
	}
	p := &pageRank{g: g, d: opt.Damping, n: float64(n), old: make([]float64, n), new: make([]float64, n), share: make([]float64, n)}
	p.blocks = blocks(&g.in)
	p.sums, p.loose = make([]float64, len(p.blocks)), make([]float64, len(p.blocks))
	for i := range p.new {
		p.new[i] = 1 / p.n
	}
	for iterations < opt.Iterations {
		if err := ctx.Err(); err != nil {
			return nil, iterations, err
		}
		iterations++
		if p.step(opt.Processors) < opt.Tolerance {
			break
		}
	}
	return p.new, iterations, nil
}

// block is a part of the nodes that one processor takes at a time.
type block struct{ from, to int }

// blockLinks is how many links a block has, about.
const blockLinks = 1 << 16

// blocks cuts the nodes into parts of about as many links and nodes.
func blocks(r *rows) (list []block) {
	n := len(r.from) - 1
	for at := 0; at < n; {
		want := r.from[at] + uint64(at) + blockLinks
		to := at + 1
		for to < n && r.from[to]+uint64(to) < want {
			to++
		}
		list = append(list, block{at, to})
		at = to
	}
	return list
}

// pageRank is one run. share is what each node gives along each of its links.
type pageRank struct {
	g               *Graph
	d, n            float64
	old, new, share []float64
	blocks          []block
	sums, loose     []float64 // of each block, so that they add up in one order
}

// step is one iteration; it gives the sum of the changes.
func (p *pageRank) step(processors int) (change float64) {
	p.old, p.new = p.new, p.old
	p.each(processors, func(k int, b block) {
		loose := 0.0
		for i := b.from; i < b.to; i++ {
			if n := len(p.g.out.of(i)); n > 0 {
				p.share[i] = p.old[i] / float64(n)
			} else {
				p.share[i] = 0
				loose += p.old[i]
			}
		}
		p.loose[k] = loose
	})
	rest := (1-p.d)/p.n + p.d*sum(p.loose)/p.n
	p.each(processors, func(k int, b block) {
		change := 0.0
		for i := b.from; i < b.to; i++ {
			w := 0.0
			for _, from := range p.g.in.of(i) {
				w += p.share[from]
			}
			p.new[i] = rest + p.d*w
			change += math.Abs(p.new[i] - p.old[i])
		}
		p.sums[k] = change
	})
	return sum(p.sums)
}

// each works on all blocks, several at once.
func (p *pageRank) each(processors int, work func(k int, b block)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(processors, len(p.blocks)) {
		all.Go(func() {
			for k := int(next.Add(1)) - 1; k < len(p.blocks); k = int(next.Add(1)) - 1 {
				work(k, p.blocks[k])
			}
		})
	}
	all.Wait()
}

func sum(list []float64) (s float64) {
	for _, x := range list {
		s += x
	}
	return s
}

// Standing gives, for each node, the share of the others of its group that weigh less
// than it, those that weigh as much counting half: 0 is below all, 1 above all, and 0.5
// for one that is alone. Groups are court and year, so that what is young is compared
// with what had as much time to be cited.
func Standing(weights []float64, group []uint32) []float64 {
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case group[a] != group[b]:
			return int(int64(group[a]) - int64(group[b]))
		case weights[a] < weights[b]:
			return -1
		case weights[a] > weights[b]:
			return 1
		}
		return a - b
	})
	out := make([]float64, len(weights))
	for lo := 0; lo < len(order); {
		hi := lo
		for hi < len(order) && group[order[hi]] == group[order[lo]] {
			hi++
		}
		standings(weights, order[lo:hi], out)
		lo = hi
	}
	return out
}

// standings fills in those of one group, whose nodes are given in ascending order.
func standings(weights []float64, order []int, out []float64) {
	for lo := 0; lo < len(order); {
		hi := lo
		for hi < len(order) && weights[order[hi]] == weights[order[lo]] {
			hi++
		}
		for _, i := range order[lo:hi] {
			if out[i] = 0.5; len(order) > 1 {
				out[i] = (float64(lo) + float64(hi-lo-1)/2) / float64(len(order)-1)
			}
		}
		lo = hi
	}
}
