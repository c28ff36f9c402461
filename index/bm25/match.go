package bm25

import (
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// compiled is a node made ready.
type compiled interface {
	// match finds the documents of a segment; those outside within, which may be nil
	// for all, do not matter and may be among them or not. The set must not be changed.
	match(m *Matches, within *roaring.Bitmap) (*roaring.Bitmap, error)
	// score adds the scores of the documents of a set to acc.
	score(m *Matches, docs *roaring.Bitmap, acc []float64) error
	// heavy says that the condition reads places, and waits for a set to look in.
	heavy() bool
	// explain adds the parts of the score of one document.
	explain(m *Matches, doc uint32, out []Piece) ([]Piece, error)
}

// Matches are the documents of a segment that answer.
type Matches struct {
	Segment *Segment
	Docs    *roaring.Bitmap // must not be changed
	at      int             // the number of the segment
	q       *Query
	ctx     context.Context
	docs    []*roaring.Bitmap // of each node that scores by it
	found   []*found
}

// Match finds the documents of the segment with this number in the view. When within is
// not nil those outside it do not matter, and may be among them or not.
func (q *Query) Match(ctx context.Context, segment int, within *roaring.Bitmap) (*Matches, error) {
	m := &Matches{Segment: q.view.Segments[segment], at: segment, q: q, ctx: ctx,
		docs: make([]*roaring.Bitmap, q.nodes), found: make([]*found, q.nodes)}
	docs, err := q.root.match(m, within)
	if err != nil {
		return nil, err
	}
	m.Docs = docs
	return m, ctx.Err()
}

// Close gives back the memory of the matches, which are not valid any longer.
func (m *Matches) Close() {
	for _, f := range m.found {
		if f != nil {
			f.docs, f.ends, f.at = f.docs[:0], f.ends[:0], f.at[:0]
			foundPool.Put(f)
		}
	}
	m.found = nil
}

type andNode struct {
	q    *Query
	id   int
	list []compiled
}

func (n *andNode) match(m *Matches, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	if len(n.list) == 0 {
		return m.Segment.Live(), nil
	}
	var sets []*roaring.Bitmap
	for _, c := range n.list {
		if c.heavy() {
			continue
		}
		if err := m.ctx.Err(); err != nil {
			return nil, err
		}
		docs, err := c.match(m, within)
		if err != nil {
			return nil, err
		}
		sets = append(sets, docs)
	}
	slices.SortFunc(sets, func(a, b *roaring.Bitmap) int { return int(a.GetCardinality()) - int(b.GetCardinality()) })
	all := within
	for _, s := range sets {
		all = intersect(all, s)
	}
	for _, c := range n.list {
		if !c.heavy() {
			continue
		}
		docs, err := c.match(m, all)
		if err != nil {
			return nil, err
		}
		all = intersect(all, docs)
	}
	m.docs[n.id] = all
	return all, nil
}

// intersect takes nil for all documents.
func intersect(a, b *roaring.Bitmap) *roaring.Bitmap {
	switch {
	case a == nil:
		return b
	case b == nil || a == b:
		return a
	}
	return roaring.And(a, b)
}

func (n *andNode) heavy() bool { return slices.ContainsFunc(n.list, compiled.heavy) }

type orNode struct {
	q    *Query
	id   int
	list []compiled
}

func (n *orNode) match(m *Matches, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	sets := make([]*roaring.Bitmap, 0, len(n.list))
	for _, c := range n.list {
		if err := m.ctx.Err(); err != nil {
			return nil, err
		}
		docs, err := c.match(m, within)
		if err != nil {
			return nil, err
		}
		sets = append(sets, docs)
	}
	if len(sets) == 1 {
		return sets[0], nil
	}
	return roaring.FastOr(sets...), nil
}

func (n *orNode) heavy() bool { return slices.ContainsFunc(n.list, compiled.heavy) }

type notNode struct {
	q  *Query
	id int
	of compiled
}

func (n *notNode) match(m *Matches, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	docs, err := n.of.match(m, within)
	if err != nil {
		return nil, err
	}
	if within == nil {
		within = m.Segment.Live()
	}
	return roaring.AndNot(within, docs), nil
}

func (n *notNode) heavy() bool                                      { return true } // better inside a set
func (n *notNode) score(*Matches, *roaring.Bitmap, []float64) error { return nil }

type termNode struct {
	Term
	q     *Query
	id    int
	list  *postings
	stats *fieldStats
	idf   float64
}

func (n *termNode) match(m *Matches, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	return n.list.docs(m.at), nil
}

func (n *termNode) heavy() bool { return false }

// docs is the set of documents of a segment that have the word.
func (p *postings) docs(segment int) *roaring.Bitmap {
	if l := p.lists[segment]; l != nil {
		return docsOf(l)
	}
	return roaring.New()
}

type valuesNode struct {
	id  int
	any []*postings
}

func (n *valuesNode) match(m *Matches, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	if len(n.any) == 1 {
		return n.any[0].docs(m.at), nil
	}
	return unionOf(n.any, m.at), nil
}

// unionOf is the documents of a segment that have one of several words.
func unionOf(any []*postings, segment int) *roaring.Bitmap {
	sets := make([]*roaring.Bitmap, 0, len(any))
	for _, p := range any {
		if p.lists[segment] != nil {
			sets = append(sets, p.docs(segment))
		}
	}
	if len(sets) == 1 {
		return sets[0]
	}
	return roaring.FastOr(sets...)
}

func (n *valuesNode) heavy() bool                                      { return false }
func (n *valuesNode) score(*Matches, *roaring.Bitmap, []float64) error { return nil }

type betweenNode struct {
	q *Query
	Between
}

func (n *betweenNode) match(m *Matches, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	all := roaring.New()
	err := m.Segment.values(n.Field, []byte(n.First), []byte(n.Last+"\x00"), m.Segment.deleted, func(_ string, docs *roaring.Bitmap) error {
		all.Or(docs)
		return m.ctx.Err()
	})
	return all, err
}

func (n *betweenNode) heavy() bool                                      { return false }
func (n *betweenNode) score(*Matches, *roaring.Bitmap, []float64) error { return nil }

type setNode struct {
	q  *Query
	id int
	Set
}

func (n *setNode) match(m *Matches, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	docs, err := n.Docs(m.Segment)
	if err != nil {
		return nil, fmt.Errorf("bm25: set: %w", err)
	}
	docs = m.Segment.live(docs)
	m.docs[n.id] = docs
	return docs, nil
}

func (n *setNode) heavy() bool { return false }
