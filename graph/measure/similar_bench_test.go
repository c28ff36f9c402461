package measure_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/measure"
)

// fullSimilar in the environment names a folder for a store of a million decisions, which
// is made there and kept; without it the benchmark has a hundredth of that.
const fullSimilar = "ATTENDU_BENCH_SIMILAR"

// cited draws what a decision cites: 8 to 24 provisions out of 40,000, a few of them by
// nearly everybody, and up to four of the decisions before it.
func cited(r *rand.Rand, provisions, precedents *rand.Zipf, i int) (list []corpus.Citation) {
	add := func(key corpus.Key) {
		list = append(list, corpus.Citation{Key: key, Node: key, Use: corpus.Applied, Zone: corpus.Motifs, Speaker: corpus.Cour})
	}
	for range 8 + r.IntN(17) {
		add(corpus.Key(fmt.Sprintf("code-civil/%d", 1+provisions.Uint64())))
	}
	for range r.IntN(5) {
		k := int(precedents.Uint64())
		if r.IntN(2) == 0 {
			k = r.IntN(i + 1)
		}
		if k < i {
			add(key(k))
		}
	}
	return list
}

func key(i int) corpus.Key { return corpus.Key(fmt.Sprintf("cass/%02d-%05d", i/100_000, i%100_000)) }

func node(i int) corpus.Node { return corpus.Node(fmt.Sprintf("dila:%09d", i)) }

// named are the keys of a node.
func named(n corpus.Node) []corpus.Key {
	i, _ := strconv.Atoi(strings.TrimPrefix(string(n), "dila:"))
	return []corpus.Key{key(i)}
}

// fill puts n decisions into a store, or what is missing of them.
func fill(b *testing.B, s graph.Store, n int) {
	b.Helper()
	v, err := s.Moment(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	held, err := v.CountHeld(b.Context())
	if err = errors.Join(err, v.Close()); err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(2, 7))
	provisions, precedents := rand.NewZipf(r, 1.05, 3, 39_999), rand.NewZipf(r, 1.1, 20, uint64(n-1))
	var batch []*corpus.Decision
	for i := range n {
		d := &corpus.Decision{Node: node(i), Key: key(i), Keys: []corpus.Key{key(i)}, Citations: cited(r, provisions, precedents, i),
			Sources: []corpus.Source{{ID: fmt.Sprintf("%09d", i), Path: fmt.Sprintf("%09d", i)}}}
		d.Court, d.Date = corpus.Court{Kind: corpus.Cass}, corpus.NewDate(1990+i*30/n, 1+i%12, 1+i%28)
		d.Numbers = []string{fmt.Sprintf("%02d-%05d", i/100_000, i%100_000)}
		if i < held { // in whole batches
			continue
		}
		if batch = append(batch, d); len(batch) == 1000 || i == n-1 {
			if _, err := s.Put(b.Context(), batch); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
}

// BenchmarkSimilar asks for the decisions like one, each time another.
func BenchmarkSimilar(b *testing.B) {
	n, dir := 10_000, filepath.Join(b.TempDir(), "store")
	if d := os.Getenv(fullSimilar); d != "" {
		n, dir = 1_000_000, d
	}
	s, err := graph.Open(dir, graph.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	fill(b, s, n)
	v, err := s.Moment(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	resolve := func(ctx context.Context, k corpus.Key) (corpus.Node, bool, error) {
		nodes, err := s.Resolve(ctx, k)
		return nodes[0], err == nil && len(nodes) == 1, err
	}
	found := 0
	for i := 0; b.Loop(); i++ {
		at := i * 7919 % n
		d, err := s.Get(b.Context(), node(at))
		if err != nil {
			b.Fatal(err)
		}
		req := measure.SimilarRequest{Node: d.Node, Names: d.Keys, Resolve: resolve, NamesOf: func(_ context.Context, n corpus.Node) ([]corpus.Key, error) { return named(n), nil }}
		seen := map[corpus.Key]bool{}
		for _, c := range d.Citations {
			if !seen[c.Key] {
				seen[c.Key] = true
				req.Things = append(req.Things, []corpus.Key{c.Key})
			}
		}
		ans, err := measure.FindSimilar(b.Context(), v, req)
		if err != nil {
			b.Fatal(err)
		}
		found += len(ans.List)
	}
	b.ReportMetric(float64(n), "decisions")
	if found == 0 {
		b.Fatal("nothing is similar to anything")
	}
}

// BenchmarkLoad reads the snapshot of the same store.
func BenchmarkLoad(b *testing.B) {
	n, dir := 10_000, filepath.Join(b.TempDir(), "store")
	if d := os.Getenv(fullSimilar); d != "" {
		n, dir = 1_000_000, d
	}
	s, err := graph.Open(dir, graph.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	fill(b, s, n)
	for b.Loop() {
		v, err := s.Moment(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		snap, err := measure.Load(b.Context(), v)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(snap.Graph.Links()), "links")
		if err := v.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
