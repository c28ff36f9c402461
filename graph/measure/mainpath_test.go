package measure

import (
	"slices"
	"testing"
)

// TestMainPath: 5 and 4 cite 3, which cites 2 and 1; 2 is cited by 4 too, and cites 0.
func TestMainPath(t *testing.T) {
	var b Builder
	for _, l := range [][2]int{{5, 3}, {4, 3}, {3, 2}, {3, 1}, {4, 2}, {2, 0}, {1, 0}, {6, 5}, {7, 5}} {
		b.Add(l[0], l[1])
	}
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	rank := []int{0, 1, 2, 3, 4, 5, 6, 7}
	for through, want := range map[int][]int{3: {0, 2, 3, 5, 6}, 0: {0, 2, 3, 5, 6}, 4: {0, 2, 3, 4}, 7: {0, 2, 3, 5, 7}} {
		if got, _ := MainPath(g, rank, through); !slices.Equal(got, want) {
			t.Errorf("through %d: %v, want %v", through, got, want)
		}
	}
}

// TestShares: of the chains on from 2, two go to 3 and then 5, one to 3 and 4, one to 4.
func TestShares(t *testing.T) {
	var b Builder
	for _, l := range [][2]int{{2, 0}, {3, 2}, {4, 2}, {4, 3}, {5, 3}, {6, 5}, {7, 5}} {
		b.Add(l[0], l[1])
	}
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	line, share := MainPath(g, []int{0, 1, 2, 3, 4, 5, 6, 7}, 2)
	if want := []float64{1, 3.0 / 4, 2.0 / 3, 1.0 / 2}; !slices.Equal(line, []int{0, 2, 3, 5, 6}) || !slices.Equal(share, want) {
		t.Errorf("line %v, shares %v, want %v", line, share, want)
	}
}

// TestAround takes what a node reaches and what reaches it, and the links between them.
func TestAround(t *testing.T) {
	var b Builder
	for _, l := range [][2]int{{2, 0}, {3, 2}, {4, 3}, {4, 1}, {5, 2}} {
		b.Add(l[0], l[1])
	}
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	nodes, cut := Around(g, 3, 100)
	if !slices.Equal(nodes, []int{0, 2, 3, 4}) || cut {
		t.Errorf("around 3: %v, cut %v", nodes, cut)
	}
	part, err := Within(g, nodes)
	if err != nil {
		t.Fatal(err)
	}
	if part.Links() != 3 || !part.Has(1, 0) || !part.Has(2, 1) || !part.Has(3, 2) {
		t.Errorf("%d links within", part.Links())
	}
	if nodes, cut = Around(g, 3, 2); !slices.Equal(nodes, []int{2, 3}) || !cut {
		t.Errorf("at most 2 around 3: %v, cut %v", nodes, cut)
	}
}

// TestPaths counts the chains of a graph by walking all of them.
func TestPaths(t *testing.T) {
	g, _ := cases(t, 3, 14, 24)
	rank := make([]int, g.Len())
	for i := range rank {
		rank[i] = i
	}
	var walk func(i int, next func(int) []uint32) float64
	walk = func(i int, next func(int) []uint32) (n float64) {
		for _, j := range next(i) {
			n += walk(int(j), next)
		}
		return max(n, 1)
	}
	p := newPaths(g, rank)
	for i := range g.Len() {
		if back, on := walk(i, g.Cited), walk(i, g.Citing); p.back[i] != back || p.on[i] != on {
			t.Errorf("node %d: %v back and %v on, want %v and %v", i, p.back[i], p.on[i], back, on)
		}
	}
}

// TestMainPathSameDay: decisions of one day that cite each other are no circle.
func TestMainPathSameDay(t *testing.T) {
	var b Builder
	for _, l := range [][2]int{{1, 0}, {1, 2}, {2, 1}, {2, 0}} {
		b.Add(l[0], l[1])
	}
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := MainPath(g, []int{0, 5, 5}, 2); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("line %v", got)
	}
}
