package graph

import (
	"github.com/RoaringBitmap/roaring/v2/roaring64"
	"github.com/attendu/attendu/graph/quadstore"
)

// NodeSet is a set of nodes of one store, each a number that stays the node's as
// long as anything speaks of it. The zero value is empty. It says nothing of names:
// see Links.Nodes.
type NodeSet struct{ ids quadstore.Set }

// NodeSetOf gives the nodes of a bitmap that came from the same store.
func NodeSetOf(b *roaring64.Bitmap) NodeSet { return NodeSet{quadstore.SetOf(b)} }

// Len is the number of nodes.
func (s NodeSet) Len() int { return len(s.ids) }

// Keep gives the nodes of which keep says so, by their places in the set.
func (s NodeSet) Keep(keep func(i int) bool) (out NodeSet) {
	for i, id := range s.ids {
		if keep(i) {
			out.ids = append(out.ids, id)
		}
	}
	return out
}

// At is the number of the i-th node; they ascend.
func (s NodeSet) At(i int) uint64 { return uint64(s.ids[i]) }

// Has reports whether a number is in the set.
func (s NodeSet) Has(n uint64) bool { return s.ids.Has(quadstore.ID(n)) }

// And gives the nodes that are in both sets.
func (s NodeSet) And(o NodeSet) NodeSet { return NodeSet{s.ids.And(o.ids)} }

// Meet calls each with the places in the one and the other of every node that is in both
// sets, ascending.
func (s NodeSet) Meet(o NodeSet, each func(i, j int)) { s.ids.Meet(o.ids, each) }

// Bitmap gives the set as a bitmap of its own.
func (s NodeSet) Bitmap() *roaring64.Bitmap { return s.ids.Bitmap() }

// Part gives the nodes from the i-th on and before the j-th.
func (s NodeSet) Part(i, j int) NodeSet { return NodeSet{s.ids[i:j:j]} }
