package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

func neighbours(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"),
		Decision("dila:B", "18-21.434", "2019-03-14", "cass/17-21434"))
	got := map[graph.Edge]bool{}
	for e, err := range s.Neighbours(context.Background(), "cass/17-21434") {
		if err != nil {
			t.Fatal(err)
		}
		got[e] = true
	}
	same(t, "neighbours of a number", got, map[graph.Edge]bool{
		{From: "cass/17-21434", Predicate: "names", To: "dila:A", Decision: "dila:A"}:   true,
		{From: "dila:B", Predicate: "cites", To: "cass/17-21434", Decision: "dila:B"}:   true,
		{From: "dila:B", Predicate: "applied", To: "cass/17-21434", Decision: "dila:B"}: true,
	})
	for e := range s.Neighbours(context.Background(), "cass/99-99999") {
		t.Errorf("a node that is nowhere has the edge %v", e)
	}
}

// pathBetween: A and C meet over a provision, C and D over the number of D.
func pathBetween(t *testing.T, s graph.Store) {
	ctx := context.Background()
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"),
		Decision("dila:C", "18-21.434", "2019-03-14", "code-civil/9", "cass/20-21434"),
		Decision("dila:D", "20-21.434", "2021-03-14"), Decision("dila:E", "21-21.434", "2022-03-14"))
	walk := func(from, to corpus.Node) (nodes []corpus.Node) {
		t.Helper()
		edges, err := s.Path(ctx, from, to)
		if err != nil {
			t.Fatal(err)
		}
		at := from
		for _, e := range edges {
			switch at {
			case e.From:
				at = e.To
			case e.To:
				at = e.From
			default:
				t.Fatalf("the path %v breaks at %s", edges, at)
			}
			nodes = append(nodes, at)
		}
		return nodes
	}
	same(t, "path", walk("dila:A", "dila:D"), []corpus.Node{"code-civil/9", "dila:C", "cass/20-21434", "dila:D"})
	same(t, "the other way", walk("dila:D", "dila:A"), []corpus.Node{"cass/20-21434", "dila:C", "code-civil/9", "dila:A"})
	same(t, "to itself", walk("dila:A", "dila:A"), []corpus.Node(nil))
	if _, err := s.Path(ctx, "dila:A", "dila:E"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("no path: %v, want ErrNotFound", err)
	}
}
