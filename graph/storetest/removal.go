package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

func remove(t *testing.T, s graph.Store) {
	ctx := context.Background()
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"),
		Decision("dila:B", "18-21.434", "2019-03-14", "cass/17-21434"))
	if n, err := s.Remove(ctx, "dila:A", "dila:Z"); n != 1 || err != nil {
		t.Fatalf("removed %d, %v", n, err)
	}
	same(t, "what it was named by", nodes(t, s, "cass/17-21434"), []corpus.Node{"cass/17-21434"})
	same(t, "what it cited", citers(t, s, "code-civil/9"), []string(nil))
	same(t, "who cites it", citers(t, s, "cass/17-21434"), []string{"dila:B"})
	st, _ := s.Stats(ctx)
	if st.Decisions != 1 || st.PendingDecisions != 1 || st.Provisions != 0 {
		t.Errorf("stats %+v", st)
	}
}

// forget: a forgotten decision does not come back, from no source, until it is
// recalled; its homonym of another day is not concerned.
func forget(t *testing.T, s graph.Store) {
	ctx := context.Background()
	a := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	elsewhere := Decision("judilibre:a", "17-21.434", "2018-03-14", "code-civil/16")
	a.Text += strings.Repeat("Un texte assez long pour n'être que le sien. ", 50)
	copied := Decision("texte:1", "99-99.999", "2018-03-15")
	copied.Text = strings.ReplaceAll(a.Text, ". ", ".\n")
	qpc := Decision("dila:Q", "17-21.434", "2017-11-02")
	put(t, s, graph.Added, a)
	if err := s.Forget(ctx, "dila:A"); err != nil {
		t.Fatal(err)
	}
	put(t, s, graph.Refused, a, elsewhere, copied)
	put(t, s, graph.Added, qpc)
	same(t, "what it cited", citers(t, s, "code-civil/9"), []string(nil))
	if _, err := s.Get(ctx, "dila:A"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a forgotten decision: %v, want ErrNotFound", err)
	}
	n := 0
	for stone, err := range s.Forgotten(ctx) {
		if n++; err != nil || stone.Node != "dila:A" || !slices.Equal(stone.Keys, a.Keys) {
			t.Errorf("tombstone %+v, %v", stone, err)
		}
	}
	if n != 1 {
		t.Errorf("%d tombstones, want 1", n)
	}
	if err := s.Recall(ctx, "dila:A"); err != nil {
		t.Fatal(err)
	}
	if err := s.Recall(ctx, "dila:A"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("recalled twice: %v, want ErrNotFound", err)
	}
	put(t, s, graph.Added, a)
	if err := s.Forget(ctx, "dila:Z"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("forget what is not held: %v, want ErrNotFound", err)
	}
}
