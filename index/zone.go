package index

import (
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
)

// Which zone a word stands in is not indexed with the word: its place in the text is, and
// where the zones begin stands once in each decision. A word of a zone costs what a phrase
// costs, and the index does not grow.

// zoneLetters names the zones in the field.
var zoneLetters = map[corpus.ZoneKind]byte{corpus.Entete: 'e', corpus.Expose: 'x', corpus.Moyens: 'y',
	corpus.Motifs: 'm', corpus.Dispositif: 'd', corpus.Annexe: 'a'}

// zoneReader reads where some zones of a decision are.
type zoneReader struct {
	values index.DocValueReader
	wanted []byte        // their letters
	spans  []corpus.Span // of places
}

func newZoneReader(r index.IndexReader, kinds []corpus.ZoneKind) (*zoneReader, error) {
	values, err := r.DocValueReader([]string{fieldZones})
	if err != nil {
		return nil, err
	}
	z := &zoneReader{values: values}
	for _, k := range kinds {
		z.wanted = append(z.wanted, zoneLetters[k])
	}
	return z, nil
}

// of gives the places of the wanted zones of a decision, until the next call; false when
// it has none of them. A nil reader wants the whole text.
func (z *zoneReader) of(m *search.DocumentMatch) (spans []corpus.Span, ok bool) {
	if z == nil {
		return nil, true
	}
	z.spans = z.spans[:0]
	err := z.values.VisitDocValues(m.IndexInternalID, func(_ string, value []byte) { z.read(string(value)) })
	return z.spans, err == nil && len(z.spans) > 0
}

// read takes the spans out of the map of a decision: see reading.
func (z *zoneReader) read(value string) {
	opened := false
	for mark := range strings.SplitSeq(value, " ") {
		if len(mark) < 2 {
			continue
		}
		at, err := strconv.Atoi(mark[1:])
		if err != nil {
			continue
		}
		if opened {
			z.spans[len(z.spans)-1].End = at
		}
		if opened = slices.Contains(z.wanted, mark[0]); opened {
			z.spans = append(z.spans, corpus.Span{Start: at})
		}
	}
}
