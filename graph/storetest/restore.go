package storetest

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// restore: what was held is held again as it was, though Put would join two records that
// share an identity; twice is an error that leaves nothing of its batch.
func restore(t *testing.T, s graph.Store) {
	ctx := context.Background()
	a := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	b := Decision("judilibre:B", "17-21.434", "2018-03-14", "code-civil/9")
	if err := s.Restore(ctx, []*corpus.Decision{a, b}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []*corpus.Decision{a, b} {
		got, err := s.Get(ctx, want.Node)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s was restored otherwise:\n%s", want.Node, diff)
		}
	}
	c := Decision("dila:C", "19-10.001", "2020-03-14", "code-civil/9")
	if err := s.Restore(ctx, []*corpus.Decision{c, a}); err == nil {
		t.Error("a decision that is held was restored")
	}
	if st, err := s.Stats(ctx); err != nil || st.Decisions != 2 || s.Seq() != 1 {
		t.Errorf("%d decisions at change %d, %v; want 2 at 1", st.Decisions, s.Seq(), err)
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
}
