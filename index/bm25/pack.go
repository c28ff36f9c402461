package bm25

import "math/bits"

// A posting of Bleve has a frequency, which it keeps and hands back and of which only this
// package makes use, and may have locations, of at least seven bytes. Most words stand in
// few places of a document: these are packed into the frequency, as a number of at most 63
// bits, and there is no location. From the lowest bit on:
//
//	1               it is packed; 0: the rest is the weight of the word, and a location says the places
//	how many - 1    2 bits
//	the first zone  4 bits
//	for each further place
//	    width       4 bits: how many bits of the step follow
//	    step        from the place before, without its highest bit, which is 1
//	    1, zone     1 and 4 bits when the zone is another than that before; else 0
//	the first place all further bits
const (
	packable  = 4 // places at most
	manyBits  = 2
	zoneBits  = 4
	widthBits = 4
	allBits   = 63
)

// bitsIn is a number that is filled from its lowest bit on.
type bitsIn struct {
	n   uint64
	len int
}

// put adds the lowest width bits of v.
func (b *bitsIn) put(v uint64, width int) {
	b.n |= v << b.len
	b.len += width
}

// bitsOut is a number of which bits are taken from the lowest on.
type bitsOut uint64

func (b *bitsOut) take(width int) uint64 {
	v := uint64(*b) & (1<<width - 1)
	*b >>= width
	return v
}

// pack writes places of a word, in ascending order, as one number. Places that are many,
// far apart or at one another's place do not go in.
func pack(at []stretch) (packed uint64, ok bool) {
	if len(at) == 0 || len(at) > packable {
		return 0, false
	}
	var b bitsIn
	b.put(1, 1)
	b.put(uint64(len(at)-1), manyBits)
	b.put(uint64(at[0].zone), zoneBits)
	for i := 1; i < len(at); i++ {
		step := at[i].first - at[i-1].first
		width := bits.Len32(step) - 1
		if width < 0 || width >= 1<<widthBits {
			return 0, false
		}
		b.put(uint64(width), widthBits)
		b.put(uint64(step)&(1<<width-1), width)
		if at[i].zone == at[i-1].zone {
			b.put(0, 1)
		} else {
			b.put(uint64(at[i].zone)<<1|1, 1+zoneBits)
		}
	}
	width := bits.Len32(at[0].first)
	if b.len+width > allBits {
		return 0, false
	}
	b.put(uint64(at[0].first), width)
	return b.n, true
}

// unpack adds the places of a packed number to out; none when it is not packed.
func unpack(packed uint64, out []stretch) []stretch {
	b := bitsOut(packed)
	if b.take(1) == 0 {
		return out
	}
	start := len(out)
	var from uint32
	zone := Zone(0)
	for i := range b.take(manyBits) + 1 {
		if i == 0 {
			zone = Zone(b.take(zoneBits))
		} else {
			width := int(b.take(widthBits))
			from += uint32(b.take(width)) | 1<<width
			if b.take(1) == 1 {
				zone = Zone(b.take(zoneBits))
			}
		}
		out = append(out, stretch{from, from, zone})
	}
	for i := range out[start:] {
		out[start+i].first += uint32(b)
		out[start+i].last += uint32(b)
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
