package bm25

import (
	"slices"
	"sync"

	index "github.com/blevesearch/bleve_index_api"
)

// tally gathers the words of a text by what they are.
type tally struct {
	numbers map[string]int32 // of the words, in the order of their first places
	words   []occurrence     // in the order of their places
	ends    []int32          // how often each word stands, and then where its places end in at
	at      []stretch        // the places of the words, word by word
}

// occurrence is a word, by its number, in its place.
type occurrence struct {
	word  int32
	place uint32
	zone  Zone
}

// tallies keeps the memory of tallies.
var tallies = sync.Pool{New: func() any { return &tally{numbers: make(map[string]int32, 1024)} }}

func (t *tally) add(word string, place int, zone Zone) {
	n, ok := t.numbers[word]
	if !ok {
		n = int32(len(t.ends))
		t.numbers[word] = n
		t.ends = append(t.ends, 0)
	}
	t.ends[n]++
	t.words = append(t.words, occurrence{n, uint32(place), zone})
}

// group puts the places of each word side by side.
func (t *tally) group() {
	from := int32(0)
	for i, n := range t.ends {
		t.ends[i], from = from, from+n
	}
	t.at = slices.Grow(t.at[:0], len(t.words))[:len(t.words)]
	for _, w := range t.words {
		t.at[t.ends[w.word]] = stretch{w.place, w.place, w.zone}
		t.ends[w.word]++
	}
}

// freqs are the words as Bleve wants them, with room for one more. It leaves the tally
// empty.
func (t *tally) freqs(w *Weights) index.TokenFrequencies {
	t.group()
	counts := make([]index.TokenFreq, len(t.ends))
	freqs := make(index.TokenFrequencies, len(t.ends)+1)
	for word, i := range t.numbers {
		start := int32(0)
		if i > 0 {
			start = t.ends[i-1]
		}
		counts[i] = posting(t.at[start:t.ends[i]], w)
		freqs[word] = &counts[i]
	}
	clear(t.numbers)
	t.words, t.ends = t.words[:0], t.ends[:0]
	return freqs
}

// posting is what the index holds of the places of a word in a document.
func posting(at []stretch, w *Weights) (p index.TokenFreq) {
	if packed, ok := pack(at); ok {
		p.SetFrequency(int(packed))
		return p
	}
	p.SetFrequency(w.sum(at) << 1)
	p.Locations = []*index.TokenLocation{locate(at)}
	return p
}

// locate writes places as one location of Bleve: the first place and its zone as Position
// and Start, and the steps to the further ones, of the grain that End says, in bits of the
// numbers, with a one behind the last. A location of its own for each place would take 5
// numbers, and 5 times as long to read.
func locate(at []stretch) *index.TokenLocation {
	l := &index.TokenLocation{Position: int(at[0].first), Start: int(at[0].zone)}
	if len(at) == 1 {
		return l
	}
	l.End = grainOf(at)
	b := bitWriter{full: make([]uint64, 0, len(at)/6+1)}
	b.steps(at, l.End)
	b.put(1, 1)
	l.ArrayPositions = append(b.full, b.n)
	return l
}

// read adds the places of a location to out: the first with its zone, and those that the
// numbers tell.
func read(first, in, grain uint64, numbers []uint64, out []stretch) []stretch {
	out = append(out, stretch{uint32(first), uint32(first), Zone(in % MaxZones)})
	b := readBits(numbers)
	for len(b.more) > 0 || b.n > 1 {
		n := len(out)
		if out = b.steps(int(grain%(1<<grainBits)), 1, out); len(out) == n {
			break
		}
	}
	return out
}
