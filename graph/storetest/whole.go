package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
)

// whole: the passes over all citations give what a look at every decision gives.
func whole(t *testing.T, s graph.Store) {
	ctx, list := context.Background(), linked(150)
	put(t, s, graph.Added, list...)
	if n, err := s.Remove(ctx, list[3].Node); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	list = slices.Delete(list, 3, 4)
	v, err := s.Moment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	want := map[corpus.Node][]corpus.Node{}
	held := []corpus.Node{}
	for _, d := range list {
		held = append(held, d.Node)
		for _, c := range d.Citations {
			if n := corpus.Node(c.Node); !slices.Contains(want[n], d.Node) {
				want[n] = append(want[n], d.Node)
			}
		}
	}
	names := func(set graph.NodeSet) []corpus.Node {
		nodes, err := v.Nodes(ctx, set)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(nodes)
		return nodes
	}
	got := map[corpus.Node][]corpus.Node{}
	for x, err := range v.EachCited(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got[names(graph.NewNodeSet(x.Node))[0]] = names(x.By)
		if n, err := v.Degrees(ctx, []uint64{x.Node}); err != nil || n[0] != x.By.Len() {
			t.Errorf("degree %v, %v, want %d", n, err, x.By.Len())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cited (-want +got):\n%s", diff)
	}
	set, err := v.Held(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "held", names(set), held)
	if n, err := v.CountHeld(ctx); n != len(held) || err != nil {
		t.Errorf("%d held, %v, want %d", n, err, len(held))
	}
	wholeNamed(t, v, list)
}

// wholeNamed looks at keys, and at what single decisions cite.
func wholeNamed(t *testing.T, v graph.Moment, list []*corpus.Decision) {
	ctx := context.Background()
	named := 0
	for x, err := range v.EachNamed(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		named += x.By.Len()
	}
	keys := 0
	for _, d := range list {
		for _, k := range d.Keys {
			if corpus.Node(k) != d.Node {
				keys++
			}
		}
	}
	if named != keys {
		t.Errorf("%d names, want %d", named, keys)
	}
	var numbers []uint64
	for _, d := range list {
		n, ok, err := v.Number(ctx, d.Node)
		if err != nil || !ok {
			t.Fatal(d.Node, ok, err)
		}
		numbers = append(numbers, n)
	}
	cites := make([]int, len(list))
	if err := v.EachCitation(ctx, numbers, func(at int, _ uint64) error { cites[at]++; return nil }); err != nil {
		t.Fatal(err)
	}
	for i, d := range list {
		different := map[corpus.Key]bool{}
		for _, c := range d.Citations {
			different[c.Node] = true
		}
		if cites[i] != len(different) {
			t.Errorf("%s cites %d, want %d", d.Node, cites[i], len(different))
		}
	}
	if _, ok, err := v.Number(ctx, corpus.Node("dila:nothing")); ok || err != nil {
		t.Errorf("what nobody knows has a number, %v", err)
	}
}
