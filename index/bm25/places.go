package bm25

import (
	"context"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// stretch is where a word or a phrase stands: its first and its last place, and the
// zone of the first.
type stretch struct {
	first, last uint32
	zone        Zone
}

// found is where something stands in the documents of a segment, in the order of the
// documents and of the places. The places of document i end at ends[i].
type found struct {
	docs []uint32
	ends []int
	at   []stretch
}

// foundPool keeps the memory of what was found; see Matches.Close.
var foundPool = sync.Pool{New: func() any { return new(found) }}

// of gives the places of document i.
func (f *found) of(i int) []stretch {
	start := 0
	if i > 0 {
		start = f.ends[i-1]
	}
	return f.at[start:f.ends[i]]
}

// end closes a document, which stays only if places were added to it.
func (f *found) end(doc uint32) {
	if n := len(f.ends); len(f.at) > 0 && (n == 0 || f.ends[n-1] < len(f.at)) {
		f.docs, f.ends = append(f.docs, doc), append(f.ends, len(f.at))
	}
}

// set is the set of the documents.
func (f *found) set() *roaring.Bitmap {
	b := roaring.New()
	b.AddMany(f.docs)
	return b
}

// each visits the documents of a set that have the word, with the places of it, which
// are valid during the visit.
func (p *postings) each(ctx context.Context, seg int, docs *roaring.Bitmap, visit func(doc uint32, at []stretch)) error {
	it, n := p.among(seg, docs, true)
	var at []stretch
	for i := range n {
		if i%often == often-1 && ctx.Err() != nil {
			return ctx.Err()
		}
		post, err := it.Next()
		if err != nil || post == nil {
			return err
		}
		at = at[:0]
		locations := post.Locations()
		for _, l := range locations {
			at = read(l.Pos(), l.Start(), l.End(), l.ArrayPositions(), at)
		}
		if len(locations) == 0 {
			at = unpack(post.Frequency(), at)
		}
		visit(uint32(post.Number()), at)
	}
	return nil
}

// each is that of the words that may stand in the slot.
func (s slot) each(ctx context.Context, seg int, docs *roaring.Bitmap, visit func(doc uint32, at []stretch)) error {
	if len(s.any) == 1 {
		return s.any[0].each(ctx, seg, docs, visit)
	}
	var all *found
	for _, p := range s.any {
		f := &found{}
		err := p.each(ctx, seg, docs, func(doc uint32, at []stretch) {
			f.at = append(f.at, at...)
			f.end(doc)
		})
		if err != nil {
			return err
		}
		all = merge(all, f)
	}
	for i := 0; all != nil && i < len(all.docs); i++ {
		visit(all.docs[i], all.of(i))
	}
	return nil
}

// merge joins places. Of equal ones one is kept.
func merge(a, b *found) *found {
	if a == nil {
		return b
	}
	out := &found{}
	for i, j := 0, 0; i < len(a.docs) || j < len(b.docs); {
		switch {
		case j == len(b.docs) || i < len(a.docs) && a.docs[i] < b.docs[j]:
			out.at = append(out.at, a.of(i)...)
			out.end(a.docs[i])
			i++
		case i == len(a.docs) || b.docs[j] < a.docs[i]:
			out.at = append(out.at, b.of(j)...)
			out.end(b.docs[j])
			j++
		default:
			both := slices.Concat(a.of(i), b.of(j))
			slices.SortFunc(both, func(x, y stretch) int { return x.compare(y) })
			out.at = append(out.at, slices.Compact(both)...)
			out.end(a.docs[i])
			i, j = i+1, j+1
		}
	}
	return out
}

func (s stretch) compare(o stretch) int {
	if s.first != o.first {
		return int(int64(s.first) - int64(o.first))
	}
	return int(int64(s.last) - int64(o.last))
}

// phrase finds where the words of a phrase stand at their places in the documents of
// a set. The rarest word is read first, the others only in what it leaves.
func (p phrase) places(ctx context.Context, seg int, docs *roaring.Bitmap) (*found, error) {
	order := make([]int, len(p))
	sets := make([]*roaring.Bitmap, len(p))
	for i, s := range p {
		order[i], sets[i] = i, unionOf(s.any, seg)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(sets[a].GetCardinality()) - int(sets[b].GetCardinality())
	})
	for _, i := range order {
		docs = intersect(docs, sets[i])
	}
	f := &found{}
	for n, i := range order {
		var err error
		if at := uint32(p[i].at); n == 0 {
			f, err = p.begin(ctx, seg, docs, i)
		} else {
			err = f.meet(at, i == 0, func(visit func(uint32, []stretch)) error { return p[i].each(ctx, seg, docs, visit) })
		}
		if err != nil {
			return nil, err
		}
		if n+1 < len(order) {
			docs = f.set()
		}
	}
	return f, nil
}

// begin takes the places of one word of a phrase for those of the phrase.
func (p phrase) begin(ctx context.Context, seg int, docs *roaring.Bitmap, i int) (*found, error) {
	at, length := uint32(p[i].at), p.length()
	n := 0
	if docs != nil {
		n = int(docs.GetCardinality())
	}
	f := foundPool.Get().(*found)
	f.docs, f.ends = slices.Grow(f.docs, n), slices.Grow(f.ends, n)
	return f, p[i].each(ctx, seg, docs, func(doc uint32, places []stretch) {
		for _, s := range places {
			if s.first > at {
				f.at = append(f.at, stretch{s.first - at, s.first - at + length - 1, s.zone})
			}
		}
		f.end(doc)
	})
}

// meet keeps the places of a phrase at which another word of it stands as well, whose
// documents each visits in their order. The zone of a phrase is that of its first word.
func (f *found) meet(at uint32, first bool, each func(visit func(uint32, []stretch)) error) error {
	out := found{docs: f.docs[:0], ends: f.ends[:0], at: f.at[:0]}
	i, start := 0, 0 // the document at hand, and where its places begin
	err := each(func(doc uint32, places []stretch) {
		for ; i < len(f.docs) && f.docs[i] < doc; i++ {
			start = f.ends[i]
		}
		if i == len(f.docs) || f.docs[i] != doc {
			return
		}
		end := f.ends[i]
		for _, s := range f.at[start:end] {
			for len(places) > 0 && places[0].first < s.first+at {
				places = places[1:]
			}
			if len(places) == 0 {
				break
			}
			if places[0].first == s.first+at {
				if first {
					s.zone = places[0].zone
				}
				out.at = append(out.at, s)
			}
		}
		i, start = i+1, end
		out.end(doc)
	})
	*f = out
	return err
}
