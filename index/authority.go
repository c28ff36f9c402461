package index

import (
	"iter"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// Authority says how much weight decisions have, such as how many others cite each. It
// is made once and used by many requests; it is not changed.
type Authority struct {
	nodes    []corpus.Node // sorted
	of       []float32
	standing Standing
}

// Standing is the weight that decisions have by their court and their publication, beside
// those that cite them; what is not listed has 0. A weight of 1 is as much as citations
// give that grow 2.7 times.
type Standing struct {
	Courts       map[string]float64 // by kind: "cass"
	Publications map[string]float64 // as published, in small letters: "publié au bulletin"
}

// With gives the same authority with the weight of courts and publications.
func (a *Authority) With(s Standing) *Authority {
	return &Authority{nodes: a.nodes, of: a.of, standing: s}
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
	of   *weighed
}

// weighed are the weights of the decisions of a segment: how many cite each, and what its
// court and its publication give, nil where they give nothing.
type weighed struct{ cited, court, publication []float32 }

// parts are what the authority of a decision is the sum of: ln(1 + citations), and the
// weights of court and publication.
func (w *weighed) parts(doc uint32) (cited, court, publication float64) {
	cited = math.Log1p(float64(w.cited[doc]))
	if w.court != nil {
		court = float64(w.court[doc])
	}
	if w.publication != nil {
		publication = float64(w.publication[doc])
	}
	return cited, court, publication
}

func (w *weighed) total(doc uint32) float64 {
	cited, court, publication := w.parts(doc)
	return cited + court + publication
}

// in gives the weights of the decisions of a segment; nil for no Authority.
func (a *Authority) in(s *bm25.Segment) (*weighed, error) {
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
	w := &weighed{cited: make([]float32, s.Count())}
	nodes.meet(a.nodes, func(i int, doc uint32) { w.cited[doc] = a.of[i] })
	if w.court, err = weightsOf(s, fieldKind, a.standing.Courts); err != nil {
		return nil, err
	}
	if w.publication, err = weightsOf(s, fieldPublication, a.standing.Publications); err != nil {
		return nil, err
	}
	kept.from, kept.of = a, w
	return w, nil
}

// weightsOf gives the greatest weight that the values of a field give each decision.
func weightsOf(s *bm25.Segment, field string, weights map[string]float64) ([]float32, error) {
	if len(weights) == 0 {
		return nil, nil
	}
	of := make([]float32, s.Count())
	err := s.Invert(field, func(value string, docs *roaring.Bitmap) error {
		w := float32(max(0, weights[value]))
		for it := docs.Iterator(); w > 0 && it.HasNext(); {
			doc := it.Next()
			of[doc] = max(of[doc], w)
		}
		return nil
	})
	return of, err
}

// prior is what a score is multiplied by for the authority of a decision: 1 for none,
// and with each doubling of the citations the same step more. With a weight of 0.1 a
// decision that is cited 100 times counts 1.46 times as much as one that is not cited.
func prior(weight, authority float64) float64 { return 1 + weight*authority }
