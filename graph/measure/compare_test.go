package measure

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBest takes the same candidates as sorting all of them does.
func TestBest(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for _, n := range []int{0, 1, maxCompared - 1, maxCompared, maxCompared + 1, 5000} {
		f := &finder{found: map[uint64]float64{}}
		var all []candidate
		for i := range n {
			c := candidate{uint64(i * 3), float64(r.IntN(50))}
			f.found[c.id] = c.weight
			all = append(all, c)
		}
		slices.SortFunc(all, better)
		want := []uint64{}
		for _, c := range all[:min(n, maxCompared)] {
			want = append(want, c.id)
		}
		slices.Sort(want)
		if got := f.best(); !slices.Equal(got, want) {
			t.Errorf("of %d: %d candidates that are not the best %d", n, len(got), len(want))
		}
	}
}
