package quadstore

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// What is saved of a node comes with each of the hops that follow, not with the first
// of them only.
func TestWaysOfEachHop(t *testing.T) {
	s := inMemory(t)
	var quads []quad.Quad
	for i := range 3 {
		quads = append(quads, quad.MakeIRI("d", "cites", fmt.Sprint("a", i), ""), quad.MakeIRI(fmt.Sprint("c", i), "follows", "d", ""))
	}
	w, err := s.NewQuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteQuads(quads); err != nil {
		t.Fatal(err)
	}
	var got []string
	p := path.StartPath(s, quad.IRI("d")).Save(quad.IRI("cites"), "cited").In(quad.IRI("follows")).Tag("by")
	err = p.Iterate(context.Background()).TagEach(func(tags map[string]graph.Ref) {
		got = append(got, fmt.Sprint(s.NameOf(tags["by"]), s.NameOf(tags["cited"])))
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	var want []string
	for i := range 3 {
		for j := range 3 {
			want = append(want, fmt.Sprintf("<c%d><a%d>", i, j))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
