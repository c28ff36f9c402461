package graph

import (
	"hash/maphash"

	"github.com/attendu/attendu/corpus"
)

// Directory gives held decisions by the keys by which others cite them, from memory. It is
// made for those who ask for very many keys in no order, each of which would cost three
// reads here and there in a large store; the directory costs a few passes over it in the
// order of its numbers. It answers where the names of a key end plainly: at one held
// decision, at several, or at the key itself, of which nothing more is known; the rest is
// for a Resolver. It is safe for concurrent use.
type Directory struct {
	keys, nodes words
	of          []uint32 // of each key, the place of its node, from 1; 0 is no one node
	seed        maphash.Seed
	slots       []uint32 // of a hash table: places of keys, from 1; 0 is free
}

// Held gives the one held decision that a key names, "" when there is none, or several;
// known is false where that is not plain.
func (d *Directory) Held(key corpus.Key) (node corpus.Node, known bool) {
	if len(d.slots) == 0 {
		return "", false
	}
	mask := uint64(len(d.slots) - 1)
	for i := maphash.String(d.seed, string(key)) & mask; d.slots[i] != 0; i = (i + 1) & mask {
		if at := int(d.slots[i] - 1); string(d.keys.at(at)) == string(key) {
			if d.of[at] == 0 {
				return "", true
			}
			return corpus.Node(d.nodes.at(int(d.of[at] - 1))), true
		}
	}
	return "", false
}

func (d *Directory) add(key string, node uint32) {
	d.keys.add(key)
	d.of = append(d.of, node)
}

// index makes the hash table, at most half full.
func (d *Directory) index() {
	size := 1
	for size < 2*len(d.of) {
		size *= 2
	}
	d.seed, d.slots = maphash.MakeSeed(), make([]uint32, size)
	mask := uint64(size - 1)
	for at := range d.of {
		i := maphash.Bytes(d.seed, d.keys.at(at)) & mask
		for d.slots[i] != 0 {
			i = (i + 1) & mask
		}
		d.slots[i] = uint32(at + 1)
	}
}

// words are many short texts, one behind the other: a list of strings would be four times
// as much work for the garbage collector.
type words struct {
	bytes []byte
	ends  []uint32
}

func (w *words) add(s string) {
	w.bytes = append(w.bytes, s...)
	w.ends = append(w.ends, uint32(len(w.bytes)))
}

func (w *words) at(i int) []byte {
	from := uint32(0)
	if i > 0 {
		from = w.ends[i-1]
	}
	return w.bytes[from:w.ends[i]]
}
