package measure

import (
	"math/rand/v2"
	"os"
	"runtime"
	"testing"
)

// full in the environment makes the benchmarks run at 5 million decisions and 60 million
// citations instead of a hundredth of that.
const full = "ATTENDU_BENCH_FULL"

// corpusGraph is a graph of the shape of case law: each decision cites older ones, six in
// ten of them by rank, so that some are cited by very many.
func corpusGraph(b *testing.B) *Graph {
	b.Helper()
	n, links := 50_000, 600_000
	if os.Getenv(full) != "" {
		n, links = 100*n, 100*links
	}
	r := rand.New(rand.NewPCG(1, 5))
	var build Builder
	build.from, build.to = make([]uint32, 0, links), make([]uint32, 0, links)
	build.Node(n - 1)
	zipf := rand.NewZipf(r, 1.1, 20, uint64(n-1))
	for range links {
		from := 1 + r.IntN(n-1)
		to := r.IntN(from)
		if r.IntN(10) < 6 {
			to = int(zipf.Uint64()) * 7919 % n
		}
		build.Add(from, to)
	}
	g, err := build.Graph()
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	return g
}

// BenchmarkPageRank: also the links a second of one iteration.
func BenchmarkPageRank(b *testing.B) {
	g := corpusGraph(b)
	b.ReportMetric(float64(g.Links()), "links")
	for b.Loop() {
		_, iterations, err := PageRank(b.Context(), g, PageRankOptions{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(iterations), "iterations")
	}
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		corpusGraph(b)
	}
}

func BenchmarkCommunities(b *testing.B) {
	g := corpusGraph(b)
	for b.Loop() {
		_, q, err := Communities(b.Context(), g, CommunityOptions{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(q, "modularity")
	}
}
