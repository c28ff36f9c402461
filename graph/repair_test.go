package graph

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// TestRepair breaks the graph behind the store's back.
func TestRepair(t *testing.T) {
	ctx := context.Background()
	st, err := Memory(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	s := st.(*pebbleStore)
	d := &corpus.Decision{Node: "dila:A", Key: "cass/17-21434", Keys: []corpus.Key{"cass/17-21434"}, Text: "x",
		Sources: []corpus.Source{{Path: "a"}}, Citations: []corpus.Citation{{Key: "code-civil/9", Node: "code-civil/9"}}}
	if _, err := s.Put(ctx, []*corpus.Decision{d}); err != nil {
		t.Fatal(err)
	}
	want, _ := s.Stats(ctx)
	err = s.quads.Update(ctx, func(tx *quadstore.Tx) error {
		if _, err := tx.Remove(Quads(d)[0]); err != nil {
			return err
		}
		_, err := tx.Add(quad.Quad{Subject: quad.IRI("gone"), Predicate: Cites, Object: quad.IRI("code-civil/9"), Label: quad.IRI("gone")})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	h := *s.head.Load()
	h.Stats.Citations = 99
	s.head.Store(&h)
	if err := s.Check(ctx); err == nil {
		t.Fatal("the damage is not seen")
	}
	if n, err := s.Repair(ctx); n != 2 || err != nil {
		t.Errorf("repaired %d, %v; want 2", n, err)
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	if got, _ := s.Stats(ctx); got != want {
		t.Errorf("stats %+v, want %+v", got, want)
	}
}
