package bm25

import (
	"fmt"
	"math"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// The parameters of the formula, at their usual values.
const (
	K1 = 1.2
	B  = 0.75
)

// Query is a condition made ready for a view. Its methods may be called at once for
// different segments.
type Query struct {
	view    *View
	weights *Weights
	root    compiled
	lists   map[fieldWord]*postings
	dicts   map[string][]segment.TermDictionary
	fields  map[string]*fieldStats
	nodes   int
}

type fieldWord struct{ field, word string }

// fieldStats is what is known of a field as a whole.
type fieldStats struct {
	plain   bool       // it has whole values, and no lengths
	average float64    // length, in halves of words
	lengths [][]uint32 // of each segment, by document; 0 where there is no field
}

// postings are the lists of a word, one for each segment, nil where it does not occur.
type postings struct {
	word  string
	lists []segment.PostingsList
	df    int
}

// Prepare looks up the words of a condition. The weights are those with which the
// fields were made.
func (v *View) Prepare(n Node, w *Weights) (*Query, error) {
	q := &Query{view: v, weights: w, lists: map[fieldWord]*postings{},
		dicts: map[string][]segment.TermDictionary{}, fields: map[string]*fieldStats{}}
	var err error
	q.root, err = q.compile(n)
	return q, err
}

// compile makes a node ready. Each has a number of its own.
func (q *Query) compile(n Node) (compiled, error) {
	id := q.nodes
	q.nodes++
	switch n := n.(type) {
	case nil:
		return &andNode{q: q, id: id}, nil
	case And:
		list, err := q.compileAll(n)
		return &andNode{q, id, list}, err
	case Or:
		list, err := q.compileAll(n)
		return &orNode{q, id, list}, err
	case Not:
		of, err := q.compile(n.Node)
		return &notNode{q, id, of}, err
	case Term:
		return q.compileTerm(id, n)
	case Near:
		return q.compileNear(id, n)
	case Values:
		v := &valuesNode{id: id}
		for _, word := range n.Any {
			p, err := q.postings(n.Field, word)
			if err != nil {
				return nil, err
			}
			v.any = append(v.any, p)
		}
		return v, nil
	case Between:
		return &betweenNode{q, n}, nil
	case Set:
		return &setNode{q, id, n}, nil
	}
	return nil, fmt.Errorf("bm25: no such condition: %T", n)
}

func (q *Query) compileAll(list []Node) ([]compiled, error) {
	var out []compiled
	for _, n := range list {
		c, err := q.compile(n)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (q *Query) compileTerm(id int, n Term) (compiled, error) {
	p, err := q.postings(n.Field, n.Word)
	if err != nil {
		return nil, err
	}
	f, err := q.stats(n.Field)
	if err != nil {
		return nil, err
	}
	boost := n.Boost
	if boost == 0 {
		boost = 1
	}
	return &termNode{q: q, id: id, Term: n, list: p, stats: f, idf: boost * q.idf(p.df)}, nil
}

// idf is the weight of a word that so many documents have.
func (q *Query) idf(df int) float64 {
	return math.Log(1 + (float64(q.view.Docs)-float64(df)+0.5)/(float64(df)+0.5))
}

// postings looks up a word in each segment.
func (q *Query) postings(field, word string) (*postings, error) {
	if p := q.lists[fieldWord{field, word}]; p != nil {
		return p, nil
	}
	dicts := q.dicts[field]
	for _, s := range q.view.Segments[len(dicts):] {
		d, err := s.seg.Dictionary(field)
		if err != nil {
			return nil, fmt.Errorf("bm25: %s: %w", field, err)
		}
		dicts = append(dicts, d)
	}
	q.dicts[field] = dicts
	p := &postings{word: word, lists: make([]segment.PostingsList, len(dicts))}
	for i, d := range dicts {
		l, err := d.PostingsList([]byte(word), q.view.Segments[i].deleted, nil)
		if err != nil {
			return nil, fmt.Errorf("bm25: %s: %q: %w", field, word, err)
		}
		if n := int(l.Count()); n > 0 {
			p.lists[i] = l
			p.df += n
		}
	}
	q.lists[fieldWord{field, word}] = p
	return p, nil
}

// stats works out the average length of a field.
func (q *Query) stats(field string) (*fieldStats, error) {
	if f := q.fields[field]; f != nil {
		return f, nil
	}
	f := &fieldStats{}
	sum := 0.0
	for _, s := range q.view.Segments {
		lengths, err := s.lengths(field)
		if err != nil {
			return nil, err
		}
		f.lengths = append(f.lengths, lengths.of)
		sum += float64(lengths.sum)
		if s.deleted != nil {
			for it := s.deleted.Iterator(); it.HasNext(); {
				if n := int(it.Next()); n < len(lengths.of) {
					sum -= float64(lengths.of[n])
				}
			}
		}
	}
	f.plain = sum == 0
	f.average = max(1, sum/float64(max(1, q.view.Docs)))
	q.fields[field] = f
	return f, nil
}

// lengths are those of the documents of a segment.
type lengths struct {
	of  []uint32
	sum uint64
}

// lengths reads how long a field is in each document, once.
func (s *Segment) lengths(field string) (*lengths, error) {
	return Kept(s, "lengths "+field, func() (*lengths, error) {
		l := &lengths{}
		dict, err := s.seg.Dictionary(field)
		if err != nil {
			return nil, fmt.Errorf("bm25: lengths of %s: %w", field, err)
		}
		list, err := dict.PostingsList([]byte(everyWord), nil, nil)
		if err != nil {
			return nil, fmt.Errorf("bm25: lengths of %s: %w", field, err)
		}
		if list.Count() == 0 { // a field without lengths
			return l, nil
		}
		l.of = make([]uint32, s.Count())
		it := list.Iterator(true, true, false, nil)
		for {
			p, err := it.Next()
			if err != nil || p == nil {
				return l, err
			}
			n := uint32(p.Frequency())
			l.of[p.Number()] = n
			l.sum += uint64(n)
		}
	})
}
