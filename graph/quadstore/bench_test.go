package quadstore

import (
	"fmt"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

const (
	benchQuads    = 40     // of a decision
	benchArticles = 20_000 // cited unevenly
	benchHub      = "code-de-procedure-civile/700"
)

// benchDecision makes the quads of a decision: its graph is its node.
func benchDecision(i, version int) []quad.Quad {
	r := newRand(uint64(i)<<8 | uint64(version))
	d := iri("attendu:decision/%08d", i)
	q := func(p string, o any) quad.Quad { return quad.Make(d, quad.IRI(p), o, d) }
	out := []quad.Quad{
		q("rdf:type", iri("lex:Decision")), q("lex:court", iri("lex:court/%d", i%300)),
		q("lex:date", quad.Time(time.Unix(int64(i%9000)*86400, 0).UTC())),
		q("lex:number", fmt.Sprintf("%02d-%05d", i%24, i)), q("lex:cites", iri(benchHub)),
		q("lex:outcome", fmt.Sprint("v", version)),
	}
	for len(out) < benchQuads {
		a := r.IntN(benchArticles) * r.IntN(benchArticles) / benchArticles
		c := iri("attendu:citation/%08d/%d", i, len(out))
		out = append(out, q("lex:cites", iri("code-civil/%d", a)),
			quad.Make(c, iri("lex:of"), d, d), quad.Make(c, iri("lex:zone"), quad.Int(a%9), d))
	}
	return out[:benchQuads]
}

func loadDecisions(b testing.TB, s *Store, from, to int) {
	b.Helper()
	const perCommit = 250
	for at := from; at < to; at += perCommit {
		update(b, s, func(tx *Tx) error {
			for i := at; i < min(to, at+perCommit); i++ {
				if _, _, err := tx.ReplaceLabel(iri("attendu:decision/%08d", i), benchDecision(i, 0)); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

func benchStore(b *testing.B, decisions int) *Store {
	b.Helper()
	dir := b.TempDir()
	opt := graph.Options{"nosync": true, "cache_mb": 256}
	if err := Init(dir, opt); err != nil {
		b.Fatal(err)
	}
	s, err := Open(dir, opt)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	loadDecisions(b, s, 0, decisions)
	return s
}

// BenchmarkLoad adds new decisions, 250 (10,000 quads) to a commit.
func BenchmarkLoad(b *testing.B) {
	s := benchStore(b, 0)
	n := 0
	for b.Loop() {
		loadDecisions(b, s, n, n+250)
		n += 250
	}
	b.ReportMetric(float64(n*benchQuads)/b.Elapsed().Seconds(), "quads/s")
}

// BenchmarkCiters lists 25,000 decisions that cite one article.
func BenchmarkCiters(b *testing.B) {
	const n = 25_000
	s := benchStore(b, n)
	cites, hub := iri("lex:cites"), iri(benchHub)
	b.Run("path", func(b *testing.B) {
		for b.Loop() {
			got := 0
			err := path.StartPath(s, hub).In(cites).Iterate(bg).Each(func(graph.Ref) { got++ })
			if err != nil || got != n {
				b.Fatal(got, err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/result")
	})
	b.Run("values", func(b *testing.B) {
		for b.Loop() {
			got := 0
			for _, err := range s.Subjects(bg, cites, hub) {
				if err != nil {
					b.Fatal(err)
				}
				got++
			}
			if got != n {
				b.Fatal(got)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/result")
	})
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			if got, err := s.CountQuads(bg, quad.Quad{Predicate: cites, Object: hub}); err != nil || got != n {
				b.Fatal(got, err)
			}
		}
	})
	b.Run("decision", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i = (i + 7919) % n
			got := 0
			for _, err := range s.Match(bg, quad.Quad{Label: iri("attendu:decision/%08d", i)}) {
				if err != nil {
					b.Fatal(err)
				}
				got++
			}
			if got < benchQuads-5 { // the generator repeats a citation now and then
				b.Fatal(got)
			}
		}
	})
	b.Run("cocited", func(b *testing.B) {
		for b.Loop() {
			_, err := path.StartPath(s, iri("code-civil/7000")).In(cites).Out(cites).Unique().Iterate(bg).Count()
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("distinct", func(b *testing.B) {
		for b.Loop() {
			if l := all(b, s.DistinctObjects(bg, iri("lex:court")), vs); len(l) != 300 {
				b.Fatal(len(l))
			}
		}
	})
}

// BenchmarkReplaceLabel replaces one decision of 25,000: by itself, by another
// outcome, and by a wholly different one.
func BenchmarkReplaceLabel(b *testing.B) {
	const n = 25_000
	s := benchStore(b, n)
	run := func(name string, want func(i, round int) []quad.Quad) {
		b.Run(name, func(b *testing.B) {
			i, round := 0, 0
			for b.Loop() {
				if i = (i + 7919) % n; i == 0 {
					round++
				}
				round++
				update(b, s, func(tx *Tx) error {
					_, _, err := tx.ReplaceLabel(iri("attendu:decision/%08d", i), want(i, round))
					return err
				})
			}
		})
	}
	run("same", func(i, _ int) []quad.Quad { return benchDecision(i, 0) })
	run("one", func(i, round int) []quad.Quad {
		l := benchDecision(i, 0)
		l[5].Object = quad.String(fmt.Sprint("v", round))
		return l
	})
	run("all", func(i, round int) []quad.Quad { return benchDecision(i, round%200+1) })
}
