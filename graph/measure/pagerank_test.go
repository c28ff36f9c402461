package measure

import (
	"context"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
)

// directed is a graph as gonum has it.
func directed(g *Graph) *simple.DirectedGraph {
	d := simple.NewDirectedGraph()
	for i := range g.Len() {
		d.AddNode(simple.Node(i))
	}
	for i := range g.Len() {
		for _, j := range g.Cited(i) {
			d.SetEdge(simple.Edge{F: simple.Node(i), T: simple.Node(j)})
		}
	}
	return d
}

// TestPageRank compares the weights with those of gonum.
func TestPageRank(t *testing.T) {
	for seed := range uint64(4) {
		g, _ := cases(t, seed, 500, 3000)
		got, iterations, err := PageRank(t.Context(), g, PageRankOptions{Tolerance: 1e-12})
		if err != nil {
			t.Fatal(err)
		}
		want := network.PageRankSparse(directed(g), 0.85, 1e-12)
		for i, w := range got {
			if math.Abs(w-want[int64(i)]) > 1e-9 {
				t.Fatalf("seed %d: node %d weighs %v, gonum says %v", seed, i, w, want[int64(i)])
			}
		}
		if s := sum(got); math.Abs(s-1) > 1e-9 || iterations < 5 {
			t.Errorf("seed %d: a sum of %v after %d iterations", seed, s, iterations)
		}
	}
}

// TestPageRankProcessors: on any number of processors the weights are the same bits.
func TestPageRankProcessors(t *testing.T) {
	g, _ := cases(t, 9, 40_000, 300_000)
	if n := len(blocks(&g.in)); n < 4 {
		t.Fatalf("only %d blocks: nothing is shared out", n)
	}
	one, _, err := PageRank(t.Context(), g, PageRankOptions{Processors: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{2, 7} {
		if many, _, err := PageRank(t.Context(), g, PageRankOptions{Processors: n}); err != nil || !slices.Equal(one, many) {
			t.Errorf("%d processors give other weights than one, %v", n, err)
		}
	}
}

func TestPageRankRefuses(t *testing.T) {
	g, _ := cases(t, 1, 10, 20)
	for _, opt := range []PageRankOptions{{Damping: 1}, {Damping: -0.5}, {Damping: math.NaN()}, {Tolerance: -1}, {Iterations: -1}, {Processors: -1}} {
		if _, _, err := PageRank(t.Context(), g, opt); err == nil {
			t.Errorf("%+v is taken", opt)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := PageRank(ctx, g, PageRankOptions{}); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

func TestStanding(t *testing.T) {
	got := Standing([]float64{3, 1, 2, 2, 5, 0}, []uint32{0, 0, 0, 0, 1, 7})
	want := []float64{1, 0, 0.5, 0.5, 0.5, 0.5}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
