package measure_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/measure"
)

// store holds n decisions that cite provisions and each other.
func store(t *testing.T, n int) (graph.Store, []*corpus.Decision) {
	t.Helper()
	s, err := graph.Memory(graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	r := rand.New(rand.NewPCG(3, 3))
	var list []*corpus.Decision
	for i := range n {
		d := &corpus.Decision{Node: node(i), Key: key(i), Keys: []corpus.Key{key(i)},
			Sources: []corpus.Source{{ID: fmt.Sprint(i), Path: fmt.Sprint(i)}}}
		d.Court, d.Date, d.Numbers = corpus.Court{Kind: corpus.Cass}, corpus.NewDate(2000+i%20, 1, 2), []string{fmt.Sprintf("%02d-%05d", i/100_000, i%100_000)}
		cite := func(k corpus.Key) {
			d.Citations = append(d.Citations, corpus.Citation{Key: k, Node: k, Use: corpus.Applied})
		}
		for range 2 + r.IntN(4) {
			cite(corpus.Key(fmt.Sprintf("code-civil/%d", 1+r.IntN(1+r.IntN(30)))))
		}
		for range r.IntN(3) {
			if i > 0 {
				cite(key(r.IntN(i)))
			}
		}
		list = append(list, d)
	}
	if _, err := s.Put(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	return s, list
}

func cites(d *corpus.Decision) map[corpus.Key]bool {
	all := map[corpus.Key]bool{}
	for _, c := range d.Citations {
		all[c.Node] = true
	}
	return all
}

// TestFindSimilar compares with the definition, worked out from the decisions.
func TestFindSimilar(t *testing.T) {
	s, list := store(t, 120)
	v, err := s.Moment(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	resolve := func(ctx context.Context, k corpus.Key) (corpus.Node, bool, error) {
		nodes, err := s.Resolve(ctx, k)
		return nodes[0], err == nil && len(nodes) == 1, err
	}
	together := 0
	for _, d := range list[:40] {
		req := measure.SimilarRequest{Node: d.Node, Names: d.Keys, Not: []corpus.Node{list[50].Node}, Resolve: resolve, NamesOf: func(_ context.Context, n corpus.Node) ([]corpus.Key, error) { return named(n), nil }}
		for k := range cites(d) {
			req.Things = append(req.Things, []corpus.Key{k})
		}
		slices.SortFunc(req.Things, func(a, b []corpus.Key) int { return slices.Compare(a, b) })
		ans, err := measure.FindSimilar(t.Context(), v, req)
		if err != nil {
			t.Fatal(err)
		}
		got := map[corpus.Node]measure.Similar{}
		for _, x := range ans.List {
			got[x.Node] = x
			together += x.Together
		}
		for _, o := range list {
			want := wanted(list, d, o)
			if o == d || o == list[50] {
				want = measure.Similar{}
			}
			x := got[o.Node]
			if math.Abs(x.Coupling-want.Coupling) > 1e-9 || math.Abs(x.CoCitation-want.CoCitation) > 1e-9 || len(x.Shared) != len(want.Shared) && want.Score > 0 || x.Together != want.Together {
				t.Errorf("%s and %s: %+v, want %+v", d.Node, o.Node, x, want)
			}
		}
		if !slices.IsSortedFunc(ans.List, func(a, b measure.Similar) int { return -int(1e9 * (a.Score - b.Score)) }) {
			t.Errorf("%s: the most similar do not come first", d.Node)
		}
	}
	if together == 0 {
		t.Error("nothing is cited together: the test looks at half")
	}
}

// wanted is how similar two decisions are by the definition in docs/measures.md.
func wanted(list []*corpus.Decision, a, b *corpus.Decision) (s measure.Similar) {
	citing := map[corpus.Key]int{}
	both, onA, onB := 0, 0, 0
	for _, d := range list {
		c := cites(d)
		for k := range c {
			citing[k]++
		}
		if d != a && c[a.Key] {
			onA++
			if c[b.Key] {
				both++
			}
		}
		if c[b.Key] {
			onB++
		}
	}
	idf := func(k corpus.Key) float64 { return math.Log(float64(len(list)) / float64(citing[k])) }
	var dot, lengthA, lengthB float64
	of := cites(b)
	for k := range cites(a) {
		lengthA += idf(k) * idf(k)
		if of[k] {
			dot += idf(k) * idf(k)
			s.Shared = append(s.Shared, 0)
		}
	}
	for k := range of {
		lengthB += idf(k) * idf(k)
	}
	if dot > 0 {
		s.Coupling = dot / math.Sqrt(lengthA*lengthB)
	}
	if s.Together = both; both > 0 {
		s.CoCitation = float64(both) / math.Sqrt(float64(onA*onB))
	}
	s.Score = 1 - (1-s.Coupling)*(1-s.CoCitation)
	return s
}

// TestLoad compares a snapshot with the decisions.
func TestLoad(t *testing.T) {
	s, list := store(t, 120)
	extra := &corpus.Decision{Node: "dila:x", Key: "cass/99-00001", Keys: []corpus.Key{"cass/99-00001"}, Sources: []corpus.Source{{ID: "x", Path: "x"}}}
	extra.Court, extra.Date, extra.Numbers = corpus.Court{Kind: corpus.Cass}, "2025-06-01", []string{"99-00001"}
	extra.Citations = []corpus.Citation{{Key: key(5), Node: key(5), UnderAppeal: true}, {Key: key(6), Node: key(6)}, {Key: "ca/paris/2019-02-03", Node: "ca/paris/2019-02-03"}}
	if _, err := s.Put(t.Context(), []*corpus.Decision{extra}); err != nil {
		t.Fatal(err)
	}
	v, err := s.Moment(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	snap, err := measure.Load(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	at := func(n corpus.Node) int {
		number, _, err := v.Number(t.Context(), n)
		i, ok := snap.Index(number)
		if err != nil || !ok {
			t.Fatalf("%s is not in the snapshot, %v", n, err)
		}
		return i
	}
	if snap.Graph.Len() != 122 || snap.Latest() != "2025-06-01" {
		t.Errorf("%d decisions, the latest of %s", snap.Graph.Len(), snap.Latest())
	}
	for _, d := range append(list, extra) {
		i := at(d.Node)
		if snap.Date(i) != d.Date || snap.Kind(i) != "cass" || !snap.Held[i] {
			t.Errorf("%s: %s, %s, held %v", d.Node, snap.Date(i), snap.Kind(i), snap.Held[i])
		}
		for _, o := range list {
			c := slices.ContainsFunc(d.Citations, func(c corpus.Citation) bool { return c.Node == o.Key && !c.UnderAppeal && o != d })
			if snap.Graph.Has(i, at(o.Node)) != c {
				t.Errorf("%s cites %s: %v, want %v", d.Node, o.Node, !c, c)
			}
		}
	}
	if i := at("ca/paris/2019-02-03"); snap.Held[i] || snap.Date(i) != "2019-02-03" || snap.Kind(i) != "ca" || !snap.Graph.Has(at("dila:x"), i) {
		t.Errorf("what is only cited: %s, %s, held %v", snap.Date(i), snap.Kind(i), snap.Held[i])
	}
	weights := snap.Decayed("2030-01-01", 5)
	for i, n := range snap.Received() {
		if n > 0 != (weights[i] > 0) || weights[i] > float64(n) {
			t.Errorf("decision %d: %d citations weigh %v", i, n, weights[i])
		}
	}
}
