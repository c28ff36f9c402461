package measure

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// named is a moment that knows names only: those of greater numbers come first.
type named struct{ graph.Moment }

func nameOf(id uint64) corpus.Node { return corpus.Node(fmt.Sprintf("dila:%09d", 1_000_000-id)) }

func (named) Nodes(_ context.Context, set graph.NodeSet) (names []corpus.Node, err error) {
	for i := range set.Len() {
		names = append(names, nameOf(set.At(i)))
	}
	return names, nil
}

// TestBest takes the same candidates as sorting all of them by weight and name does.
func TestBest(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for _, n := range []int{0, 1, maxCompared - 1, maxCompared, maxCompared + 1, 2 * maxCompared, 5000} {
		f := &finder{ctx: t.Context(), v: named{}, found: map[uint64]float64{}}
		all := []uint64{}
		for i := range n {
			id := uint64(i * 3)
			f.found[id] = float64(r.IntN(50))
			all = append(all, id)
		}
		slices.SortFunc(all, func(a, b uint64) int {
			return cmp.Or(cmp.Compare(f.found[b], f.found[a]), cmp.Compare(nameOf(a), nameOf(b)))
		})
		want := all[:min(n, maxCompared)]
		slices.Sort(want)
		if got, err := f.best(); err != nil || !slices.Equal(got, want) {
			t.Errorf("of %d: %d candidates that are not the best %d (%v)", n, len(got), len(want), err)
		}
	}
}
