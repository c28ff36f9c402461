package measure

import (
	"math/rand/v2"
	"testing"
)

// cases is a random graph in which each node links to earlier ones, to some of them much
// more often: as decisions cite. It also gives the links.
func cases(t testing.TB, seed uint64, n, links int) (g *Graph, list [][2]int) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	var b Builder
	b.Node(n - 1)
	for range links {
		from := 1 + r.IntN(n-1)
		to := r.IntN(from)
		if r.IntN(2) == 0 {
			to = to * r.IntN(from) / from * r.IntN(from) / from
		}
		b.Add(from, to)
		list = append(list, [2]int{from, to})
	}
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	return g, list
}

// circles is a graph of groups of nodes that link much within and little without.
func circles(t testing.TB, seed uint64, groups, size int) *Graph {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 2))
	var b Builder
	n := groups * size
	b.Node(n - 1)
	for i := range n {
		for j := range n {
			odds := 2
			if i/size == j/size {
				odds = 300
			}
			if r.IntN(1000) < odds {
				b.Add(i, j)
			}
		}
	}
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	return g
}
