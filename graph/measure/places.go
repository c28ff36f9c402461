package measure

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// places finds the decisions of a Snapshot by their numbers in the store.
type places struct {
	sorted []uint64 // numbers, ascending
	place  []uint32 // of each of these, in the graph
}

// Index is the place of a number of the store in the graph; ok is false for what is no
// decision of it.
func (p *places) Index(number uint64) (i int, ok bool) {
	k, ok := slices.BinarySearch(p.sorted, number)
	if !ok {
		return 0, false
	}
	return int(p.place[k]), true
}

// order puts the decisions of the graph in the order of their names. sorted are their
// numbers, ascending.
func (l *loader) order(sorted []uint64) error {
	names := make([]corpus.Node, 0, len(sorted))
	for part := range slices.Chunk(sorted, namesAtOnce) {
		list, err := l.v.Nodes(l.ctx, graph.NewNodeSet(part...))
		if err != nil {
			return err
		}
		names = append(names, list...)
	}
	by := make([]uint32, len(sorted))
	for k := range by {
		by[k] = uint32(k)
	}
	slices.SortFunc(by, func(a, b uint32) int { return strings.Compare(string(names[a]), string(names[b])) })
	s := l.s
	s.sorted, s.place, s.Numbers = sorted, make([]uint32, len(sorted)), make([]uint64, len(sorted))
	for i, k := range by {
		s.place[k], s.Numbers[i] = uint32(i), sorted[k]
	}
	return nil
}
