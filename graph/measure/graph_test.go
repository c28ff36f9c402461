package measure

import (
	"slices"
	"testing"
)

// TestGraph compares the rows of a graph with its links.
func TestGraph(t *testing.T) {
	g, links := cases(t, 1, 60, 400)
	citing, cited := make([][]uint32, 60), make([][]uint32, 60)
	n := 0
	for _, l := range links {
		if l[0] == l[1] || slices.Contains(cited[l[0]], uint32(l[1])) {
			continue
		}
		n++
		cited[l[0]] = append(cited[l[0]], uint32(l[1]))
		citing[l[1]] = append(citing[l[1]], uint32(l[0]))
	}
	if g.Len() != 60 || g.Links() != n {
		t.Errorf("%d nodes and %d links, want 60 and %d", g.Len(), g.Links(), n)
	}
	for i := range 60 {
		slices.Sort(citing[i])
		slices.Sort(cited[i])
		if !slices.Equal(g.Citing(i), citing[i]) || !slices.Equal(g.Cited(i), cited[i]) {
			t.Errorf("node %d: citing %v, cited %v, want %v, %v", i, g.Citing(i), g.Cited(i), citing[i], cited[i])
		}
		for j := range 60 {
			if g.Has(i, j) != slices.Contains(cited[i], uint32(j)) {
				t.Errorf("Has(%d, %d) is %v", i, j, g.Has(i, j))
			}
		}
	}
}

func TestEmptyGraph(t *testing.T) {
	g, err := new(Builder).Graph()
	if err != nil || g.Len() != 0 || g.Links() != 0 {
		t.Errorf("%d nodes, %d links, %v", g.Len(), g.Links(), err)
	}
	if w, _, err := PageRank(t.Context(), g, PageRankOptions{}); len(w) != 0 || err != nil {
		t.Errorf("weights %v, %v", w, err)
	}
	if c, q, err := Communities(t.Context(), g, CommunityOptions{}); len(c) != 0 || q != 0 || err != nil {
		t.Errorf("communities %v, %v, %v", c, q, err)
	}
}
