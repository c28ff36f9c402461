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

// inPlaces gives zones in words, of which the first has the place 1, for zones in bytes
// and the bytes that the words start with.
func inPlaces(zones []corpus.Zone, starts []int) []corpus.Zone {
	at := func(b int) int {
		n, _ := slices.BinarySearch(starts, b)
		return n + 1
	}
	out := slices.Clone(zones)
	for i, z := range zones {
		out[i].Start, out[i].End = at(z.Start), at(z.End)
	}
	return out
}

// zoneMap writes where the zones of a decision begin, and where the last ends:
// "e0 x312 m4500 d9000 .9800"; "" without zones.
func zoneMap(zones []corpus.Zone) string {
	var b strings.Builder
	end := 0
	for _, z := range zones {
		letter := zoneLetters[z.Zone]
		if letter == 0 || z.Start < end {
			continue
		}
		if z.Start > end && end > 0 {
			b.WriteString("." + strconv.Itoa(end) + " ")
		}
		b.WriteString(string(letter) + strconv.Itoa(z.Start) + " ")
		end = z.End
	}
	if end == 0 {
		return ""
	}
	return b.String() + "." + strconv.Itoa(end)
}

// zoneReader reads where some zones of a decision are.
type zoneReader struct {
	values index.DocValueReader
	wanted []byte // their letters
	spans  []corpus.Span
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

// of gives the spans of the wanted zones of a decision, until the next call; false when
// it has none of them. A nil reader wants the whole text.
func (z *zoneReader) of(m *search.DocumentMatch) (spans []corpus.Span, ok bool) {
	if z == nil {
		return nil, true
	}
	z.spans = z.spans[:0]
	err := z.values.VisitDocValues(m.IndexInternalID, func(_ string, value []byte) { z.read(string(value)) })
	return z.spans, err == nil && len(z.spans) > 0
}

// read takes the spans out of a zone map.
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
