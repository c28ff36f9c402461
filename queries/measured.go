package queries

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/measure"
)

// measured is the citations between the decisions of a library at one moment, with what
// was worked out of them so far. It is shared by the questions until something changes.
type measured struct {
	*measure.Snapshot
	seq      uint64
	mu       sync.Mutex
	weights  []float64
	standing []float64
}

// measured gives the citations between decisions, read anew when decisions came or went.
func (l *Library) measured(ctx context.Context) (*measured, error) {
	l.measuresMu.Lock()
	defer l.measuresMu.Unlock()
	seq := l.store.Seq()
	if l.measures != nil && l.measures.seq == seq {
		return l.measures, nil
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	s, err := measure.Load(ctx, v)
	if err != nil {
		return nil, err
	}
	l.measures = &measured{Snapshot: s, seq: seq}
	return l.measures, nil
}

// pageRank gives the PageRank of each decision, times their number so that 1 is the mean,
// and its standing among those of the same kind of court and year. It is rounded, so that
// the last bits of a machine decide no order.
func (m *measured) pageRank(ctx context.Context) (weights, standing []float64, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.weights == nil {
		if m.weights, _, err = measure.PageRank(ctx, m.Graph, measure.PageRankOptions{}); err != nil {
			m.weights = nil
			return nil, nil, err
		}
		for i, w := range m.weights {
			m.weights[i] = math.Round(w*float64(len(m.weights))*1e9) / 1e9
		}
		m.standing = measure.Standing(m.weights, m.Peers())
	}
	return m.weights, m.standing, nil
}

// rounded is a figure of an answer, of which six digits behind the point are told.
func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// refs describes decisions of the snapshot, held or not.
func (l *Library) refs(ctx context.Context, m *measured, list []int) ([]DecisionRef, error) {
	numbers := make([]uint64, len(list))
	for i, at := range list {
		numbers[i] = m.Numbers[at]
	}
	nodes, err := l.nodesOf(ctx, numbers)
	if err != nil {
		return nil, err
	}
	out := make([]DecisionRef, len(list))
	for i, node := range nodes {
		if out[i], err = l.nodeRef(ctx, node); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// nodeRef describes a decision by its node, held or not.
func (l *Library) nodeRef(ctx context.Context, node corpus.Node) (DecisionRef, error) {
	d, err := l.store.Heading(ctx, node)
	if isNotFound(err) {
		return l.pending(ctx, node)
	}
	if err != nil {
		return DecisionRef{}, err
	}
	return l.ref(ctx, d)
}

// at finds a decision in the snapshot by its node.
func (l *Library) at(ctx context.Context, m *measured, node corpus.Node) (int, bool, error) {
	v, err := l.store.Moment(ctx)
	if err != nil {
		return 0, false, err
	}
	defer v.Close()
	n, ok, err := v.Number(ctx, node)
	if err != nil || !ok {
		return 0, false, err
	}
	i, ok := m.Index(n)
	return i, ok, nil
}

// order lists the places of a slice for which keep holds, sorted.
func order(n int, keep func(int) bool, compare func(a, b int) int) (list []int) {
	for i := range n {
		if keep(i) {
			list = append(list, i)
		}
	}
	slices.SortFunc(list, compare)
	return list
}
