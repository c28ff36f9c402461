package quadstore

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sort"
)

// A posting holds the subjects of a pair whose ids share all but the low 16 bits:
// these bits, ascending, two bytes each, little endian; or, of 4,096 and more, a
// bitmap of 8,192 bytes. It is never empty and never changed in place.
type posting []byte

const (
	chunkBits    = 16
	bitmapBytes  = 1 << chunkBits / 8
	maxListBytes = bitmapBytes - 2
)

// chunkOf gives the part of an id that all subjects of a posting share.
func chunkOf(id uint64) uint64 { return id >> chunkBits }

func (p posting) bitmap() bool { return len(p) == bitmapBytes }

// sound tells whether the bytes can be a posting.
func (p posting) sound() bool {
	return len(p) > 0 && len(p)%2 == 0 && len(p) <= bitmapBytes
}

func (p posting) low(i int) uint16 { return binary.LittleEndian.Uint16(p[2*i:]) }

func (p posting) word(i int) uint64 { return binary.LittleEndian.Uint64(p[8*i:]) }

// from gives the position of the first subject from low on; false if there is none.
// The position is an index of a list, and the subject itself in a bitmap.
func (p posting) from(at int, low uint16) (int, bool) {
	if !p.bitmap() {
		n := len(p) / 2
		if at < n && p.low(at) >= low { // near
			return at, true
		}
		at += sort.Search(n-at, func(i int) bool { return p.low(at+i) >= low })
		return at, at < n
	}
	i := int(low) / 64
	w := p.word(i) >> (low % 64) << (low % 64)
	for w == 0 {
		if i++; i == bitmapBytes/8 {
			return 0, false
		}
		w = p.word(i)
	}
	return i*64 + bits.TrailingZeros64(w), true
}

// next gives the position behind at.
func (p posting) next(at int) (int, bool) {
	if !p.bitmap() {
		return at + 1, at+1 < len(p)/2
	}
	if at == 1<<chunkBits-1 {
		return 0, false
	}
	return p.from(0, uint16(at+1))
}

// at gives the subject at a position.
func (p posting) at(i int) uint16 {
	if p.bitmap() {
		return uint16(i)
	}
	return p.low(i)
}

// appendTo adds all subjects to a set.
func (p posting) appendTo(out Set, chunk uint64) Set {
	base := chunk << chunkBits
	if !p.bitmap() {
		for i := 0; i < len(p); i += 2 {
			out = append(out, ID(base|uint64(binary.LittleEndian.Uint16(p[i:]))))
		}
		return out
	}
	for i := range bitmapBytes / 8 {
		for w := p.word(i); w != 0; w &= w - 1 {
			out = append(out, ID(base|uint64(i*64+bits.TrailingZeros64(w))))
		}
	}
	return out
}

// with gives the posting without del and then with add, which are ascending; empty
// if nobody is left.
func (p posting) with(add, del []uint16) posting {
	if !p.bitmap() && len(del) == 0 && (len(p) == 0 || len(add) == 0 || p.low(len(p)/2-1) < add[0]) && len(p)+2*len(add) <= maxListBytes {
		out := make(posting, len(p), len(p)+2*len(add))
		copy(out, p)
		for _, low := range add {
			out = binary.LittleEndian.AppendUint16(out, low)
		}
		return out
	}
	var all [bitmapBytes / 8]uint64
	n := 0
	set := func(low uint16) {
		bit := uint64(1) << (low % 64)
		if all[low/64]&bit == 0 {
			all[low/64] |= bit
			n++
		}
	}
	for _, id := range p.appendTo(nil, 0) {
		set(uint16(id))
	}
	for _, low := range del {
		bit := uint64(1) << (low % 64)
		if all[low/64]&bit != 0 {
			all[low/64] &^= bit
			n--
		}
	}
	for _, low := range add {
		set(low)
	}
	return packed(&all, n)
}

// packed writes the n bits that are set.
func packed(all *[bitmapBytes / 8]uint64, n int) posting {
	if 2*n > maxListBytes {
		out := make(posting, 0, bitmapBytes)
		for _, w := range all {
			out = binary.LittleEndian.AppendUint64(out, w)
		}
		return out
	}
	out := make(posting, 0, 2*n)
	for i, w := range all {
		for ; w != 0; w &= w - 1 {
			out = binary.LittleEndian.AppendUint16(out, uint16(i*64+bits.TrailingZeros64(w)))
		}
	}
	return out
}

// equal tells whether two postings are the same bytes.
func (p posting) equal(o posting) bool { return slices.Equal(p, o) }

// place is where a posting stands.
type place struct {
	pair
	chunk uint64
}

func postingKey(b []byte, p place) []byte {
	return appendID(postingPrefix(b, p.pair), p.chunk)
}

func postingPrefix(b []byte, p pair) []byte {
	return appendID(appendID(append(b, KeySpace, tablePosting), p.predicate), p.object)
}
