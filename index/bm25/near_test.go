package bm25

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNearby compares nearby with looking at every pair.
func TestNearby(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	some := func() (out []stretch) {
		for range r.IntN(12) {
			first := 1 + r.Uint32N(40)
			out = append(out, stretch{first, first + r.Uint32N(4), 0})
		}
		slices.SortFunc(out, stretch.compare)
		return slices.Compact(out)
	}
	found := 0
	for range 20_000 {
		left, right, words := some(), some(), r.Uint32N(8)
		var want []stretch
		for _, b := range right {
			if slices.ContainsFunc(left, func(a stretch) bool {
				return a.last < b.first && b.first-a.last <= words || b.last < a.first && a.first-b.last <= words
			}) {
				want = append(want, b)
			}
		}
		if diff := cmp.Diff(want, nearby(nil, left, right, words), cmp.AllowUnexported(stretch{})); diff != "" {
			t.Fatalf("%v near %v within %d (-want +got):\n%s", right, left, words, diff)
		}
		found += len(want)
	}
	if found < 1000 {
		t.Errorf("%d were near in all: nothing was compared", found)
	}
}

func TestMerge(t *testing.T) {
	of := func(docs ...uint32) *found {
		f := &found{}
		for _, d := range docs {
			f.at = append(f.at, stretch{d, d, 0}, stretch{d + 1, d + 1, 0})
			f.end(d)
		}
		return f
	}
	got := merge(of(1, 4, 7), of(2, 4, 9))
	if diff := cmp.Diff([]uint32{1, 2, 4, 7, 9}, got.docs); diff != "" {
		t.Error(diff)
	}
	for i := range got.docs {
		if len(got.of(i)) != 2 {
			t.Errorf("document %d has %v", got.docs[i], got.of(i))
		}
	}
}
