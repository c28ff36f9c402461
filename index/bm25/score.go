package bm25

import (
	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// often is how many documents are looked at between two looks at the context.
const often = 4096

// Score adds the score of each of docs, some of m.Docs, to acc, which has a place for
// each document of the segment.
func (m *Matches) Score(docs *roaring.Bitmap, acc []float64) error {
	return m.q.root.score(m, docs, acc)
}

func (n *andNode) score(m *Matches, docs *roaring.Bitmap, acc []float64) error {
	docs = intersect(docs, m.docs[n.id])
	for _, c := range n.list {
		if err := c.score(m, docs, acc); err != nil {
			return err
		}
	}
	return nil
}

func (n *orNode) score(m *Matches, docs *roaring.Bitmap, acc []float64) error {
	for _, c := range n.list {
		if err := c.score(m, docs, acc); err != nil {
			return err
		}
	}
	return nil
}

func (n *setNode) score(m *Matches, docs *roaring.Bitmap, acc []float64) error {
	if n.Score == 0 {
		return nil
	}
	for it := roaring.And(docs, m.docs[n.id]).Iterator(); it.HasNext(); {
		acc[it.Next()] += n.Score
	}
	return nil
}

func (n *termNode) score(m *Matches, docs *roaring.Bitmap, acc []float64) error {
	it, count := n.list.among(m.at, docs, false)
	base, perHalf := n.stats.norms()
	lengths := n.stats.lengths[m.at]
	for i := range count {
		if i%often == often-1 && m.ctx.Err() != nil {
			return m.ctx.Err()
		}
		p, err := it.Next()
		if err != nil || p == nil {
			return err
		}
		if n.stats.plain {
			acc[p.Number()] += n.idf
			continue
		}
		tf := float64(n.q.weights.weight(p.Frequency())) / unit
		acc[p.Number()] += n.idf * tf * (K1 + 1) / (tf + base + perHalf*float64(lengths[p.Number()]))
	}
	return nil
}

// norms takes k1 · (1 - b + b · len/avg) apart: what does not hang on the length, and
// what is added for each half of a word.
func (f *fieldStats) norms() (base, perHalf float64) {
	return K1 * (1 - B), K1 * B / f.average
}

// weigh is the formula, for a weight and a length in halves.
func (f *fieldStats) weigh(idf, weight, length float64) float64 {
	base, perHalf := f.norms()
	tf := weight / unit
	return idf * tf * (K1 + 1) / (tf + base + perHalf*length)
}

// among walks over the postings of a word in a segment that are in a set, of which it
// tells the number; with the places if wanted.
func (p *postings) among(seg int, docs *roaring.Bitmap, places bool) (segment.PostingsIterator, int) {
	l := p.lists[seg]
	if l == nil {
		return nil, 0
	}
	it := l.Iterator(true, true, places, nil)
	some, ok := it.(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, 0
	}
	if n, one := some.DocNum1Hit(); one {
		if docs.Contains(uint32(n)) {
			return it, 1
		}
		return nil, 0
	}
	actual := some.ActualBitmap()
	if actual == nil {
		return nil, 0
	}
	both := roaring.And(actual, docs)
	n := both.GetCardinality()
	if n > 0 && n != actual.GetCardinality() {
		some.ReplaceActual(both)
	}
	return it, int(n)
}
