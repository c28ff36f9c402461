package graph_test

import (
	"context"
	"errors"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// TestView wants one state of the graph while another is written, no writes, the error
// of what runs on it, and ErrClosed from a closed store.
func TestView(t *testing.T) {
	ctx := context.Background()
	s, err := graph.Memory(graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	put := func(node, number string) {
		t.Helper()
		if _, err := s.Put(ctx, []*corpus.Decision{storetest.Decision(node, number, "2018-03-14", "code-civil/9")}); err != nil {
			t.Fatal(err)
		}
	}
	size := func(quads cayley.QuadStore) int64 {
		st, err := quads.Stats(ctx, true)
		if err != nil {
			t.Fatal(err)
		}
		return st.Quads.Size
	}
	put("dila:A", "17-21.434")
	wrong := errors.New("wrong")
	err = s.View(ctx, func(quads cayley.QuadStore) error {
		before := size(quads)
		put("dila:B", "18-21.434")
		if after := size(quads); after != before {
			t.Errorf("%d quads, then %d", before, after)
		}
		if quads.ValueOf(quad.IRI("dila:B")) != nil {
			t.Error("a decision that came later is seen")
		}
		add := []cayley.Delta{{Quad: quad.MakeIRI("a", "b", "c", ""), Action: cayley.Add}}
		if err := quads.ApplyDeltas(add, cayley.IgnoreOpts{}); err == nil {
			t.Error("a view took a write")
		}
		return wrong
	})
	if !errors.Is(err, wrong) {
		t.Errorf("the error is %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.View(ctx, func(cayley.QuadStore) error { return nil }); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}
