package index

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// benchSize is how many decisions the benchmarks ask: 5,000, or what the environment
// says in ATTENDU_BENCH_DECISIONS. With ATTENDU_BENCH_INDEX the index is built in that
// folder once, and used again.
func benchSize(b *testing.B) int {
	b.Helper()
	value := os.Getenv("ATTENDU_BENCH_DECISIONS")
	if value == "" {
		return 5000
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// benchIndex builds an index of benchSize invented decisions of 10 kB.
func benchIndex(b *testing.B) (*Index, []corpus.Node) {
	b.Helper()
	dir := os.Getenv("ATTENDU_BENCH_INDEX")
	if dir == "" {
		dir = filepath.Join(b.TempDir(), "text")
	}
	x := open(b, dir)
	size := benchSize(b)
	var nodes []corpus.Node
	for i := range size {
		nodes = append(nodes, nodeOf(i+1))
	}
	if n, err := x.Count(); err != nil || int(n) == size {
		return x, nodes
	}
	g := newGenerator(1)
	for seq := range uint64(size / BatchSize) {
		put(b, x, seq+1, g.decisions(BatchSize)...)
	}
	return x, nodes
}

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

// frequent is a word that about a share of the decisions has.
func frequent(b *testing.B, x *Index, share float64) string {
	b.Helper()
	total := float64(find(b, x, Request{Limit: -1}).Total)
	word, off := "", math.Inf(1)
	for rank := uint64(1); rank < 1<<16; rank = rank*5/4 + 1 {
		got := float64(find(b, x, Request{Text: spell(rank), Limit: -1}).Total)
		if d := math.Abs(got/total - share); d < off {
			word, off = spell(rank), d
		}
	}
	return word
}

// BenchmarkSearch asks for what the issue of the project names, and for more.
func BenchmarkSearch(b *testing.B) {
	x, nodes := benchIndex(b)
	twentieth := []corpus.Node{} // 10,000 of 200,000
	for i := 0; i < len(nodes); i += 20 {
		twentieth = append(twentieth, nodes[i])
	}
	authority := NewAuthority(func(yield func(corpus.Node, float64) bool) {
		for i, n := range nodes {
			if !yield(n, float64(i%97)) {
				return
			}
		}
	})
	motifs := Where{Zones: []corpus.ZoneKind{corpus.Motifs}}
	facets := []Facet{FacetCourt, FacetYear, FacetSolution}
	three := "cour référés employeur"
	for _, c := range []struct {
		name string
		req  Request
	}{
		{"WordInAll", Request{Text: "cour"}},
		{"WordIn15Percent", Request{Text: frequent(b, x, 0.15)}},
		{"WordRare", Request{Text: spell(4000)}},
		{"ThreeWords", Request{Text: three}},
		{"ThreeWordsAndArticles", Request{Text: "la cour et les référés de l'employeur"}},
		{"SixEither", Request{Text: "cour OR référés OR employeur OR société OR passe OR manifestement"}},
		{"PhraseCommon", Request{Text: `"cause réelle et sérieuse"`}},
		{"PhraseOfArticles", Request{Text: `"de la"`}},
		{"Article", Request{Text: "L. 1235-3"}},
		{"ThreeFacets", Request{Text: three, Facets: facets}},
		{"EveryFacet", Request{Facets: Facets()}},
		{"ByDate", Request{Text: three, Sort: ByDate}},
		{"ByAuthority", Request{Text: three, Sort: ByAuthority, Authority: authority}},
		{"WithPrior", Request{Text: three, Authority: authority, Prior: 0.1}},
		{"Explained", Request{Text: three, Explain: true}},
		{"WordInNodes", Request{Text: "cour", Nodes: twentieth}},
		{"ThreeWordsInNodes", Request{Text: three, Nodes: twentieth}},
		{"PhraseInNodes", Request{Text: `"cause réelle et sérieuse"`, Nodes: twentieth}},
		{"WordInMostNodes", Request{Text: "cour", Nodes: nodes[len(nodes)/4:]}},
		{"WordFiltered", Request{Text: "cour", Courts: []string{"ca/paris"}, From: "2010-01-01"}},
		{"Party", Request{Party: "société " + spell(1)}},
		{"Everything", Request{}},
		{"PhraseInReasons", Request{Where: Words{Text: "cause réelle et sérieuse", In: motifs}}},
		{"WordInReasons", Request{Where: Words{Text: "employeur", In: motifs}}},
		{"Near", Request{Where: Near{Parts: []Expr{Words{Text: "cour"}, Words{Text: "employeur"}}, Within: []int{5}}}},
		{"Pattern", Request{Where: Pattern{Pattern: "employ*"}}},
		{"Like", Request{Where: Like{Word: "emplyoeur", Edits: 2}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			found := find(b, x, c.req).Total // and what is kept of the segments is there
			start := processor(b)
			for b.Loop() {
				find(b, x, c.req)
			}
			b.ReportMetric((processor(b)-start).Seconds()*1e3/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(found), "found")
		})
	}
}

// BenchmarkPages turns the pages of a result one after another, the cursor of each
// leading to the next.
func BenchmarkPages(b *testing.B) {
	x, _ := benchIndex(b)
	req := Request{Text: "cour", Limit: 50}
	for b.Loop() {
		if req.After = find(b, x, req).Next; req.After == "" {
			b.StopTimer()
			req.After = ""
			b.StartTimer()
		}
	}
}

// BenchmarkOpen opens an index, and answers a first request.
func BenchmarkOpen(b *testing.B) {
	x, _ := benchIndex(b)
	dir := x.bleve.Name()
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
	for _, first := range []bool{false, true} {
		b.Run(fmt.Sprintf("FirstSearch=%v", first), func(b *testing.B) {
			for b.Loop() {
				x, err := Open(dir, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if first {
					if _, err := x.Search(context.Background(), Request{Text: "cour"}); err != nil {
						b.Fatal(err)
					}
				}
				if err := x.Close(); err != nil {
					b.Fatal(err)
				}
			}
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

// zonesIn cuts a text into head, facts, reasons and operative part, and says so.
func zonesIn(text string) (out []corpus.Zone) {
	at := 0
	for _, z := range []struct {
		kind corpus.ZoneKind
		part int // tenths of the text
	}{{corpus.Entete, 1}, {corpus.Expose, 4}, {corpus.Motifs, 9}, {corpus.Dispositif, 10}} {
		end := len(text) * z.part / 10
		if z.part < 10 {
			end = at + max(0, strings.LastIndexByte(text[at:end], ' '))
		}
		out = append(out, corpus.Zone{Zone: z.kind, Span: corpus.Span{Start: at, End: end}})
		at = end
	}
	return out
}
