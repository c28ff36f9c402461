package query

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/attendu/attendu/graph/query/session"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// The test graph: decisions that cite articles and each other, as the graph of a
// library does, each decision a named graph. The same seed gives the same quads.
const (
	testDecisions = 40
	testArticles  = 8
)

var testNames = session.Names{{Prefix: "t", Full: "https://example.org/terms#"}}

func decision(i int) quad.IRI { return quad.IRI(fmt.Sprintf("d%d", i)) }
func article(i int) quad.IRI  { return quad.IRI(fmt.Sprintf("a%d", i)) }

func testQuads() (list []quad.Quad) {
	r := rand.New(rand.NewPCG(1804, 1382))
	for i := range testDecisions {
		self := decision(i)
		add := func(s quad.Value, p quad.IRI, o quad.Value) {
			list = append(list, quad.Quad{Subject: s, Predicate: p, Object: o, Label: self})
		}
		add(self, "t:type", quad.IRI("Decision"))
		add(self, "t:court", quad.IRI(fmt.Sprintf("court/%d", r.IntN(3))))
		add(self, "t:date", quad.Time(time.Date(2010+r.IntN(10), time.Month(1+r.IntN(12)), 1, 0, 0, 0, 0, time.UTC)))
		if i%3 == 0 {
			add(self, "t:solution", quad.String([]string{"rejet", "cassation"}[r.IntN(2)]))
		}
		for range r.IntN(4) {
			add(self, "t:cites", article(r.IntN(testArticles)))
		}
		if i > 0 {
			add(self, "t:cites", decision(r.IntN(i)))
		}
		order := quad.IRI(string(self) + "#order1")
		add(self, "t:order", order)
		add(order, "t:amount", quad.Int(100*r.IntN(50)))
		add(article(i%testArticles), "t:named", quad.String(fmt.Sprintf("article %d", i%testArticles)))
	}
	return dedupe(list)
}

func dedupe(list []quad.Quad) (out []quad.Quad) {
	seen := map[quad.Quad]bool{}
	for _, q := range list {
		if !seen[q] {
			seen[q] = true
			out = append(out, q)
		}
	}
	return out
}

// stores are two with the same quads: ours, and Cayley's in memory.
func stores(t *testing.T) (ours, theirs cayley.QuadStore) {
	t.Helper()
	s, err := quadstore.Open("", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	w, err := s.NewQuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteQuads(testQuads()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	view, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := view.Err(); err != nil {
			t.Error(err)
		}
		_ = view.Close()
	})
	return view, memstore.New(testQuads()...)
}
