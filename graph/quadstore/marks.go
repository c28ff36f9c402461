package quadstore

import (
	"math/bits"
	"slices"
)

// marks collects nodes in any order, each once. The ids that the dictionary gave
// out are dense, and are marked on pages of bits; the others are few, and listed.
type marks struct {
	next   uint64 // ids below have a page
	pages  []*[pageWords]uint64
	others map[uint64]struct{}
	n      int
}

const (
	pageBits  = 1 << 15 // ids of a page, 4 KiB
	pageWords = pageBits / 64
)

func newMarks(next uint64) *marks { return &marks{next: next} }

func (m *marks) add(id uint64) {
	if id >= m.next {
		if m.others == nil {
			m.others = map[uint64]struct{}{}
		}
		if _, ok := m.others[id]; !ok {
			m.others[id] = struct{}{}
			m.n++
		}
		return
	}
	i := id / pageBits
	if i >= uint64(len(m.pages)) {
		m.pages = append(m.pages, make([]*[pageWords]uint64, i+1-uint64(len(m.pages)))...)
	}
	p := m.pages[i]
	if p == nil {
		p = new([pageWords]uint64)
		m.pages[i] = p
	}
	bit := uint64(1) << (id % 64)
	if w := &p[id%pageBits/64]; *w&bit == 0 {
		*w |= bit
		m.n++
	}
}

// addAll marks what others marked, which are of the same store.
func (m *marks) addAll(o *marks) {
	for i, p := range o.pages {
		switch {
		case p == nil:
		case i < len(m.pages) && m.pages[i] != nil:
			for j, w := range p {
				m.n += bits.OnesCount64(w &^ m.pages[i][j])
				m.pages[i][j] |= w
			}
		default:
			if i >= len(m.pages) {
				m.pages = append(m.pages, make([]*[pageWords]uint64, i+1-len(m.pages))...)
			}
			m.pages[i] = p
			for _, w := range p {
				m.n += bits.OnesCount64(w)
			}
		}
	}
	for id := range o.others {
		m.add(id)
	}
}

// set gives what was marked.
func (m *marks) set() Set {
	out := make(Set, 0, m.n)
	for i, p := range m.pages {
		if p == nil {
			continue
		}
		for j, w := range p {
			for ; w != 0; w &= w - 1 {
				out = append(out, ID(i*pageBits+j*64+bits.TrailingZeros64(w)))
			}
		}
	}
	at := len(out)
	for id := range m.others {
		out = append(out, ID(id))
	}
	slices.Sort(out[at:])
	return out
}
