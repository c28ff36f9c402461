package bm25

import (
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// Piece is the part of a score that comes from one word, phrase or set.
type Piece struct {
	What   string       // the word as it stands in the index; words of a phrase with spaces
	Field  string       // "" for a set
	Zones  map[Zone]int // how often it stands in each zone, where places are noted
	TF     float64      // occurrences, weighted
	Length float64      // of the field in this document, weighted
	Mean   float64      // length
	IDF    float64
	Score  float64
}

// Explain takes the score of a document of the segment apart. The pieces are in the
// order of the condition, and sum up to what Score gives.
func (q *Query) Explain(ctx context.Context, segment int, doc uint32) ([]Piece, error) {
	m, err := q.Match(ctx, segment, roaring.BitmapOf(doc))
	if err != nil || !m.Docs.Contains(doc) {
		return nil, err
	}
	defer m.Close()
	return q.root.explain(m, doc, nil)
}

func explainAll(list []compiled, m *Matches, doc uint32, out []Piece) (_ []Piece, err error) {
	for _, c := range list {
		if out, err = c.explain(m, doc, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (n *andNode) explain(m *Matches, doc uint32, out []Piece) ([]Piece, error) {
	if set := m.docs[n.id]; set != nil && !set.Contains(doc) {
		return out, nil
	}
	return explainAll(n.list, m, doc, out)
}

func (n *orNode) explain(m *Matches, doc uint32, out []Piece) ([]Piece, error) {
	return explainAll(n.list, m, doc, out)
}

func (n *notNode) explain(_ *Matches, _ uint32, out []Piece) ([]Piece, error)     { return out, nil }
func (n *valuesNode) explain(_ *Matches, _ uint32, out []Piece) ([]Piece, error)  { return out, nil }
func (n *betweenNode) explain(_ *Matches, _ uint32, out []Piece) ([]Piece, error) { return out, nil }

func (n *setNode) explain(m *Matches, doc uint32, out []Piece) ([]Piece, error) {
	if n.Score != 0 && m.docs[n.id].Contains(doc) {
		out = append(out, Piece{Score: n.Score})
	}
	return out, nil
}

func (n *termNode) explain(m *Matches, doc uint32, out []Piece) ([]Piece, error) {
	one := roaring.BitmapOf(doc)
	it, count := n.list.among(m.at, one, false)
	if count == 0 {
		return out, nil
	}
	p, err := it.Next()
	if err != nil || p == nil {
		return out, err
	}
	var piece Piece
	if n.stats.plain {
		piece = n.stats.piece(n.Word, n.Field, n.idf, unit, 0)
		piece.TF, piece.Length, piece.Score = 1, piece.Mean, n.idf
	} else {
		weight := n.q.weights.weight(p.Frequency())
		piece = n.stats.piece(n.Word, n.Field, n.idf, float64(weight), float64(n.stats.lengths[m.at][doc]))
	}
	err = n.list.each(m.ctx, m.at, one, func(_ uint32, at []stretch) { piece.Zones = zones(at) })
	return append(out, piece), err
}

func (n *nearNode) explain(m *Matches, doc uint32, out []Piece) ([]Piece, error) {
	f := m.found[n.id]
	if n.Plain || f == nil {
		return out, nil
	}
	i, ok := slices.BinarySearch(f.docs, doc)
	if !ok {
		return out, nil
	}
	piece := n.stats.piece(n.name(), n.Field, n.idf, float64(n.q.weights.sum(f.of(i))), float64(n.stats.lengths[m.at][doc]))
	piece.Zones = zones(f.of(i))
	return append(out, piece), nil
}

// piece is a part of a score, for a weight and a length in halves.
func (f *fieldStats) piece(what, field string, idf, weight, length float64) Piece {
	return Piece{What: what, Field: field, TF: weight / unit, Length: length / unit, Mean: f.average / unit, IDF: idf,
		Score: f.weigh(idf, weight, length)}
}

// zones counts places by zone.
func zones(at []stretch) map[Zone]int {
	out := map[Zone]int{}
	for _, s := range at {
		out[s.zone]++
	}
	return out
}

// name writes what is near what: "mot de pase ~ retent".
func (n *nearNode) name() string {
	var parts []string
	for _, part := range n.parts {
		var either []string
		for _, ph := range part {
			var words []string
			for _, s := range ph {
				if len(s.any) > 0 {
					words = append(words, s.any[0].word)
				}
			}
			either = append(either, strings.Join(words, " "))
		}
		parts = append(parts, strings.Join(either, "|"))
	}
	return strings.Join(parts, " ~ ")
}
