package index

import (
	"iter"
	"path/filepath"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/synth"
)

// invented are versions of articles in the order of an archive.
func invented(t testing.TB, n int) iter.Seq[law.ArticleVersion] {
	t.Helper()
	l, err := synth.NewLegi(synth.LegiOptions{Versions: n})
	if err != nil {
		t.Fatal(err)
	}
	return l.Versions()
}

// TestArticlesInForce compares the index with law.ArticleVersion.InForce.
func TestArticlesInForce(t *testing.T) {
	all := slices.Collect(invented(t, 3000))
	x := openArticles(t, "")
	shelve(t, x, 1, all)
	for _, day := range []corpus.Date{"1804-03-20", "1804-03-21", "1976-01-01", "2000-02-29", "2016-09-30", "2016-10-01", "2019-12-31", "2020-01-01", "2026-12-31", "2027-01-01"} {
		for _, code := range []string{"code-civil", "code-penal-ancien"} {
			want := uint64(0)
			for i := range all {
				if all[i].InForce(day) && string(all[i].Key.Instrument()) == code {
					want++
				}
			}
			if got := articles(t, x, ArticleRequest{Day: day, Codes: []string{code}}).Total; got != want {
				t.Errorf("%s on %s: %d in force, want %d", code, day, got, want)
			}
		}
	}
}

// BenchmarkArticlesApply indexes invented versions of about 500 bytes in
// batches of ArticleBatchSize, on disk; one operation is one batch.
func BenchmarkArticlesApply(b *testing.B) {
	x := openArticles(b, filepath.Join(b.TempDir(), "articles"))
	next, stop := iter.Pull(invented(b, 5_000_000))
	defer stop()
	bytes, n, seq := 0, 0, uint64(0)
	batch := make([]law.ArticleVersion, ArticleBatchSize)
	for b.Loop() {
		b.StopTimer()
		for i := range batch {
			batch[i], _ = next()
			bytes += len(batch[i].Text)
		}
		n += len(batch)
		seq++
		b.StartTimer()
		shelve(b, x, seq, batch)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "versions/s")
	b.ReportMetric(float64(bytes)/1e6/b.Elapsed().Seconds(), "MB/s")
}

// BenchmarkArticlesSearch asks an index of 20,000 invented versions.
func BenchmarkArticlesSearch(b *testing.B) {
	x := openArticles(b, filepath.Join(b.TempDir(), "articles"))
	seq := uint64(0)
	for batch := range slices.Chunk(slices.Collect(invented(b, 20_000)), ArticleBatchSize) {
		seq++
		shelve(b, x, seq, batch)
	}
	for _, c := range []struct {
		name string
		req  ArticleRequest
	}{
		{"Word", ArticleRequest{Text: "employeur"}},
		{"WordInForce", ArticleRequest{Text: "employeur", Day: "2020-01-01"}},
		{"WordInCode", ArticleRequest{Text: "employeur", Codes: []string{"code-du-travail"}}},
		{"WordInAll", ArticleRequest{Text: "le"}},
		{"ThreeWords", ArticleRequest{Text: "délai notification décision"}},
		{"PhraseRare", ArticleRequest{Text: `"bonne foi"`}},
		{"PhraseCommon", ArticleRequest{Text: `"dans un délai de"`}},
		{"Number", ArticleRequest{Text: "L. 111-1"}},
		{"InForce", ArticleRequest{Day: "2020-01-01"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var found uint64
			for b.Loop() {
				found = articles(b, x, c.req).Total
			}
			b.ReportMetric(float64(found), "found")
		})
	}
}
