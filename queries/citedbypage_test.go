package queries_test

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// TestCitedByPages: the pages of those who cite are what CitedBy yields, each decision
// once with all its mentions, also where a reference is to several things.
func TestCitedByPages(t *testing.T) {
	_, lib := onDisk(t)
	for _, ref := range []string{"code-civil/1382", "CPC 808/809", "cass/18-29417", "code-civil/1240"} {
		want := map[corpus.Node]int{}
		for c, err := range lib.CitedBy(t.Context(), ref) {
			if err != nil {
				t.Fatal(err)
			}
			want[c.Node] += len(c.Mentions)
		}
		got, req := map[corpus.Node]int{}, queries.CitedByRequest{Reference: ref, Limit: 2}
		for {
			page, err := lib.CitedByPage(t.Context(), req)
			if err != nil {
				t.Fatal(err)
			}
			if page.Total != len(want) || len(page.Citing) > 2 {
				t.Errorf("%s: %d in all, want %d; %d on a page", ref, page.Total, len(want), len(page.Citing))
			}
			for _, c := range page.Citing {
				if got[c.Node] > 0 {
					t.Errorf("%s: %s comes twice", ref, c.Node)
				}
				got[c.Node] = len(c.Mentions)
				if !slices.IsSorted(c.Uses) {
					t.Errorf("%s: %s: uses %v", ref, c.Node, c.Uses)
				}
			}
			if req.After = page.Next; req.After == "" {
				break
			}
		}
		for node, n := range want {
			if got[node] != n {
				t.Errorf("%s: %s has %d mentions, want %d", ref, node, got[node], n)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d decisions, want %d", ref, len(got), len(want))
		}
	}
	for _, bad := range []queries.CitedByRequest{{Reference: "code-civil/1240", After: "!"}, {Reference: "code-civil/1240", Limit: -1},
		{Reference: "code-civil/1240", Uses: []corpus.Use{"eats"}}, {Reference: "nonsense"}, {}} {
		if _, err := lib.CitedByPage(t.Context(), bad); queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

// TestPosition: it moves with every change, and stands still otherwise.
func TestPosition(t *testing.T) {
	_, lib := onDisk(t)
	before, err := lib.Position(t.Context())
	if err != nil || !before.Settled || before.Change == 0 {
		t.Fatalf("%+v, %v", before, err)
	}
	if again, err := lib.Position(t.Context()); err != nil || again != before {
		t.Errorf("%+v, %v, before %+v", again, err, before)
	}
	if _, err := lib.Forget(t.Context(), "code-civil/1240"); err == nil {
		t.Error("an article was forgotten")
	}
	if _, err := lib.Forget(t.Context(), "tgi/laval/2016-10-04"); err != nil {
		t.Fatal(err)
	}
	if after, err := lib.Position(t.Context()); err != nil || !after.Settled || after.Change <= before.Change {
		t.Errorf("%+v, %v, before %+v", after, err, before)
	}
}
