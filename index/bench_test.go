package index

import (
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// BenchmarkApply indexes invented decisions of 10 kB in batches of BatchSize,
// on disk; one operation is one batch.
func BenchmarkApply(b *testing.B) {
	g := newGenerator(1)
	x := open(b, filepath.Join(b.TempDir(), "text"))
	var bytes, n int
	seq := uint64(0)
	for b.Loop() {
		b.StopTimer()
		ds := g.decisions(BatchSize)
		for _, d := range ds {
			bytes += len(d.Text)
		}
		n += len(ds)
		seq++
		b.StartTimer()
		put(b, x, seq, ds...)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "decisions/s")
	b.ReportMetric(float64(bytes)/1e6/b.Elapsed().Seconds(), "MB/s")
}

// BenchmarkSearch asks an index of 5,000 invented decisions.
func BenchmarkSearch(b *testing.B) {
	const size = 5000
	g := newGenerator(1)
	x := open(b, filepath.Join(b.TempDir(), "text"))
	var some []corpus.Node
	for seq := range uint64(size / BatchSize) {
		ds := g.decisions(BatchSize)
		put(b, x, seq, ds...)
		some = append(some, ds[seq].Node)
	}
	for _, c := range []struct {
		name string
		req  Request
	}{
		{"WordInAll", Request{Text: "cour"}},
		{"WordRare", Request{Text: spell(4000)}},
		{"ThreeWords", Request{Text: "cour référés employeur"}},
		{"ThreeWordsAndArticles", Request{Text: "la cour et les référés de l'employeur"}},
		{"SixEither", Request{Text: "cour OR référés OR employeur OR société OR passe OR manifestement"}},
		{"PhraseCommon", Request{Text: `"cause réelle et sérieuse"`}},
		{"PhraseOfArticles", Request{Text: `"de la"`}},
		{"Article", Request{Text: "L. 1235-3"}},
		{"WordFiltered", Request{Text: "cour", Courts: []string{"ca/paris"}, From: "2010-01-01"}},
		{"WordInNodes", Request{Text: "cour", Nodes: some}},
		{"WordByDate", Request{Text: "cour", SortByDate: true}},
		{"Party", Request{Party: "société " + spell(1)}},
		{"Everything", Request{}},
		{"PhraseInReasons", Request{Where: Words{Text: "cause réelle et sérieuse", In: Where{Zones: []corpus.ZoneKind{corpus.Motifs}}}}},
		{"WordInReasons", Request{Where: Words{Text: "employeur", In: Where{Zones: []corpus.ZoneKind{corpus.Motifs}}}}},
		{"Near", Request{Where: Near{Parts: []Expr{Words{Text: "cour"}, Words{Text: "employeur"}}, Within: []int{5}}}},
		{"Pattern", Request{Where: Pattern{Pattern: "employ*"}}},
		{"Like", Request{Where: Like{Word: "emplyoeur", Edits: 2}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var found uint64
			for b.Loop() {
				found = find(b, x, c.req).Total
			}
			b.ReportMetric(float64(found), "found")
		})
	}
}

func BenchmarkSnippets(b *testing.B) {
	text := newGenerator(1).decision().Text
	x := open(b, "")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x.Snippets(Request{Text: `cour "mot de passe" référés`}, text, 3, 160)
	}
}
