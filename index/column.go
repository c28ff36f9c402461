package index

import (
	"bytes"
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// What is sorted and counted by is read from the lists of the values of a field, once
// for each segment, and kept as long as the segment lives: 4 bytes for each decision and
// value. Bleve's own values by document take 3 to 4 times as long, and room on disk.

// column holds the values of a field by document.
type column struct {
	values []string // sorted
	ends   []uint32 // document i has of[ends[i-1]:ends[i]], numbers of values
	of     []uint32
}

func (c *column) at(doc uint32) []uint32 {
	start := uint32(0)
	if doc > 0 {
		start = c.ends[doc-1]
	}
	return c.of[start:c.ends[doc]]
}

// columnOf is the column of a field in a segment.
func columnOf(s *bm25.Segment, field string) (*column, error) {
	return bm25.Kept(s, "column "+field, func() (*column, error) {
		c := &column{ends: make([]uint32, s.Count())}
		var docs []uint32 // with a value, in the order of the values
		var till []int    // where those of each value end
		err := s.Invert(field, func(value string, set *roaring.Bitmap) error {
			c.values = append(c.values, value)
			for it := set.Iterator(); it.HasNext(); {
				doc := it.Next()
				docs = append(docs, doc)
				c.ends[doc]++
			}
			till = append(till, len(docs))
			return nil
		})
		if err != nil {
			return nil, err
		}
		sum := uint32(0)
		for i, n := range c.ends { // first where each begins; each value moves it on
			c.ends[i] = sum
			sum += n
		}
		c.of = make([]uint32, sum)
		at := 0
		for value, end := range till {
			for ; at < end; at++ {
				c.of[c.ends[docs[at]]] = uint32(value)
				c.ends[docs[at]]++
			}
		}
		return c, nil
	})
}

// daysOf are the days of the decisions of a segment, as dayNumber writes them.
func daysOf(s *bm25.Segment) ([]uint32, error) {
	return bm25.Kept(s, "days", func() ([]uint32, error) {
		days := make([]uint32, s.Count())
		err := s.Invert(fieldDay, func(value string, docs *roaring.Bitmap) error {
			n := dayNumber(corpus.Date(value))
			for it := docs.Iterator(); it.HasNext(); {
				days[it.Next()] = n
			}
			return nil
		})
		return days, err
	})
}

// nodeColumn holds the nodes of the decisions of a segment.
type nodeColumn struct {
	bytes []byte   // of all nodes, sorted
	ends  []uint32 // of each node in bytes
	doc   []uint32 // of each node
	rank  []uint32 // of each document among the nodes
}

func (c *nodeColumn) sorted(rank int) []byte {
	start := uint32(0)
	if rank > 0 {
		start = c.ends[rank-1]
	}
	return c.bytes[start:c.ends[rank]]
}

// node is the node of a document.
func (c *nodeColumn) node(doc uint32) []byte { return c.sorted(int(c.rank[doc])) }

// nodesOf are the nodes of a segment. To read and sort them takes a fifth of the time
// that it takes to turn their sorted list over.
func nodesOf(s *bm25.Segment) (*nodeColumn, error) {
	return bm25.Kept(s, "nodes", func() (*nodeColumn, error) {
		n := s.Count()
		all := make([][]byte, n)
		c := &nodeColumn{ends: make([]uint32, 0, n), doc: make([]uint32, n), rank: make([]uint32, n)}
		size := 0
		for i := range all {
			id, err := s.ID(uint32(i))
			if err != nil {
				return nil, err
			}
			all[i], c.doc[i] = id, uint32(i)
			size += len(id)
		}
		slices.SortFunc(c.doc, func(a, b uint32) int { return bytes.Compare(all[a], all[b]) })
		c.bytes = make([]byte, 0, size)
		for rank, doc := range c.doc {
			c.rank[doc] = uint32(rank)
			c.bytes = append(c.bytes, all[doc]...)
			c.ends = append(c.ends, uint32(len(c.bytes)))
		}
		return c, nil
	})
}

// nodesSet is the set of documents of some nodes. It walks along both sorted lists, or
// looks up the few.
func nodesSet(nodes []corpus.Node) func(*bm25.Segment) (*roaring.Bitmap, error) {
	if !slices.IsSorted(nodes) {
		nodes = slices.Sorted(slices.Values(nodes))
	}
	return func(s *bm25.Segment) (*roaring.Bitmap, error) {
		c, err := nodesOf(s)
		if err != nil {
			return nil, err
		}
		var docs []uint32
		c.meet(nodes, func(_ int, doc uint32) { docs = append(docs, doc) })
		slices.Sort(docs)
		set := roaring.New()
		set.AddMany(docs)
		return set, nil
	}
}

// meet calls each for the nodes, which are sorted, that stand in the segment.
func (c *nodeColumn) meet(nodes []corpus.Node, each func(i int, doc uint32)) {
	rank := 0
	for i, node := range nodes {
		// The next is looked for in steps that double, then between the last two.
		step := 1
		for rank+step < len(c.doc) && string(c.sorted(rank+step)) < string(node) {
			step *= 2
		}
		end := min(rank+step+1, len(c.doc))
		rank += sort.Search(end-rank, func(k int) bool { return string(c.sorted(rank+k)) >= string(node) })
		if rank == len(c.doc) {
			return
		}
		if bytes.Equal(c.sorted(rank), []byte(node)) {
			each(i, c.doc[rank])
		}
	}
}
