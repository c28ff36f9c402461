package queries_test

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

// questions are what the readers of BenchmarkReaders ask in turn, as people do: words,
// phrases, provisions, filters, facets.
var questions = []queries.SearchRequest{
	{Text: "préjudice"},
	{Text: "employeur licenciement faute"},
	{Text: `"cause réelle et sérieuse"`},
	{Text: `applique:"C. civ. 1240"`},
	{Text: "bail ET date:2015..2018", Sort: "date"},
	{Text: "motifs:préjudice", Facets: []string{"court", "year", "solution"}},
}

// BenchmarkReaders has eight readers ask a library of 5,000 decisions, alone and while
// others are indexed; one operation is one answer. p50 and p99 are of single answers, in
// milliseconds.
func BenchmarkReaders(b *testing.B) {
	lib, err := queries.Create(context.Background(), b.TempDir(), queries.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer lib.Close()
	ctx := context.Background()
	if _, err := lib.Add(ctx, []string{synthtest.Archive(b, synth.Options{Decisions: 5000, Seed: 1})}, queries.AddOptions{}); err != nil {
		b.Fatal(err)
	}
	b.Run("Alone", func(b *testing.B) { readers(b, lib) })
	b.Run("WhileIndexing", func(b *testing.B) {
		ctx, stop := context.WithCancel(ctx)
		var writer sync.WaitGroup
		var added atomic.Int64
		writer.Go(func() {
			opt := queries.AddOptions{Each: func(queries.Added) { added.Add(1) }}
			for seed := uint64(2); ctx.Err() == nil; seed++ {
				more := synthtest.Archive(b, synth.Options{Decisions: 1000, Seed: seed})
				if _, err := lib.Add(ctx, []string{more}, opt); err != nil && ctx.Err() == nil {
					b.Error(err)
					return
				}
			}
		})
		began := time.Now()
		readers(b, lib)
		b.ReportMetric(float64(added.Load())/time.Since(began).Seconds(), "indexed/s")
		stop()
		writer.Wait()
	})
}

// readers asks b.N questions by eight readers. Beside the percentiles of all answers it
// tells how many times the p50 of its own question a p99 is, at worst.
func readers(b *testing.B, lib *queries.Library) {
	var next atomic.Int64
	var mu sync.Mutex
	times := make([][]time.Duration, len(questions))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= b.N {
					return
				}
				began := time.Now()
				if _, err := lib.Search(context.Background(), questions[n%len(questions)]); err != nil {
					b.Error(err)
					return
				}
				mu.Lock()
				times[n%len(questions)] = append(times[n%len(questions)], time.Since(began))
				mu.Unlock()
			}
		})
	}
	all.Wait()
	worst := 0.0
	for _, own := range times {
		if len(own) >= 100 {
			worst = max(worst, percentile(own, 99)/percentile(own, 50))
		}
	}
	b.ReportMetric(percentile(slices.Concat(times...), 50), "p50-ms")
	b.ReportMetric(percentile(slices.Concat(times...), 99), "p99-ms")
	b.ReportMetric(worst, "p99/p50")
}

// percentile sorts times and gives the one below which so many in a hundred lie, in
// milliseconds.
func percentile(times []time.Duration, hundredth int) float64 {
	slices.Sort(times)
	return float64(times[(len(times)-1)*hundredth/100].Microseconds()) / 1000
}
