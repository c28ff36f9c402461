package bm25

import (
	"errors"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// nearNode is a Near made ready.
type nearNode struct {
	Near
	q     *Query
	id    int
	parts [][]phrase
	stats *fieldStats
	idf   float64
}

// phrase is a Phrase looked up; slot is one of its places.
type phrase []slot

type slot struct {
	at  int
	any []*postings
}

// length is how many places a phrase takes.
func (p phrase) length() uint32 {
	last := 0
	for _, s := range p {
		last = max(last, s.at)
	}
	return uint32(last) + 1
}

func (q *Query) compileNear(id int, n Near) (compiled, error) {
	if len(n.Parts) == 0 || len(n.Within) != len(n.Parts)-1 {
		return nil, errors.New("bm25: parts that are near want a distance from one to the next")
	}
	c := &nearNode{Near: n, q: q, id: id}
	var err error
	if c.stats, err = q.stats(n.Field); err != nil {
		return nil, err
	}
	for _, part := range n.Parts {
		var either []phrase
		idf := math.Inf(1)
		for _, ph := range part {
			p, weight, err := q.compilePhrase(n.Field, ph)
			if err != nil {
				return nil, err
			}
			if len(p) > 0 {
				either, idf = append(either, p), min(idf, weight)
			}
		}
		c.parts = append(c.parts, either)
		if len(either) > 0 {
			c.idf += idf
		}
	}
	return c, nil
}

// compilePhrase looks up the words of a phrase, and sums their idf.
func (q *Query) compilePhrase(field string, ph Phrase) (p phrase, idf float64, err error) {
	for _, s := range ph {
		one := slot{at: s.At}
		df := 0
		for _, word := range s.Any {
			list, err := q.postings(field, word)
			if err != nil {
				return nil, 0, err
			}
			one.any = append(one.any, list)
			df += list.df
		}
		p = append(p, one)
		idf += q.idf(min(df, q.view.Docs))
	}
	return p, idf, nil
}

func (n *nearNode) heavy() bool { return true }

func (n *nearNode) match(m *Matches, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	f, err := n.find(m, within)
	if err != nil {
		return nil, err
	}
	m.found[n.id] = f
	return f.set(), nil
}

// find looks for the places of the last part that suit.
func (n *nearNode) find(m *Matches, within *roaring.Bitmap) (*found, error) {
	docs := within
	for _, part := range n.parts { // what has all words of all parts, before any place is read
		docs = intersect(docs, candidates(part, m.at))
	}
	var left *found
	for i, part := range n.parts {
		here := &found{}
		for j, ph := range part {
			f, err := ph.places(m.ctx, m.at, docs)
			if err != nil {
				return nil, err
			}
			if j == 0 {
				here = f
			} else {
				here = merge(here, f)
			}
		}
		if n.Zones != 0 {
			here = here.inZones(n.Zones)
		}
		if i > 0 {
			here = left.near(here, uint32(min(max(n.Within[i-1], 0), Gap-1)))
		}
		if left = here; len(n.parts) > 1 {
			docs = left.set()
		}
	}
	return left, nil
}

// candidates are the documents that have all words of one of the phrases.
func candidates(part []phrase, seg int) *roaring.Bitmap {
	var sets []*roaring.Bitmap
	for _, ph := range part {
		var all *roaring.Bitmap
		for _, s := range ph {
			all = intersect(all, unionOf(s.any, seg))
		}
		sets = append(sets, all)
	}
	if len(sets) == 1 {
		return sets[0]
	}
	return roaring.FastOr(sets...)
}

// inZones keeps what stands in some zones.
func (f *found) inZones(zones Zones) *found {
	out := &found{docs: f.docs[:0], ends: f.ends[:0], at: f.at[:0]}
	start := 0
	for i, doc := range f.docs {
		end := f.ends[i]
		for _, s := range f.at[start:end] {
			if zones.Has(s.zone) {
				out.at = append(out.at, s)
			}
		}
		start = end
		out.end(doc)
	}
	return out
}

// near keeps the places of right that have one of f at most so many words away.
func (f *found) near(right *found, words uint32) *found {
	out := &found{}
	for i, j := 0, 0; i < len(f.docs) && j < len(right.docs); {
		switch {
		case f.docs[i] < right.docs[j]:
			i++
		case f.docs[i] > right.docs[j]:
			j++
		default:
			out.at = nearby(out.at, f.of(i), right.of(j), words)
			out.end(f.docs[i])
			i, j = i+1, j+1
		}
	}
	return out
}

// nearby adds those of right to out that have one of left at most so many words before
// or after them. Both are in the order of their first words.
func nearby(out, left, right []stretch, words uint32) []stretch {
	var longest uint32
	for _, l := range left {
		longest = max(longest, l.last-l.first)
	}
	lo := 0
	for _, r := range right {
		for lo < len(left) && left[lo].first+longest+words < r.first {
			lo++ // it reaches neither r nor what follows r
		}
		if before(left[lo:], r, words) || after(left[lo:], r, words) {
			out = append(out, r)
		}
	}
	return out
}

// before reports whether one of left ends at most so many words before r.
func before(left []stretch, r stretch, words uint32) bool {
	i, _ := slices.BinarySearchFunc(left, r.first, stretch.begins)
	for i--; i >= 0; i-- {
		if l := left[i]; l.last < r.first && r.first-l.last <= words {
			return true
		}
	}
	return false
}

// after reports whether one of left begins at most so many words after r.
func after(left []stretch, r stretch, words uint32) bool {
	i, _ := slices.BinarySearchFunc(left, r.last+1, stretch.begins)
	return i < len(left) && left[i].first-r.last <= words
}

// begins compares where a stretch begins with a place.
func (s stretch) begins(place uint32) int { return int(int64(s.first) - int64(place)) }

func (n *nearNode) score(m *Matches, docs *roaring.Bitmap, acc []float64) error {
	f := m.found[n.id]
	if n.Plain || f == nil {
		return nil
	}
	lengths := n.stats.lengths[m.at]
	for i, doc := range f.docs {
		if docs.Contains(doc) {
			acc[doc] += n.stats.weigh(n.idf, float64(n.q.weights.sum(f.of(i))), float64(lengths[doc]))
		}
	}
	return nil
}

// sum weighs places, in halves of words.
func (w *Weights) sum(at []stretch) (tf int) {
	for _, s := range at {
		tf += w.Of(s.zone)
	}
	return tf
}
