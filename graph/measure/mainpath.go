package measure

import "slices"

// MainPath gives the line of cases through a node: of the chains of links that go through
// it, the one that is followed by most others, from the oldest node to the youngest, and
// for each step the share of the chains that go this way. A
// link counts the chains that run through it, from any node that links to nothing older
// to any to which nothing younger links (search path count). From the node the line goes
// on, each way, along the link that counts most; of equal ones to the younger node among
// the older and to the older among the younger, so that the line has no gaps.
//
// The graph must have no circles; rank puts its nodes in order of time, and a link that
// does not go from a later node to an earlier one is left out.
//
// N. Hummon and P. Doreian, Connectivity in a citation network, 1989; V. Batagelj, 2003.
func MainPath(g *Graph, rank []int, through int) (line []int, share []float64) {
	p := newPaths(g, rank)
	line = []int{through}
	for at := through; ; {
		next := p.best(g.Cited(at), at, false)
		if next < 0 {
			break
		}
		line = append(line, next)
		at = next
	}
	slices.Reverse(line)
	for at := through; ; {
		next := p.best(g.Citing(at), at, true)
		if next < 0 {
			return line, p.shares(g, line)
		}
		line = append(line, next)
		at = next
	}
}

// shares gives, of the chains that go on from each node of a line to a younger one, the
// part that goes to the next; 1 where nothing else cites it. It is one shorter.
func (p *paths) shares(g *Graph, line []int) []float64 {
	out := make([]float64, len(line)-1)
	for i := range out {
		all := 0.0
		for _, j := range g.Citing(line[i]) {
			if p.rank[j] > p.rank[line[i]] {
				all += p.on[j]
			}
		}
		out[i] = p.on[line[i+1]] / all
	}
	return out
}

// paths counts chains: back to nodes that link to nothing older, and on to those to which
// nothing younger links.
type paths struct {
	rank     []int
	back, on []float64
}

func newPaths(g *Graph, rank []int) *paths {
	p := &paths{rank: rank, back: make([]float64, g.Len()), on: make([]float64, g.Len())}
	order := make([]int, g.Len())
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return rank[a] - rank[b] })
	for _, i := range order {
		p.back[i] = p.count(g.Cited(i), func(j int) bool { return rank[j] < rank[i] }, p.back)
	}
	for _, i := range slices.Backward(order) {
		p.on[i] = p.count(g.Citing(i), func(j int) bool { return rank[j] > rank[i] }, p.on)
	}
	return p
}

// count adds up the chains of the neighbours that are meant; a node that has none is the
// end of one chain.
func (p *paths) count(list []uint32, meant func(int) bool, of []float64) (n float64) {
	for _, j := range list {
		if meant(int(j)) {
			n += of[j]
		}
	}
	if n == 0 {
		return 1
	}
	return n
}

// best is the neighbour by which most chains go on; -1 for none.
func (p *paths) best(list []uint32, at int, on bool) int {
	best := -1
	for _, x := range list {
		j := int(x)
		if on != (p.rank[j] > p.rank[at]) || p.rank[j] == p.rank[at] {
			continue
		}
		of := p.back
		if on {
			of = p.on
		}
		if best < 0 || of[j] > of[best] || of[j] == of[best] && on == (p.rank[j] < p.rank[best]) {
			best = j
		}
	}
	return best
}
