package bm25

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPosting: places and weight of a word are read as they were written, packed or not.
func TestPosting(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	weights := Weights{2, 1, 2, 1, 3, 3, 1, 5, 5}
	packed := 0
	for range 20_000 {
		var want []stretch
		place, zone, weight := uint32(0), Zone(0), 0
		for range 1 + r.IntN(1+r.IntN(12)) {
			place += r.Uint32N(1 << r.UintN(20))
			place = max(1, place)
			if r.IntN(3) == 0 {
				zone = Zone(r.UintN(MaxZones))
			}
			want = append(want, stretch{place, place, zone})
			weight += weights.Of(zone)
		}
		p := posting(want, &weights)
		var got []stretch
		for _, l := range p.Locations {
			got = read(uint64(l.Position), uint64(l.Start), uint64(l.End), l.ArrayPositions, got)
		}
		if len(p.Locations) == 0 {
			got = unpack(uint64(p.Frequency()), got)
			packed++
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(stretch{})); diff != "" {
			t.Fatalf("-written +read:\n%s", diff)
		}
		if got := weights.weight(uint64(p.Frequency())); got != weight {
			t.Fatalf("%v weigh %d, read %d", want, weight, got)
		}
	}
	if packed < 5000 || packed > 15_000 {
		t.Errorf("%d of 20,000 were packed: one of the two ways is hardly tried", packed)
	}
}

// TestPackLimits: what is too much for a number is not packed, and what is not is.
func TestPackLimits(t *testing.T) {
	at := func(places ...uint32) (out []stretch) {
		for _, p := range places {
			out = append(out, stretch{p, p, 4})
		}
		return out
	}
	for _, c := range []struct {
		name string
		at   []stretch
		want bool
	}{
		{"one", at(1), true},
		{"the last place of all", at(1<<32 - 1), true},
		{"four in a text of 1,000 words", at(7, 180, 400, 900), true},
		{"side by side", at(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), true},
		{"thirteen", at(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), false},
		{"twice in one place", at(9, 9), true},
		{"a step of 17 bits", at(1, 1<<17), true},
		{"two at the ends of all places", at(1, 1<<32-1), false},
		{"four far apart", at(1<<16, 1<<17-1, 1<<17+60000, 1<<17+120000), false},
	} {
		n, ok := pack(c.at)
		if ok != c.want {
			t.Errorf("%s: packed: %v", c.name, ok)
		}
		if ok && (bits.Len64(n) > wordBits || int64(n) < 0) {
			t.Errorf("%s: %d bits", c.name, bits.Len64(n))
		}
	}
}

// FuzzUnpack: whatever a damaged index says, reading ends, and gives no more than numbers
// can hold.
func FuzzUnpack(f *testing.F) {
	for _, n := range []uint64{0, 1, 3, 1 << 62, 1<<63 - 1, 1<<64 - 1} {
		f.Add(n)
	}
	f.Fuzz(func(t *testing.T, n uint64) {
		at := unpack(n, nil)
		if len(at) > packable || n&1 == 0 && len(at) > 0 {
			t.Errorf("%d: %v", n, at)
		}
		numbers := []uint64{n, ^n, n >> 7}
		far := read(n, n>>9, n>>5, numbers, nil)
		if len(far) == 0 || len(far) > 1+len(numbers)*wordBits/2 {
			t.Errorf("%d: %d places of three numbers", n, len(far))
		}
		for _, s := range append(at, far...) {
			if s.zone >= MaxZones {
				t.Errorf("%d: zone %d", n, s.zone)
			}
		}
	})
}
