package index

import (
	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/index/bm25"
)

// orgColumn joins the spellings of the legal persons of a segment.
type orgColumn struct {
	*column
	keyOf  []uint32            // of each value of the column, the number of its key
	values map[string][]uint32 // the values of each key
	keys   []string
}

// orgsOf are the legal persons of a segment.
func orgsOf(s *bm25.Segment) (*orgColumn, error) {
	return bm25.Kept(s, "orgs", func() (*orgColumn, error) {
		c, err := columnOf(s, fieldOrg)
		if err != nil {
			return nil, err
		}
		o := &orgColumn{column: c, keyOf: make([]uint32, len(c.values)), values: map[string][]uint32{}}
		for v, name := range c.values {
			key := orgKey(name)
			if same := o.values[key]; same != nil {
				o.keyOf[v] = o.keyOf[same[0]]
			} else {
				o.keyOf[v], o.keys = uint32(len(o.keys)), append(o.keys, key)
			}
			o.values[key] = append(o.values[key], uint32(v))
		}
		return o, nil
	})
}

// countParties counts the documents of a set by the keys of legal persons: a document that
// spells one in two ways counts once.
func countParties(s *bm25.Segment, docs *roaring.Bitmap) (facetTally, error) {
	t := facetTally{counts: map[string]int{}}
	o, err := orgsOf(s)
	if err != nil {
		return t, err
	}
	counts, spelled := make([]int, len(o.keys)), make([]int, len(o.column.values))
	last := make([]uint32, len(o.keys)) // the document that was counted last, plus one
	for it := docs.Iterator(); it.HasNext(); {
		doc := it.Next()
		values := o.at(doc)
		if len(values) == 0 {
			t.none++
		}
		for _, v := range values {
			spelled[v]++
			if key := o.keyOf[v]; last[key] != doc+1 {
				last[key] = doc + 1
				counts[key]++
			}
		}
	}
	for key, n := range counts {
		if n > 0 {
			t.counts[o.keys[key]] = n
		}
	}
	t.spelled = func(key string, tell func(string, int)) {
		for _, v := range o.values[key] {
			if n := spelled[v]; n > 0 {
				tell(o.column.values[v], n)
			}
		}
	}
	return t, nil
}
