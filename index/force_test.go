package index

import (
	"math/rand/v2"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestCover: a day lies in one block of a cover, and only if it lies in the
// interval; a cover is short.
func TestCover(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := 1 << forceLevels
	check := func(start, end int, days ...int) {
		t.Helper()
		blocks := map[[5]byte]bool{}
		cover(start, end, func(b [5]byte) { blocks[b] = true })
		if len(blocks) > 2*forceLevels {
			t.Fatalf("[%d, %d) has %d blocks", start, end, len(blocks))
		}
		for _, d := range days {
			in := 0
			for level := range forceLevels + 1 {
				if d >= 0 && d < all && blocks[block(level, d)] {
					in++
				}
			}
			if want := start <= d && d < end; in > 1 || (in == 1) != want {
				t.Fatalf("day %d is in %d blocks of [%d, %d)", d, in, start, end)
			}
		}
	}
	for start := range 33 {
		for end := range 33 {
			for d := range 40 {
				check(start, end, d)
			}
		}
	}
	for range 20_000 {
		start, end := r.IntN(all), r.IntN(all+1)
		check(start, end, start-1, start, start+1, end-1, end, r.IntN(all))
		check(start, all, start-1, start, all-1, r.IntN(all))
	}
	check(0, all, 0, all-1, all/2)
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		from, to   corpus.Date
		start, end int
	}{
		{"1500-01-01", "1500-01-02", 0, 1},
		{"1499-12-31", "1500-02-01", 0, 31},
		{"2016-10-01", "", 188739, 1 << forceLevels},
		{"", "2016-10-01", 0, 188739},
		{"never", "2016-02-30", 0, 1 << forceLevels},
		{"1900-01-01", "2999-01-01", 146097, 1 << forceLevels},
	} {
		start, end := forceDays(c.from, c.to)
		if start != c.start || end != c.end {
			t.Errorf("%q to %q: [%d, %d), want [%d, %d)", c.from, c.to, start, end, c.start, c.end)
		}
	}
	if _, err := inForce(corpus.Date("2016-02-30")); err == nil {
		t.Error("a day that does not exist is accepted")
	}
}
