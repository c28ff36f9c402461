package measure

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"

	gonum "gonum.org/v1/gonum/graph"
)

// weightedGraph is a graph without directions as gonum has it.
func weightedGraph(g *Graph) *simple.WeightedUndirectedGraph {
	u := simple.NewWeightedUndirectedGraph(0, 0)
	for i := range g.Len() {
		u.AddNode(simple.Node(i))
	}
	for i := range g.Len() {
		for _, j := range g.Cited(i) {
			w := 1.0
			if g.Has(int(j), i) {
				w = 2
			}
			u.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(i), T: simple.Node(j), W: w})
		}
	}
	return u
}

func groupsOf(group []int) (list [][]gonum.Node) {
	for i, c := range group {
		for len(list) <= c {
			list = append(list, nil)
		}
		list[c] = append(list[c], simple.Node(i))
	}
	return list
}

// TestCommunities wants the modularity of gonum's count for the same division, and a
// division that is not worse than gonum's own.
func TestCommunities(t *testing.T) {
	random, _ := cases(t, 5, 300, 900)
	for name, g := range map[string]*Graph{"groups": circles(t, 3, 8, 25), "random": random} {
		group, q, err := Communities(t.Context(), g, CommunityOptions{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		u := weightedGraph(g)
		if want := community.Q(u, groupsOf(group), 1); math.Abs(q-want) > 1e-9 {
			t.Errorf("%s: modularity %v, gonum says %v", name, q, want)
		}
		theirs := math.Inf(-1)
		for seed := range uint64(3) {
			r := community.Modularize(u, 1, rand.NewPCG(seed, seed))
			theirs = max(theirs, community.Q(u, r.Communities(), 1))
		}
		if q < theirs-0.02 {
			t.Errorf("%s: modularity %v, that of gonum's division is %v", name, q, theirs)
		}
		again, _, err := Communities(t.Context(), g, CommunityOptions{Seed: 1})
		if err != nil || !slices.Equal(group, again) {
			t.Errorf("%s: the same seed gives another division, %v", name, err)
		}
	}
}

// TestCommunitiesFound wants the groups that a graph was made of.
func TestCommunitiesFound(t *testing.T) {
	group, _, err := Communities(t.Context(), circles(t, 3, 8, 25), CommunityOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range group {
		if group[i] != group[i/25*25] {
			t.Errorf("node %d is in group %d, the first of its circle in %d", i, group[i], group[i/25*25])
		}
	}
	if last := slices.Max(group); last != 7 {
		t.Errorf("%d groups, want 8", last+1)
	}
}

// TestConnected splits a group that is held together by nothing.
func TestConnected(t *testing.T) {
	var b Builder
	b.Add(1, 0)
	b.Add(3, 2)
	b.Add(4, 3)
	g, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	if got := bySize(connected(g, []int{0, 0, 0, 0, 0})); !slices.Equal(got, []int{1, 1, 0, 0, 0}) {
		t.Errorf("groups %v", got)
	}
}
