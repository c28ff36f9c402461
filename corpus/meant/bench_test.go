package meant

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/fold"
	sources "github.com/attendu/attendu/corpus/source"
)

// BenchmarkFind folds and reads real decisions as extract does; without
// ../shared/corpus our own examples. BenchmarkResolve adds what their numbers
// meant: the share of the second in both is what the resolution costs.
func BenchmarkFind(b *testing.B) {
	k := newKit(b)
	docs, size := decisions(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			k.finder.Find(fold.New(d.text), cite.Context{Date: d.day})
		}
	}
}

// BenchmarkResolve resolves the citations that BenchmarkFind finds.
func BenchmarkResolve(b *testing.B) {
	k := newKit(b)
	docs, size := decisions(b)
	inputs := make([]Input, 0, len(docs))
	for _, d := range docs {
		t := fold.New(d.text)
		inputs = append(inputs, Input{Text: t, Date: d.day, Citations: k.finder.Find(t, cite.Context{Date: d.day})})
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range inputs {
			k.resolver.Resolve(in)
		}
	}
	asked, designated := 0, 0
	for _, in := range inputs {
		for i := range in.Citations {
			if m := in.Citations[i].Meant; m != nil {
				asked++
				if m.Version != "" {
					designated++
				}
			}
		}
	}
	if asked == 0 {
		b.Fatal("no article of a code is cited")
	}
	b.ReportMetric(float64(asked), "articles/op")
	b.ReportMetric(float64(designated), "designated/op")
}

// BenchmarkHostile resolves a megabyte of one unit, of which every number has
// borne several rules.
func BenchmarkHostile(b *testing.B) {
	k := newKit(b)
	for _, unit := range hostile {
		b.Run(strings.Fields(unit)[0]+strings.Fields(unit)[1], func(b *testing.B) {
			t := fold.New(strings.Repeat(unit, 1_000_000/len(unit)))
			in := Input{Text: t, Date: "2018-03-14", Citations: k.finder.Find(t, cite.Context{})}
			b.SetBytes(int64(len(t.Original)))
			for b.Loop() {
				k.resolver.Resolve(in)
			}
		})
	}
}

// hostile are units that ask much of the resolver.
var hostile = []string{"article 1382 du code civil ", "faute, présomption, article 1382 du code civil\n\n", "articles 1382, 1353, 1315, 1147, 1134 du code civil ",
	"l'article 1382, dans sa rédaction antérieure à l'ordonnance n° 2016-131 du 10 février 2016, du code civil ",
	"dans sa rédaction alors applicable, l'article 1382 du code civil ", "l'ancien article 1147 du code civil et l'article 1353 du code civil "}

// decisions are the texts of the real decisions beside the repository, or else of
// our examples, and their size in bytes.
func decisions(b *testing.B) (docs []dated, size int) {
	b.Helper()
	const real = "../../../shared/corpus"
	dir := real
	if _, err := os.Stat(real); err != nil {
		b.Logf("no real decisions: our examples are read")
		dir = b.TempDir()
		if err := os.CopyFS(dir, examples.FS); err != nil {
			b.Fatal(err)
		}
	}
	for rec := range sources.Walk(context.Background(), []string{filepath.Clean(dir)}, sources.Options{}) {
		if rec.Doc != nil {
			docs, size = append(docs, dated{rec.Doc.Text, rec.Doc.Official.Date}), size+len(rec.Doc.Text)
		}
	}
	if size == 0 {
		b.Fatal("no text")
	}
	return docs, size
}
