package measure

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrSize: a graph is too large for its numbers of 32 bits.
var ErrSize = errors.New("graph has too many nodes or links")

// Graph is a directed graph in compressed rows. Its nodes are 0 to Len()-1. It is not
// changed once it is built, and is safe for concurrent use.
type Graph struct {
	in, out rows
}

// rows are lists of nodes, one for each node, behind each other.
type rows struct {
	from []uint64 // where the list of each node begins; one more than there are nodes
	to   []uint32 // ascending in each list
}

func (r *rows) of(i int) []uint32 { return r.to[r.from[i]:r.from[i+1]] }

// Len is the number of nodes.
func (g *Graph) Len() int { return len(g.in.from) - 1 }

// Links is the number of links.
func (g *Graph) Links() int { return len(g.in.to) }

// Citing are the nodes that link to a node, ascending; not to be changed.
func (g *Graph) Citing(i int) []uint32 { return g.in.of(i) }

// Cited are the nodes that a node links to, ascending; not to be changed.
func (g *Graph) Cited(i int) []uint32 { return g.out.of(i) }

// Has reports whether a links to b.
func (g *Graph) Has(a, b int) bool {
	_, ok := slices.BinarySearch(g.out.of(a), uint32(b))
	return ok
}

// Builder gathers the links of a Graph. The zero value is ready.
type Builder struct {
	from, to []uint32
	nodes    int
}

// Node makes the graph have at least the nodes 0 to i.
func (b *Builder) Node(i int) { b.nodes = max(b.nodes, i+1) }

// Add adds a link. A link to oneself is left out, and one that is given again counts
// once.
func (b *Builder) Add(from, to int) {
	b.Node(max(from, to))
	if from != to {
		b.from, b.to = append(b.from, uint32(from)), append(b.to, uint32(to))
	}
}

// Graph gives the graph, and empties the builder: at no time are more than twice the
// links in memory.
func (b *Builder) Graph() (*Graph, error) {
	if uint64(b.nodes) > math.MaxUint32 {
		return nil, fmt.Errorf("measure: %w: %d nodes", ErrSize, b.nodes)
	}
	g := &Graph{in: gather(b.nodes, b.to, b.from)}
	*b = Builder{}
	g.in.compact()
	g.out = g.in.turned()
	return g, nil
}

// gather puts values behind each other by their keys.
func gather(nodes int, keys, values []uint32) rows {
	r := rows{from: make([]uint64, nodes+1), to: make([]uint32, len(values))}
	for _, k := range keys {
		r.from[k+1]++
	}
	for i := range nodes {
		r.from[i+1] += r.from[i]
	}
	at := slices.Clone(r.from)
	for i, k := range keys {
		r.to[at[k]] = values[i]
		at[k]++
	}
	return r
}

// compact sorts each list and takes out what it has twice.
func (r *rows) compact() {
	end := uint64(0)
	for i := range len(r.from) - 1 {
		list := r.of(i)
		slices.Sort(list)
		list = slices.Compact(list)
		r.from[i] = end
		end += uint64(copy(r.to[end:], list))
	}
	r.from[len(r.from)-1] = end
	r.to = r.to[:end]
}

// turned gives the rows of the links the other way round; each list ascends because
// the nodes are visited in their order.
func (r *rows) turned() rows {
	n := len(r.from) - 1
	t := rows{from: make([]uint64, n+1), to: make([]uint32, len(r.to))}
	for _, v := range r.to {
		t.from[v+1]++
	}
	for i := range n {
		t.from[i+1] += t.from[i]
	}
	at := slices.Clone(t.from)
	for i := range n {
		for _, v := range r.of(i) {
			t.to[at[v]] = uint32(i)
			at[v]++
		}
	}
	return t
}
