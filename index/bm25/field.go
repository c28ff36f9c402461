package bm25

import (
	"sync"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// Zone is the number of a zone, less than MaxZones.
type Zone uint8

// MaxZones is how many zones a field can tell apart.
const MaxZones = 16

// Zones is a set of zones, one bit each; the empty set stands for all.
type Zones uint16

// ZonesOf is a set of zones.
func ZonesOf(list ...Zone) (set Zones) {
	for _, z := range list {
		set |= 1 << z
	}
	return set
}

// Has reports whether a zone is in the set.
func (s Zones) Has(z Zone) bool { return s == 0 || s&(1<<z) != 0 }

// Weights says what a word of each zone counts, in halves: 2 is a word, 0 is taken for
// 1, half a word.
type Weights [MaxZones]uint8

// unit is the weight of a word that counts once.
const unit = 2

// Of is the weight of a zone in halves.
func (w *Weights) Of(z Zone) int { return max(1, int(w[z%MaxZones])) }

// Gap is how many places lie between two values of a field, so that neither a phrase
// nor nearness of less runs from one into the next.
const Gap = 1 << 10

// Field is a text, or several, on the way into the index: it notes the zone of each
// word beside its place, and weighs frequencies and the length. It implements
// document.Field of Bleve.
type Field struct {
	name    string
	weights *Weights
	size    int
	words   func(add func(term string, place int, zone Zone))
	length  int
	freqs   index.TokenFrequencies
}

// NewField makes a field of some bytes of text. words calls add for each word with its
// place, 1 or more, in ascending order, and its zone.
func NewField(name string, w *Weights, bytes int, words func(add func(term string, place int, zone Zone))) *Field {
	return &Field{name: name, weights: w, size: bytes, words: words}
}

// Analyze implements document.Field: it reads the words, the first time that it is
// called.
func (f *Field) Analyze() {
	if f.freqs != nil {
		return
	}
	at := numbering.Get().(map[string]int)
	notes := make([]note, 0, f.size/24+1)
	f.words(func(term string, place int, zone Zone) {
		i, ok := at[term]
		if !ok {
			i = len(notes)
			at[term] = i
			notes = append(notes, note{})
		}
		weight := f.weights.Of(zone)
		f.length += weight
		notes[i].add(uint64(place), zone, weight)
	})
	f.words = nil
	f.freqs = make(index.TokenFrequencies, len(at)+1)
	locations := make([]*index.TokenLocation, len(notes))
	for term, i := range at {
		n := &notes[i]
		locations[i] = &n.TokenLocation
		n.TokenFreq.Locations = locations[i : i+1 : i+1]
		n.SetFrequency(n.weight)
		f.freqs[term] = &n.TokenFreq
	}
	clear(at)
	numbering.Put(at)
	every := &index.TokenFreq{}
	every.SetFrequency(f.length)
	f.freqs[everyWord] = every
}

// numbering keeps maps from words to numbers.
var numbering = sync.Pool{New: func() any { return make(map[string]int, 1024) }}

// note is where a word stands in a document, as one location of Bleve: the first place
// and its zone as Position and Start, and numbers that say how far each further place is
// from the one before, twice, and one more when the zone is another, which is then said.
// A location of its own for each place takes 5 numbers, and 5 times as long to read.
type note struct {
	index.TokenFreq
	index.TokenLocation
	weight int
	last   uint64
	zone   Zone
}

func (n *note) add(place uint64, zone Zone, weight int) {
	switch step := (place - n.last) << 1; {
	case n.last == 0:
		n.Position, n.Start = int(place), int(zone)
	case zone == n.zone:
		n.ArrayPositions = append(n.ArrayPositions, step)
	default:
		n.ArrayPositions = append(n.ArrayPositions, step|1, uint64(zone))
	}
	n.last, n.zone = place, zone
	n.weight += weight
}

// read adds the places of a note to out: the first with its zone, and those that the
// numbers tell.
func read(first, in uint64, numbers []uint64, out []stretch) []stretch {
	place, zone := uint32(first), Zone(in)
	out = append(out, stretch{place, place, zone})
	for i := 0; i < len(numbers); i++ {
		place += uint32(numbers[i] >> 1)
		if numbers[i]&1 == 1 && i+1 < len(numbers) {
			i++
			zone = Zone(numbers[i])
		}
		out = append(out, stretch{place, place, zone})
	}
	return out
}

// everyWord stands without a place in every document that has the field, as often as the
// field is long. (Bleve would write the length into each posting of each word.)
const everyWord = "\x00"

// Size and NumPlainTextBytes are for the statistics of Bleve alone.
func (f *Field) Size() int                 { return 0 }
func (f *Field) NumPlainTextBytes() uint64 { return 0 }

// Name implements document.Field, as do the methods below.
func (f *Field) Name() string                                     { return f.name }
func (f *Field) Value() []byte                                    { return nil }
func (f *Field) ArrayPositions() []uint64                         { return nil }
func (f *Field) EncodedFieldType() byte                           { return 't' }
func (f *Field) AnalyzedLength() int                              { return 1 } // 0 would be no document
func (f *Field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.freqs }

func (f *Field) Options() index.FieldIndexingOptions {
	return index.IndexField | index.IncludeTermVectors
}

var _ document.Field = (*Field)(nil)
