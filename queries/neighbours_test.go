package queries_test

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// TestAround: pages give what the walk gives, and each says how many are left out.
func TestAround(t *testing.T) {
	ctx, lib := context.Background(), memory(t)
	if _, err := lib.Add(ctx, []string{synthtest.Archive(t, synth.Options{Decisions: 150, Seed: 4})}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	const hub = "code de procédure civile, article 700"
	var all, paged []queries.Neighbour
	for n, err := range lib.Neighbours(ctx, hub) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, n)
	}
	if len(all) < 100 {
		t.Fatalf("only %d edges: this tests too little", len(all))
	}
	for len(paged) < len(all) {
		ans, err := lib.Around(ctx, queries.NeighboursRequest{Reference: hub, Limit: 7, Offset: len(paged)})
		if err != nil {
			t.Fatal(err)
		}
		paged = append(paged, ans.Neighbours...)
		sum := 0
		for _, r := range ans.Relations {
			sum += r.Count
		}
		if ans.Total != len(all) || sum != ans.Total || ans.LeftOut != len(all)-len(paged) || len(ans.Neighbours) == 0 {
			t.Fatalf("after %d of %d: total %d, by relation %d, left out %d, on the page %d", len(paged), len(all), ans.Total, sum, ans.LeftOut, len(ans.Neighbours))
		}
	}
	if d := cmp.Diff(all, paged); d != "" {
		t.Errorf("(-walk +pages):\n%s", d)
	}
	few, err := lib.Around(ctx, queries.NeighboursRequest{Reference: hub, PerRelation: 2, Limit: 1000})
	if err != nil || few.LeftOut != few.Total-len(few.Neighbours) || len(few.Neighbours) == 0 {
		t.Fatalf("%+v, %v", few, err)
	}
	times := map[string]int{}
	for _, n := range few.Neighbours {
		if times[n.Relation]++; times[n.Relation] > 4 { // two in each direction
			t.Errorf("%s comes %d times", n.Relation, times[n.Relation])
		}
	}
	for _, bad := range []queries.NeighboursRequest{{Reference: hub, Limit: -1}, {Reference: hub, Offset: -1}} {
		if _, err := lib.Around(ctx, bad); queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}
