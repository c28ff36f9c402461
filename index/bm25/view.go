package bm25

import (
	"fmt"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// View is the state of an index at one moment. It is valid while the reader that it
// was made of is open.
type View struct {
	Segments []*Segment
	// Docs is how many documents are held.
	Docs int
}

// Segment is an unchanging part of an index. Its documents are numbered from 0; the
// numbers of those deleted are not given again.
type Segment struct {
	seg     segment.Segment
	deleted *roaring.Bitmap
	kept    *sync.Map
}

// Cache keeps what was worked out of the segments for the next view. The zero value
// is ready; it is safe for concurrent use.
type Cache struct {
	mu   sync.Mutex
	kept map[segment.Segment]*sync.Map
}

// View looks at an index. What was kept of segments that are no more is let go.
func (c *Cache) View(r index.IndexReader) (*View, error) {
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("bm25: no view of %T", r)
	}
	v := &View{}
	c.mu.Lock()
	defer c.mu.Unlock()
	kept := make(map[segment.Segment]*sync.Map)
	for _, s := range snapshot.Segments() {
		m := c.kept[s.Segment()]
		if m == nil {
			m = new(sync.Map)
		}
		kept[s.Segment()] = m
		v.Segments = append(v.Segments, &Segment{seg: s.Segment(), deleted: s.Deleted(), kept: m})
		v.Docs += int(s.Count())
	}
	c.kept = kept
	return v, nil
}

// Count is the number of documents of the segment, those deleted included.
func (s *Segment) Count() int { return int(s.seg.Count()) }

// Live is the set of the documents that are held.
func (s *Segment) Live() *roaring.Bitmap {
	all := roaring.New()
	all.AddRange(0, s.seg.Count())
	return s.live(all)
}

// live takes the deleted documents out of a set.
func (s *Segment) live(docs *roaring.Bitmap) *roaring.Bitmap {
	if s.deleted == nil || s.deleted.IsEmpty() {
		return docs
	}
	return roaring.AndNot(docs, s.deleted)
}

// Held is how many documents of the segment are held.
func (s *Segment) Held() int {
	if s.deleted == nil {
		return s.Count()
	}
	return s.Count() - int(s.deleted.GetCardinality())
}

// Kept gives what make made of the segment before, under a name. It must not depend
// on what is deleted. Two calls at once may both make it.
func Kept[T any](s *Segment, name string, make func() (T, error)) (T, error) {
	if v, ok := s.kept.Load(name); ok {
		return v.(T), nil
	}
	v, err := make()
	if err != nil {
		return v, err
	}
	got, _ := s.kept.LoadOrStore(name, v)
	return got.(T), nil
}

// ID is the identifier of a document.
func (s *Segment) ID(doc uint32) ([]byte, error) { return s.seg.DocID(uint64(doc)) }

// Invert calls each for every value of a field in the order of the bytes, with the
// documents that have it, those deleted included. The set is valid during the call.
func (s *Segment) Invert(field string, each func(value string, docs *roaring.Bitmap) error) error {
	return s.values(field, nil, nil, nil, each)
}

// values is Invert for the values from first on and before end; nil is no bound.
func (s *Segment) values(field string, first, end []byte, except *roaring.Bitmap, each func(string, *roaring.Bitmap) error) error {
	dict, err := s.seg.Dictionary(field)
	if err != nil {
		return fmt.Errorf("bm25: %s: %w", field, err)
	}
	it := dict.AutomatonIterator(nil, first, end)
	var list segment.PostingsList
	for {
		e, err := it.Next()
		if err != nil {
			return fmt.Errorf("bm25: %s: %w", field, err)
		}
		if e == nil {
			return nil
		}
		if list, err = dict.PostingsList([]byte(e.Term), except, list); err != nil {
			return fmt.Errorf("bm25: %s: %w", field, err)
		}
		if err := each(e.Term, docsOf(list)); err != nil {
			return err
		}
	}
}

// docsOf is the set of documents of a list; it must not be changed.
func docsOf(list segment.PostingsList) *roaring.Bitmap {
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return roaring.New()
	}
	if n, one := it.DocNum1Hit(); one {
		return roaring.BitmapOf(uint32(n))
	}
	if docs := it.ActualBitmap(); docs != nil {
		return docs
	}
	return roaring.New()
}
