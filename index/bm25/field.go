package bm25

import (
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
	words   func(add func(term string, place int, zone Zone))
	length  int
	freqs   index.TokenFrequencies
}

// NewField makes a field. words calls add for each word with its place, 1 or more, in
// ascending order, and its zone.
func NewField(name string, w *Weights, words func(add func(term string, place int, zone Zone))) *Field {
	return &Field{name: name, weights: w, words: words}
}

// Analyze implements document.Field: it reads the words, the first time that it is
// called.
func (f *Field) Analyze() {
	if f.freqs != nil {
		return
	}
	t := tallies.Get().(*tally)
	f.words(func(term string, place int, zone Zone) {
		f.length += f.weights.Of(zone)
		t.add(term, place, zone)
	})
	f.words = nil
	f.freqs = t.freqs(f.weights)
	tallies.Put(t)
	every := &index.TokenFreq{}
	every.SetFrequency(f.length)
	f.freqs[everyWord] = every
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
