package synth

import "math/rand/v2"

// chance is a stream of random numbers. It works in integers only: floating
// point is not the same on every machine.
type chance struct{ rand.PCG }

// The purposes for which a case or decision has a stream of its own, so that one
// can be drawn without the others.
const (
	forRow uint64 = iota + 1
	forYear
	forHead
	forFile
	forText
	forFacts
	forVersions // of articles
	forLife
	forShape
	forSentence
	forTitle
	forAct
	forChange
)

// newChance is the stream of a purpose for the thing number n.
func newChance(seed, purpose, n uint64) *chance {
	c := new(chance)
	c.Seed(mix(seed+purpose*0x9e3779b97f4a7c15), mix(n^purpose<<56))
	return c
}

// mix spreads the bits of x: the finalizer of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// below is a number from 0 to n-1. The bias of a 32-bit remainder is no matter
// here.
func (c *chance) below(n int) int {
	return int(c.Uint64() >> 33 % uint64(n))
}

// between is a number from low to high, both included.
func (c *chance) between(low, high int) int { return low + c.below(high-low+1) }

// percent is true in p of 100 draws.
func (c *chance) percent(p int) bool { return c.below(100) < p }

// rank is a number from 0 to n-1 of which each power of two holds as many draws
// as the next: about 1/(rank+8), the law of Zipf with a flat head.
func (c *chance) rank(n int) int {
	for {
		low, high, octaves := 8, 16, 1
		for high < n+8 {
			high, octaves = high*2, octaves+1
		}
		for k := c.below(octaves); k > 0; k-- {
			low *= 2
		}
		if r := low + c.below(low) - 8; r < n {
			return r
		}
	}
}

// zipf is a number from 0 to n-1, with weights 1, 1/2, 1/3 …; n is small.
func (c *chance) zipf(n int) int {
	const one = 1 << 16
	total := 0
	for i := range n {
		total += one / (i + 1)
	}
	x := c.below(total)
	for i := range n {
		if x -= one / (i + 1); x < 0 {
			return i
		}
	}
	return n - 1
}

// lengths are the sizes of texts in bytes at equal steps of probability: a
// lognormal with the median 7,300 and the deviation 0.52, cut at 3 and 20 kB.
var lengths = [...]int{3000, 3300, 3750, 4250, 4700, 5150, 5600, 6050, 6500, 6900,
	7300, 7750, 8250, 8800, 9450, 10250, 11300, 12700, 14800, 17600, 20000}

// length is the size aimed at for a text, in bytes.
func (c *chance) length() int {
	i := c.below(len(lengths) - 1)
	return c.between(lengths[i], lengths[i+1])
}

// pick is one of list.
func pick[T any](c *chance, list []T) T { return list[c.below(len(list))] }
