package queries

import (
	"context"
	"os"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// benchLibrary in the environment names the folder of a library to measure; without it
// the examples are measured.
const benchLibrary = "ATTENDU_BENCH_LIBRARY"

func measuredBench(b *testing.B) (*Library, []corpus.Node) {
	b.Helper()
	var l *Library
	var err error
	if dir := os.Getenv(benchLibrary); dir != "" {
		l, err = Open(b.Context(), dir, Options{})
	} else if l, err = Memory(); err == nil {
		_, err = l.Add(context.Background(), []string{"../corpus/examples"}, AddOptions{})
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	set, err := l.store.Citers(b.Context(), target{names: []corpus.Key{"code-de-procedure-civile/700"}}.citers())
	if err != nil || set.Len() == 0 {
		b.Fatal("nothing cites article 700", err)
	}
	nodes, err := l.store.Nodes(b.Context(), set)
	if err != nil {
		b.Fatal(err)
	}
	return l, nodes
}

// BenchmarkLibrarySimilar is the whole answer, with the names of decisions and reasons.
func BenchmarkLibrarySimilar(b *testing.B) {
	l, nodes := measuredBench(b)
	for i := 0; b.Loop(); i++ {
		if _, err := l.Similar(b.Context(), SimilarRequest{Reference: string(nodes[i*7919%len(nodes)])}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLibraryTimeline(b *testing.B) {
	l, _ := measuredBench(b)
	for b.Loop() {
		if _, err := l.Timeline(b.Context(), TimelineRequest{Reference: "C. civ. 1240"}); err != nil {
			b.Fatal(err)
		}
	}
}
