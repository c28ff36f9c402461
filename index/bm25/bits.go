package bm25

import "math/bits"

// wordBits is how many bits of a number are used: written as a uvarint, 63 bits are nine
// bytes, and a frequency of Bleve has one bit less than a number.
const wordBits = 63

// bitWriter fills numbers from their lowest bits on, one after another.
type bitWriter struct {
	full []uint64
	n    uint64 // the number that is being filled
	len  int    // how many bits of it are
}

// put adds the lowest width bits of v, which has no others.
func (b *bitWriter) put(v uint64, width int) {
	if b.len == wordBits {
		b.full, b.n, b.len = append(b.full, b.n), 0, 0
	}
	room := wordBits - b.len
	b.n |= v << b.len & (1<<wordBits - 1)
	if b.len += width; width > room {
		b.full, b.n, b.len = append(b.full, b.n), v>>room, width-room
	}
}

// number adds a number of any size, the shorter the smaller it is (Elias gamma): its grain
// lowest bits as they are, and what is above them, and one more, as so many zeros as that
// has bits behind its highest one, a one, and those bits.
func (b *bitWriter) number(x uint64, grain int) {
	high := x>>grain + 1
	n := bits.Len64(high) - 1
	b.put(0, n)
	b.put(1, 1)
	b.put(high&(1<<n-1), n)
	b.put(x&(1<<grain-1), grain)
}

// numberBits is how many bits number adds.
func numberBits(x uint64, grain int) int { return 2*bits.Len64(x>>grain+1) - 1 + grain }

// bitReader takes what a bitWriter put.
type bitReader struct {
	more []uint64
	n    uint64 // what is left of the number at hand
	len  int
}

func readBits(numbers []uint64) (b bitReader) {
	b.more = numbers
	b.next()
	return b
}

// next goes on to the next number; false when there is none.
func (b *bitReader) next() bool {
	if len(b.more) == 0 {
		return false
	}
	b.n, b.len, b.more = b.more[0]&(1<<wordBits-1), wordBits, b.more[1:]
	return true
}

// take reads width bits, at most wordBits. Behind the end there are zeros.
func (b *bitReader) take(width int) uint64 {
	if width <= b.len {
		v := b.n & (1<<width - 1)
		b.n, b.len = b.n>>width, b.len-width
		return v
	}
	v, have := b.n, b.len
	b.n, b.len = 0, 0
	if b.next() {
		v |= b.take(width-have) << have
	}
	return v
}

// number reads what bitWriter.number put; false behind the end, and for what it cannot have
// put.
func (b *bitReader) number(grain int) (x uint64, ok bool) {
	n := 0
	for b.n == 0 {
		n += b.len
		if !b.next() {
			b.len = 0
			return 0, false
		}
	}
	zeros := bits.TrailingZeros64(b.n)
	b.n, b.len = b.n>>(zeros+1), b.len-zeros-1
	if n += zeros; n > maxNumber {
		return 0, false
	}
	high := b.take(n) | 1<<n
	return (high-1)<<grain | b.take(grain), true
}

// maxNumber bounds the bits of a number: places have 32.
const maxNumber = 33
