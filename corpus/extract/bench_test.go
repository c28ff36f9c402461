package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/corpus/commentary"
	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/heading"
	"github.com/attendu/attendu/corpus/holding"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/meant"
	"github.com/attendu/attendu/corpus/party"
	"github.com/attendu/attendu/corpus/principle"
	"github.com/attendu/attendu/corpus/segment"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/corpus/use"
)

// real are the decisions beside the repository, or else our examples, and the size
// of their texts in bytes.
func real(b *testing.B) (docs []*corpus.Document, size int) {
	b.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(dir); err != nil {
		b.Logf("no real decisions: our examples are read")
		dir = b.TempDir()
		if err := os.CopyFS(dir, examples.FS); err != nil {
			b.Fatal(err)
		}
	}
	for rec := range source.Walk(context.Background(), []string{dir}, source.Options{}) {
		if rec.Doc != nil {
			docs, size = append(docs, rec.Doc), size+len(rec.Doc.Text)
		}
	}
	if size == 0 {
		b.Fatal("no text")
	}
	return docs, size
}

// BenchmarkCorpus is the whole way of real decisions.
func BenchmarkCorpus(b *testing.B) {
	x := extractor(b)
	docs, size := real(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			x.Extract(d)
		}
	}
}

// stages are what extract is made of, each with the speed that it has by itself.
type stages struct {
	segment    *segment.Segmenter
	heading    *heading.Reader
	cite       *cite.Finder
	meant      *meant.Resolver
	party      *party.Finder
	holding    *holding.Finder
	use        *use.Finder
	principle  *principle.Finder
	commentary *commentary.Reader
}

func newStages(b *testing.B) (s stages) {
	b.Helper()
	laws := loaded(law.Load())(b)
	s.cite = loaded(cite.New(laws))(b)
	s.meant = loaded(meant.New(laws, loaded(law.LoadSuccession())(b)))(b)
	s.segment = loaded(segment.Load())(b)
	s.heading = loaded(heading.Load())(b)
	s.party = loaded(party.Load())(b)
	s.holding = loaded(holding.Load())(b)
	s.use = loaded(use.New())(b)
	s.principle = loaded(principle.New())(b)
	s.commentary = loaded(commentary.Load())(b)
	return s
}

func loaded[T any](x T, err error) func(*testing.B) T {
	return func(b *testing.B) T {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
		return x
	}
}

// BenchmarkStage is the speed of each stage on the texts of BenchmarkCorpus, given
// what the stages before it found.
func BenchmarkStage(b *testing.B) {
	s := newStages(b)
	x := extractor(b)
	docs, size := real(b)
	var texts []*fold.Text
	var done []*corpus.Decision
	var layouts []segment.Layout
	for _, d := range docs {
		t := fold.New(d.Text)
		texts, done = append(texts, t), append(done, x.Extract(d))
		layouts = append(layouts, s.segment.Split(segment.Input{Text: t, Official: d.Zones, Court: d.Official.Court}))
	}
	for _, stage := range []struct {
		name string
		run  func(i int)
	}{
		{"fold", func(i int) { fold.New(docs[i].Text) }},
		{"segment", func(i int) {
			s.segment.Split(segment.Input{Text: texts[i], Official: docs[i].Zones, Court: docs[i].Official.Court})
		}},
		{"heading", func(i int) { s.heading.Read(texts[i], layouts[i], docs[i].Official.Court.Kind) }},
		{"cite", func(i int) { s.cite.Find(texts[i], cite.Context{Date: done[i].Date, Court: done[i].Court}) }},
		{"use", func(i int) { s.use.Find(texts[i], slices.Clone(done[i].Citations)) }},
		{"meant", func(i int) {
			s.meant.Resolve(meant.Input{Text: texts[i], Citations: slices.Clone(done[i].Citations), Date: done[i].Date})
		}},
		{"party", func(i int) {
			s.party.Find(party.Input{Text: texts[i], Zones: done[i].Zones, Court: done[i].Court})
		}},
		{"holding", func(i int) {
			s.holding.Find(holding.Input{Text: texts[i], Zones: done[i].Zones, Court: done[i].Court,
				Citations: done[i].Citations, Parties: done[i].Parties})
		}},
		{"principle", func(i int) {
			s.principle.Find(principle.Input{Text: texts[i], Zones: done[i].Zones, Speech: layouts[i].SpeechAt,
				Court: done[i].Court.Kind, Citations: done[i].Citations})
		}},
		{"detect", func(i int) { s.commentary.Detect(texts[i], docs[i].Title) }},
		{"commentary", func(i int) { s.commentary.Read(texts[i], docs[i].Title) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for i := range docs {
					stage.run(i)
				}
			}
		})
	}
}
