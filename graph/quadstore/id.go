package quadstore

import (
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2/roaring64"
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// ID is a node of one store. It stays that of its value as long as a quad uses the
// value, and is never given to another. The ids of whole numbers and of dates in
// whole seconds sort like these; all others sort as the values first came.
type ID uint64

// ID gives the node of a value; ok is false if no quad uses the value.
func (s *Store) ID(v quad.Value) (id ID, ok bool, err error) {
	n, ok, err := s.id(v)
	if err != nil {
		return 0, false, fmt.Errorf("quadstore: id: %w", err)
	}
	return ID(n), ok, nil
}

// Ref gives the node as Cayley knows it.
func (id ID) Ref() graph.Ref { return nodeRef(id) }

// Set is a set of nodes: distinct, ascending.
type Set []ID

// SetOf gives the nodes of a bitmap.
func SetOf(b *roaring64.Bitmap) Set {
	out := make(Set, 0, b.GetCardinality())
	for it := b.Iterator(); it.HasNext(); {
		out = append(out, ID(it.Next()))
	}
	return out
}

// NewSet gives the distinct nodes of a list, which it does not change.
func NewSet(ids ...ID) Set { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// Bitmap gives the set as a bitmap.
func (a Set) Bitmap() *roaring64.Bitmap {
	b := roaring64.New()
	var buf [1024]uint64
	for rest := a; len(rest) > 0; {
		n := min(len(rest), len(buf))
		for i, id := range rest[:n] {
			buf[i] = uint64(id)
		}
		b.AddMany(buf[:n])
		rest = rest[n:]
	}
	return b
}

// Has tells whether the set holds a node.
func (a Set) Has(id ID) bool {
	_, ok := slices.BinarySearch(a, id)
	return ok
}

// And gives the nodes that are in both sets.
func (a Set) And(b Set) Set {
	out := make(Set, 0, min(len(a), len(b)))
	a.Meet(b, func(i, _ int) { out = append(out, a[i]) })
	return out
}

// Meet calls each with the places in a and in b of every node that is in both, ascending.
// It walks along both at once: of a set that is much the larger it looks at few nodes.
func (a Set) Meet(b Set, each func(i, j int)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i = len(a) - len(a[i:].from(b[j]))
		case b[j] < a[i]:
			j = len(b) - len(b[j:].from(a[i]))
		default:
			each(i, j)
			i, j = i+1, j+1
		}
	}
}

// from drops the nodes before id: by doubling steps, then by halving.
func (a Set) from(id ID) Set {
	if len(a) == 0 || a[0] >= id {
		return a
	}
	step := 1
	for step < len(a) && a[step] < id {
		step *= 2
	}
	lo := step / 2
	i, _ := slices.BinarySearch(a[lo:min(step+1, len(a))], id)
	return a[lo+i:]
}
