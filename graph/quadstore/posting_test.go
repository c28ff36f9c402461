package quadstore

import (
	"slices"
	"testing"
)

// Postings against a set of numbers, over changes that make lists bitmaps and back.
func TestPosting(t *testing.T) {
	for seed := range uint64(6) {
		r := newRand(seed)
		var p posting
		has := map[uint16]bool{}
		span := 1 << (4 + 2*seed)
		for round := range 60 {
			pick := func(n int) (l []uint16) {
				for range r.IntN(n + 1) {
					l = append(l, uint16(r.IntN(span)))
				}
				slices.Sort(l)
				return slices.Compact(l)
			}
			add, del := pick(span/8), pick(span/16*(round%3))
			p = p.with(add, del)
			for _, x := range del {
				delete(has, x)
			}
			for _, x := range add {
				has[x] = true
			}
			var want Set
			for x := range has {
				want = append(want, ID(x)|5<<chunkBits)
			}
			slices.Sort(want)
			if got := p.appendTo(nil, 5); !slices.Equal(got, want) {
				t.Fatalf("seed %d, round %d: %d subjects, want %d", seed, round, len(got), len(want))
			}
			if len(want) > 0 && (!p.sound() || p.bitmap() != (len(want) >= 4096)) {
				t.Fatalf("%d subjects in %d bytes", len(want), len(p))
			}
			walk(t, p, want)
			for range 20 {
				low := uint16(r.IntN(span))
				i, _ := slices.BinarySearch(want, ID(low)|5<<chunkBits)
				at, ok := p.from(0, low)
				if ok != (i < len(want)) || ok && ID(p.at(at)) != want[i]&0xffff {
					t.Fatalf("from %d: %d, %v", low, at, ok)
				}
			}
		}
	}
	full := posting{}.with([]uint16{0xffff, 0}[1:], nil)
	if full = full.with([]uint16{0xffff}, nil); len(full) != 4 || full.low(1) != 0xffff {
		t.Errorf("%x", full)
	}
	if p := (posting{}).with([]uint16{7}, nil).with(nil, []uint16{7}); len(p) != 0 {
		t.Errorf("%x is left", p)
	}
}

func walk(t *testing.T, p posting, want Set) {
	t.Helper()
	if len(p) == 0 {
		return
	}
	at, ok := p.from(0, 0)
	for _, id := range want {
		if !ok || p.at(at) != uint16(id) {
			t.Fatalf("walk: at %d (%v), want %d", at, ok, id&0xffff)
		}
		at, ok = p.next(at)
	}
	if ok {
		t.Fatal("walk does not end")
	}
}
