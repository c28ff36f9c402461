package bm25

import "math/bits"

// A posting of Bleve has a frequency, which it keeps and hands back and of which only this
// package makes use, and may have locations, of at least seven bytes. Most words stand in
// few places of a document: these are packed into the frequency, as a number of at most 63
// bits, and there is no location. From the lowest bit on:
//
//	1               it is packed; 0: the rest is the weight of the word, and a location says the places
//	how many - 1    a number
//	the first zone  a number
//	the grain       4 bits, if there are further places, and for each of them
//	    1, zone     1 and a number when the zone is another than that before; else 0
//	    step        a number of that grain: from the place before
//	the first place all further bits
//
// A number is what bitWriter.number writes: the zones that most words stand in should have
// the lowest numbers.
const (
	packable  = 12 // places at most
	grainBits = 4
)

// pack writes places of a word, in ascending order, as one number. Places that are many or
// far apart do not go in.
func pack(at []stretch) (packed uint64, ok bool) {
	if len(at) == 0 || len(at) > packable {
		return 0, false
	}
	var room [4]uint64
	b := bitWriter{full: room[:0]}
	b.put(1, 1)
	b.number(uint64(len(at)-1), 0)
	b.number(uint64(at[0].zone), 0)
	if len(at) > 1 {
		grain := grainOf(at)
		b.put(uint64(grain), grainBits)
		b.steps(at, grain)
	}
	first := at[0].first
	b.put(uint64(first), bits.Len32(first))
	return b.n, len(b.full) == 0
}

// steps adds how far each place but the first is from the one before, and where the zone
// changes.
func (b *bitWriter) steps(at []stretch, grain int) {
	for i := 1; i < len(at); i++ {
		if at[i].zone == at[i-1].zone {
			b.put(0, 1)
		} else {
			b.put(1, 1)
			b.number(uint64(at[i].zone), 0)
		}
		b.number(uint64(at[i].first-at[i-1].first), grain)
	}
}

// grainOf is the grain in which the steps of some places are about the shortest.
func grainOf(at []stretch) (grain int) {
	mean := (at[len(at)-1].first - at[0].first) / uint32(len(at)-1)
	top := bits.Len32(mean)
	least := 0
	for g := max(0, top-3); g <= max(0, top-1) && g < 1<<grainBits; g++ {
		sum := 0
		for i := 1; i < len(at); i++ {
			sum += numberBits(uint64(at[i].first-at[i-1].first), g)
		}
		if least == 0 || sum < least {
			grain, least = g, sum
		}
	}
	return grain
}

// unpack adds the places of a packed number to out; none when it is not packed.
func unpack(packed uint64, out []stretch) []stretch {
	b := bitReader{n: packed & (1<<wordBits - 1), len: wordBits}
	if b.take(1) == 0 {
		return out
	}
	further, ok := b.number(0)
	zone, known := b.number(0)
	if !ok || !known || further >= packable {
		return out
	}
	start := len(out)
	out = append(out, stretch{zone: Zone(zone % MaxZones)})
	if further > 0 {
		out = b.steps(int(b.take(grainBits)), int(further), out)
	}
	first := uint32(b.n)
	for i := range out[start:] {
		out[start+i].first += first
		out[start+i].last += first
	}
	return out
}

// steps adds to out, the last of which is the place before, the next n places, or fewer if
// there are no more.
func (b *bitReader) steps(grain, n int, out []stretch) []stretch {
	s := out[len(out)-1]
	for range n {
		if b.take(1) == 1 {
			zone, ok := b.number(0)
			if !ok {
				break
			}
			s.zone = Zone(zone % MaxZones)
		}
		step, ok := b.number(grain)
		if !ok {
			break
		}
		s.first += uint32(step)
		s.last = s.first
		out = append(out, s)
	}
	return out
}

// weight is that of the places of a frequency, in halves of words: of those packed, or that
// which it says of a location.
func (w *Weights) weight(freq uint64) int {
	if freq&1 == 0 {
		return int(freq >> 1)
	}
	var room [packable]stretch
	return w.sum(unpack(freq, room[:0]))
}
