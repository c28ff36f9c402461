package index

import (
	"iter"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// Authority says how much weight decisions have, such as how many others cite each. It
// is made once and used by many requests; it is not changed.
type Authority struct {
	nodes []corpus.Node // sorted
	of    []float32
}

// NewAuthority takes the weights of decisions; those not given have 0. Weights below 0
// are 0.
func NewAuthority(weights iter.Seq2[corpus.Node, float64]) *Authority {
	type pair struct {
		node corpus.Node
		of   float32
	}
	var all []pair
	for node, w := range weights {
		all = append(all, pair{node, float32(max(w, 0))})
	}
	slices.SortFunc(all, func(a, b pair) int { return strings.Compare(string(a.node), string(b.node)) })
	a := &Authority{}
	for _, p := range all {
		a.nodes, a.of = append(a.nodes, p.node), append(a.of, p.of)
	}
	return a
}

// authorities keeps the weights of a segment for the Authority that asked last.
type authorities struct {
	mu   sync.Mutex
	from *Authority
	of   []float32
}

// in gives the weights of the decisions of a segment; nil for no Authority.
func (a *Authority) in(s *bm25.Segment) ([]float32, error) {
	if a == nil {
		return nil, nil
	}
	kept, err := bm25.Kept(s, "authority", func() (*authorities, error) { return &authorities{}, nil })
	if err != nil {
		return nil, err
	}
	kept.mu.Lock()
	defer kept.mu.Unlock()
	if kept.from == a {
		return kept.of, nil
	}
	nodes, err := nodesOf(s)
	if err != nil {
		return nil, err
	}
	of := make([]float32, s.Count())
	nodes.meet(a.nodes, func(i int, doc uint32) { of[doc] = a.of[i] })
	kept.from, kept.of = a, of
	return of, nil
}

// prior is what a score is multiplied by for the authority of a decision: 1 for none,
// and with each doubling of the citations the same step more. With a weight of 0.1 a
// decision that is cited 100 times counts 1.46 times as much as one that is not cited.
func prior(weight float64, authority float32) float64 {
	return 1 + weight*math.Log1p(float64(authority))
}
