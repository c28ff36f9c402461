package quadstore

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// lexicon numbers the words of one run of a bulk load: 1, 2, … in the order in
// which they come. A word is a byte string of at most maxWord bytes. It is a hash
// table over one store of bytes, as a map of strings would take four times the
// memory and the garbage collector's time.
type lexicon struct {
	seed    maphash.Seed
	blocks  [][]byte // each word is in one of them, behind its length
	entries []entry  // of number i+1
	slots   []uint32 // numbers by hash; 0: free. A power of two, two thirds full at most
	extra   int64    // bytes that the owner keeps for words
}

type entry struct {
	at   uint32 // block and offset
	hash uint32
}

const (
	maxWord    = maxKeyValue + 1 + 16
	blockBits  = 16
	blockBytes = 1 << blockBits
	maxBlocks  = 1<<(32-blockBits) - 64 // leaves room for a batch of quads
)

func newLexicon() *lexicon {
	return &lexicon{seed: maphash.MakeSeed(), slots: make([]uint32, 1024)}
}

// number gives the number of a word; fresh is true if it is new.
func (l *lexicon) number(word []byte) (n uint32, fresh bool) {
	h := maphash.Bytes(l.seed, word)
	mask := uint64(len(l.slots) - 1)
	i := h & mask
	for ; l.slots[i] != 0; i = (i + 1) & mask {
		n := l.slots[i]
		if l.entries[n-1].hash == uint32(h>>32) && bytes.Equal(l.word(n), word) {
			return n, false
		}
	}
	l.entries = append(l.entries, entry{l.keep(word), uint32(h >> 32)})
	n = uint32(len(l.entries))
	l.slots[i] = n
	if 3*len(l.entries) > 2*len(l.slots) {
		l.grow()
	}
	return n, true
}

// keep copies a word into the blocks.
func (l *lexicon) keep(word []byte) (at uint32) {
	last := len(l.blocks) - 1
	if last < 0 || len(l.blocks[last])+2+len(word) > blockBytes {
		last++
		if last < cap(l.blocks) && l.blocks[:last+1][last] != nil {
			l.blocks = l.blocks[:last+1] // of before a reset
		} else {
			l.blocks = append(l.blocks, make([]byte, 0, blockBytes))
		}
	}
	b := l.blocks[last]
	at = uint32(last)<<blockBits | uint32(len(b))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(word)))
	l.blocks[last] = append(b, word...)
	return at
}

func (l *lexicon) word(n uint32) []byte {
	at := l.entries[n-1].at
	b := l.blocks[at>>blockBits][at&(blockBytes-1):]
	return b[2 : 2+int(binary.LittleEndian.Uint16(b))]
}

// grow doubles the slots.
func (l *lexicon) grow() {
	l.slots = make([]uint32, 2*len(l.slots))
	mask := uint64(len(l.slots) - 1)
	for i := range l.entries {
		n := uint32(i + 1)
		at := maphash.Bytes(l.seed, l.word(n)) & mask
		for l.slots[at] != 0 {
			at = (at + 1) & mask
		}
		l.slots[at] = n
	}
}

func (l *lexicon) len() int { return len(l.entries) }

// bytes is about what the lexicon takes, with what sorting it takes.
func (l *lexicon) bytes() int64 {
	return int64(len(l.blocks))*blockBytes + 16*int64(len(l.entries)) + 4*int64(len(l.slots)) + l.extra
}

func (l *lexicon) full(most int64) bool {
	return l.bytes() >= most || len(l.blocks) >= maxBlocks
}

// sorted gives the numbers in the order of their words. Half of them is sorted on
// another processor.
func (l *lexicon) sorted() []uint32 {
	all := make([]uint32, l.len())
	for i := range all {
		all[i] = uint32(i + 1)
	}
	compare := func(a, b uint32) int { return bytes.Compare(l.word(a), l.word(b)) }
	one, two := all[:len(all)/2], all[len(all)/2:]
	_ = together(context.Background(),
		func(context.Context) error { slices.SortFunc(one, compare); return nil },
		func(context.Context) error { slices.SortFunc(two, compare); return nil })
	out := make([]uint32, 0, len(all))
	for len(one) > 0 && len(two) > 0 {
		if compare(one[0], two[0]) < 0 {
			out, one = append(out, one[0]), one[1:]
		} else {
			out, two = append(out, two[0]), two[1:]
		}
	}
	return append(append(out, one...), two...)
}

// reset forgets all words, but keeps the memory.
func (l *lexicon) reset() {
	for i := range l.blocks {
		l.blocks[i] = l.blocks[i][:0]
	}
	free := l.blocks
	l.blocks = free[:0]
	l.entries = l.entries[:0]
	clear(l.slots)
	l.extra = 0
}
