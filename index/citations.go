package index

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/corpus"
)

// Citations is the authority of each decision that others of the index cite: how many do,
// under any of its keys. A key that names several decisions, such as a court and a day,
// is nobody's. It reads the lists of keys once, 2 to 3 seconds for a million decisions.
func (x *Index) Citations(ctx context.Context) (a *Authority, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return nil, err
	}
	if a, err = x.citations(ctx); err != nil {
		return nil, fmt.Errorf("index: citations: %w", err)
	}
	return a, nil
}

func (x *Index) citations(ctx context.Context) (a *Authority, err error) {
	s, err := x.begin(Request{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.reader.Close()) }()
	citing, err := s.everywhere(ctx, fieldRulings, nil)
	if err != nil {
		return nil, err
	}
	named, err := s.everywhere(ctx, fieldKey, citing)
	if err != nil {
		return nil, err
	}
	by := map[place][]place{}
	for key, docs := range named {
		if len(docs) == 1 {
			by[docs[0]] = append(by[docs[0]], citing[key]...)
		}
	}
	weights := map[corpus.Node]float64{}
	for cited, docs := range by {
		slices.SortFunc(docs, place.compare)
		docs = slices.Compact(docs)
		n := len(docs)
		if slices.Contains(docs, cited) {
			n--
		}
		nodes, err := nodesOf(s.view.Segments[cited.segment])
		if err != nil {
			return nil, err
		}
		weights[corpus.Node(nodes.node(cited.doc))] = float64(n)
	}
	return NewAuthority(func(yield func(corpus.Node, float64) bool) {
		for node, w := range weights {
			if !yield(node, w) {
				return
			}
		}
	}), nil
}

// place is a document of a segment.
type place struct {
	segment int
	doc     uint32
}

func (p place) compare(o place) int {
	if p.segment != o.segment {
		return p.segment - o.segment
	}
	return int(int64(p.doc) - int64(o.doc))
}

// everywhere gives the documents of each value of a field; of those of only, when it is
// not nil.
func (s *searching) everywhere(ctx context.Context, field string, only map[string][]place) (map[string][]place, error) {
	all := map[string][]place{}
	for i, seg := range s.view.Segments {
		live := seg.Live()
		err := seg.Invert(field, func(value string, docs *roaring.Bitmap) error {
			if only != nil && only[value] == nil {
				return nil
			}
			for it := docs.Iterator(); it.HasNext(); {
				if doc := it.Next(); live.Contains(doc) {
					all[value] = append(all[value], place{i, doc})
				}
			}
			return ctx.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}
