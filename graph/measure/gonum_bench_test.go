package measure

import (
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/network"
)

// asGonum shows a Graph to gonum without a copy: what it then takes is its own.
type asGonum struct{ *Graph }

type number int64

func (n number) ID() int64 { return int64(n) }

func (g asGonum) nodes(list []uint32) graph.Nodes {
	out := make([]graph.Node, len(list))
	for i, n := range list {
		out[i] = number(n)
	}
	return iterator.NewOrderedNodes(out)
}

func (g asGonum) Node(id int64) graph.Node { return number(id) }
func (g asGonum) Nodes() graph.Nodes {
	all := make([]uint32, g.Len())
	for i := range all {
		all[i] = uint32(i)
	}
	return g.nodes(all)
}
func (g asGonum) From(id int64) graph.Nodes { return g.nodes(g.Cited(int(id))) }
func (g asGonum) To(id int64) graph.Nodes   { return g.nodes(g.Citing(int(id))) }
func (g asGonum) HasEdgeBetween(x, y int64) bool {
	return g.HasEdgeFromTo(x, y) || g.HasEdgeFromTo(y, x)
}
func (g asGonum) HasEdgeFromTo(x, y int64) bool { return g.Has(int(x), int(y)) }
func (g asGonum) Edge(x, y int64) graph.Edge    { return nil }

// BenchmarkPageRankGonum is what doc.go compares with: the same graph and tolerance.
func BenchmarkPageRankGonum(b *testing.B) {
	g := asGonum{corpusGraph(b)}
	b.ReportAllocs()
	for b.Loop() {
		if w := network.PageRankSparse(g, 0.85, 1e-8); len(w) != g.Len() {
			b.Fatal(len(w))
		}
	}
}
