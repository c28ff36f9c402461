package quadstore

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/attendu/attendu/graph/quadstore/extsort"
)

// origin is where a word was met, part << 32 | number, and its id.
type origin struct{ at, id uint64 }

const originBytes = 16

// originSorter sorts places on disk.
type originSorter struct {
	b    *bulk
	held []origin
	runs []string
}

func (p *originSorter) add(at origin) error {
	p.held = append(p.held, at)
	if int64(len(p.held)) < max(p.b.memory/(4*originBytes), 64) {
		return nil
	}
	return p.spill()
}

// spill writes what is held as one run.
func (p *originSorter) spill() error {
	slices.SortFunc(p.held, func(a, b origin) int { return cmp.Compare(a.at, b.at) })
	path := p.b.folder.runName()
	w, err := extsort.Create(p.b.folder.fs, path)
	if err != nil {
		return err
	}
	var key, val [8]byte
	for _, h := range p.held {
		binary.BigEndian.PutUint64(key[:], h.at)
		binary.BigEndian.PutUint64(val[:], h.id)
		if w.Add(key[:], val[:]) != nil {
			break
		}
	}
	p.held = p.held[:0]
	p.runs = append(p.runs, path)
	return w.Close()
}

// idTable gives the ids of one part in 32 bits that sort like them: words by their
// number in the store, inlined ids behind them by their rank in the part.
type idTable struct {
	first   uint64   // id of word 0
	words   uint64   // words of all parts
	short   []uint32 // by number in the part; 0 for none
	inlined []uint64 // sorted
}

// read takes the places of the part out of the merger, which stands before them.
func (t *idTable) read(m *extsort.Merger, part uint64, words uint32) error {
	t.short = append(t.short[:0], 0)
	t.inlined = t.inlined[:0]
	var inlined []origin
	for n := uint64(1); n <= uint64(words); n++ {
		if !m.Next() {
			return cmp.Or(m.Err(), fmt.Errorf("%w: places end", extsort.ErrDamaged))
		}
		at, id := binary.BigEndian.Uint64(m.Key()), binary.BigEndian.Uint64(m.Value())
		if at != part<<32|n {
			return fmt.Errorf("%w: place %x, want %d of part %d", extsort.ErrDamaged, at, n, part)
		}
		if id > maxDictID {
			inlined = append(inlined, origin{n, id})
			t.short = append(t.short, 0)
			continue
		}
		t.short = append(t.short, uint32(id-t.first+1))
	}
	if t.words+uint64(len(inlined)) >= 1<<32 {
		return fmt.Errorf("%w: more than %d values in one bulk load", errOutOfIDs, uint64(1)<<32)
	}
	slices.SortFunc(inlined, func(a, b origin) int { return cmp.Compare(a.id, b.id) })
	for i, p := range inlined {
		t.inlined = append(t.inlined, p.id)
		t.short[p.at] = uint32(t.words + 1 + uint64(i))
	}
	return nil
}

// id gives the id that short stands for.
func (t *idTable) id(short uint32) uint64 {
	switch n := uint64(short); {
	case n == 0:
		return 0
	case n <= t.words:
		return t.first + n - 1
	default:
		return t.inlined[n-t.words-1]
	}
}
