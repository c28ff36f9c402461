package graph

import (
	"encoding/binary"
	"math"
)

// packed reads CBOR as packing writes it: maps and lists of known length, the names of a
// map in the order of their bytes and each once, texts, whole numbers from 0, 64-bit
// floats. Anything else is odd, and for the library of CBOR to read. What it gives of a
// text is part of the whole, and copies nothing.
type packed struct {
	all string
	at  int
	odd bool
}

// The major types of RFC 8949, and values that have no length.
const (
	cborUint  = 0
	cborText  = 3
	cborArray = 4
	cborMap   = 5

	cborFalse = 0xf4
	cborTrue  = 0xf5
	cborNull  = 0xf6
	cborFloat = 0xfb
)

// take gives the next bytes; "" where there are too few.
func (p *packed) take(n uint64) string {
	if p.odd = p.odd || n > uint64(len(p.all)-p.at); p.odd {
		return ""
	}
	s := p.all[p.at : p.at+int(n)]
	p.at += int(n)
	return s
}

// done reports whether everything was read, and nothing was odd.
func (p *packed) done() bool { return !p.odd && p.at == len(p.all) }

// next is the first byte of the next value; 0, a number, at the end.
func (p *packed) next() byte {
	if p.odd || p.at == len(p.all) {
		return 0
	}
	return p.all[p.at]
}

// head reads a type, which must be the one that is wanted, and its number.
func (p *packed) head(major byte) uint64 {
	first := p.take(1)
	if p.odd = p.odd || first[0]>>5 != major; p.odd {
		return 0
	}
	short := first[0] & 0x1f
	if short < 24 {
		return uint64(short)
	}
	if p.odd = short > 27; p.odd {
		return 0
	}
	var b [8]byte
	n := uint64(1) << (short - 24)
	copy(b[8-n:], p.take(n))
	return binary.BigEndian.Uint64(b[:])
}

func (p *packed) text() string { return p.take(p.head(cborText)) }

func (p *packed) number() int {
	n := p.head(cborUint)
	p.odd = p.odd || n > math.MaxInt
	return int(n)
}

func (p *packed) float() float64 {
	if b := p.take(9); !p.odd && b[0] == cborFloat {
		return math.Float64frombits(binary.BigEndian.Uint64([]byte(b[1:])))
	}
	p.odd = true
	return 0
}

func (p *packed) truth() bool {
	b := p.take(1)
	p.odd = p.odd || b[0] != cborFalse && b[0] != cborTrue
	return !p.odd && b[0] == cborTrue
}

// null passes over a null, and reports whether there was one.
func (p *packed) null() bool {
	if p.next() != cborNull {
		return false
	}
	p.at++
	return true
}

// list reads the length of a list, each element of which takes a byte at least.
func (p *packed) list() int {
	n := p.head(cborArray)
	if p.odd = p.odd || n > uint64(len(p.all)-p.at); p.odd {
		return 0
	}
	return int(n)
}

// fields calls each with the names of a map, to read what stands behind them.
func (p *packed) fields(each func(name string)) {
	last := ""
	for n := p.head(cborMap); n > 0 && !p.odd; n-- {
		name := p.text()
		if p.odd = p.odd || len(name) < len(last) || len(name) == len(last) && name <= last; p.odd {
			return
		}
		last = name
		each(name)
	}
}

// deepest is how deep maps and lists may stand in each other.
const deepest = 16

// item passes over one value, and gives it as it stands.
func (p *packed) item() string {
	begin := p.at
	p.skip(0)
	return p.all[begin:p.at]
}

func (p *packed) skip(depth int) {
	if p.odd = p.odd || depth > deepest; p.odd {
		return
	}
	switch major := p.next() >> 5; major {
	case cborText:
		p.text()
	case cborArray:
		for n := p.list(); n > 0 && !p.odd; n-- {
			p.skip(depth + 1)
		}
	case cborMap:
		p.fields(func(string) { p.skip(depth + 1) })
	case cborUint, cborUint + 1:
		p.head(major)
	default:
		switch p.next() {
		case cborFalse, cborTrue, cborNull:
			p.at++
		default:
			p.float()
		}
	}
}
