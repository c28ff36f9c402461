package quadstore

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
)

// directDecisions decisions of benchQuads quads are the graph of the benchmarks of
// the direct methods and of the paths that ask the same: 4 million quads.
const directDecisions = 100_000

// directQuads makes a decision of which all cite one article, a tenth another, a
// hundredth a third, and the rest unevenly.
func directQuads(i, version int) []quad.Quad {
	r := newRand(uint64(i) | uint64(version)<<32)
	d := iri("attendu:decision/%08d", i)
	q := func(p string, o any) quad.Quad { return quad.Make(d, quad.IRI(p), o, d) }
	out := []quad.Quad{
		q("rdf:type", iri("lex:Decision")), q("lex:court", iri("lex:court/%d", i%300)),
		q("lex:date", quad.Time(time.Unix(int64(r.IntN(9000))*86400, 0).UTC())),
		q("lex:number", fmt.Sprintf("%02d-%05d", i%24, i)), q("lex:cites", iri("hub/1")),
	}
	if r.IntN(10) == 0 {
		out = append(out, q("lex:cites", iri("hub/10")))
	}
	if r.IntN(100) == 0 {
		out = append(out, q("lex:cites", iri("hub/100")))
	}
	for len(out) < 20 {
		a := r.IntN(benchArticles) * r.IntN(benchArticles) / benchArticles
		out = append(out, q("lex:cites", iri("code-civil/%d", a)))
	}
	for k := 0; len(out) < benchQuads; k++ {
		p := iri("attendu:party/%08d/%d", i, k)
		out = append(out, quad.Make(d, iri("lex:party"), p, d), quad.Make(p, iri("lex:side"), fmt.Sprint("s", k%5), d))
	}
	return out[:benchQuads]
}

var direct struct {
	once sync.Once
	s    *Store
}

// directStore loads the graph once; ATTENDU_BENCH_STORE names a folder that keeps it
// for the next run.
func directStore(b *testing.B) *Store {
	b.Helper()
	direct.once.Do(func() {
		dir, opt := os.Getenv("ATTENDU_BENCH_STORE"), graph.Options{"nosync": true, "cache_mb": 256, "counted": []quad.IRI{"lex:cites", "lex:court"}}
		if dir == "" {
			tmp, err := os.MkdirTemp("", "direct")
			if err != nil {
				b.Fatal(err)
			}
			dir = filepath.Join(tmp, "store")
		}
		err := Init(dir, opt)
		if err != nil && err != graph.ErrDatabaseExists {
			b.Fatal(err)
		}
		if direct.s, err = Open(dir, opt); err != nil {
			b.Fatal(err)
		}
		if direct.s.counters().quads > 0 {
			return
		}
		const perCommit = 250
		began := processorTime()
		for at := 0; at < directDecisions; at += perCommit {
			update(b, direct.s, func(tx *Tx) error {
				for i := at; i < at+perCommit; i++ {
					if _, _, err := tx.ReplaceLabel(iri("attendu:decision/%08d", i), directQuads(i, 0)); err != nil {
						return err
					}
				}
				return nil
			})
		}
		b.Logf("%d quads loaded in %v of processor time", direct.s.counters().quads, processorTime()-began)
	})
	return direct.s
}

// processorTime of this process, which others at work do not lengthen.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// timed runs a benchmark that also reports the processor time of a run.
func timed(b *testing.B, name string, want int, run func() (int, error)) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		if n, err := run(); err != nil || want > 0 && n != want {
			b.Fatal(n, err)
		}
		began := processorTime()
		for b.Loop() {
			if _, err := run(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64((processorTime()-began).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
	})
}

func idOf(b testing.TB, s *Store, v quad.Value) ID {
	b.Helper()
	id, ok, err := s.ID(v)
	if err != nil || !ok {
		b.Fatal(v, ok, err)
	}
	return id
}

// BenchmarkDirect asks the hot questions by ids.
func BenchmarkDirect(b *testing.B) {
	s := directStore(b)
	ctx := context.Background()
	cites, date, court := idOf(b, s, iri("lex:cites")), idOf(b, s, iri("lex:date")), idOf(b, s, iri("lex:court"))
	link := func(n int) Link { return Link{cites, idOf(b, s, iri("hub/%d", n))} }
	all, tenth, hundredth := link(1), link(10), link(100)
	sel := func(x Selection) Set {
		out, err := s.Select(ctx, x)
		if err != nil {
			b.Fatal(err)
		}
		return out
	}
	run := func(name string, want int, x Selection) {
		timed(b, name, want, func() (int, error) { l, err := s.Select(ctx, x); return len(l), err })
	}
	run("citers/100000", directDecisions, Selection{Has: [][]Link{{all}}})
	run("citers/10000", 0, Selection{Has: [][]Link{{tenth}}})
	run("citers/1000", 0, Selection{Has: [][]Link{{hundredth}}})
	run("both/10000+100000", 0, Selection{Has: [][]Link{{all}, {tenth}}})
	run("both/1000+10000", 0, Selection{Has: [][]Link{{hundredth}, {tenth}}})
	run("both/1000+100000", 0, Selection{Has: [][]Link{{hundredth}, {all}}})
	year := Range{date, quad.Time(time.Unix(5000*86400, 0)), quad.Time(time.Unix(5260*86400, 0))}
	run("range/100000", 0, Selection{Has: [][]Link{{all}}, Within: []Range{year}})
	run("range/1000", 0, Selection{Has: [][]Link{{hundredth}}, Within: []Range{year}})
	var courts []Link
	for i := range 30 {
		courts = append(courts, Link{court, idOf(b, s, iri("lex:court/%d", i))})
	}
	run("courts/100000", 0, Selection{Has: [][]Link{{all}, courts}})
	run("courts/1000", 0, Selection{Has: [][]Link{{hundredth}, courts}})
	everybody, some := sel(Selection{Has: [][]Link{{all}}}), sel(Selection{Has: [][]Link{{tenth}}})
	run("page/start", 20, Selection{Has: [][]Link{{all}}, Limit: 20})
	run("page/deep", 20, Selection{Has: [][]Link{{all}}, Limit: 20, After: everybody[90_000]})
	timed(b, "degree", 0, func() (int, error) { n, err := s.Degree(ctx, all); return int(n), err })
	timed(b, "cocited/10000", 0, func() (int, error) { l, err := s.Hop(ctx, some, cites, quad.Object); return len(l), err })
	timed(b, "cocited/10000/weights", 0, func() (int, error) {
		l, err := s.HopWeights(ctx, some, cites, quad.Object, 100)
		return len(l), err
	})
	timed(b, "values/100000", directDecisions, func() (int, error) { l, err := s.Values(ctx, everybody); return len(l), err })
	timed(b, "bitmap/100000", directDecisions, func() (int, error) { return int(everybody.Bitmap().GetCardinality()), nil })
}

// BenchmarkPaths asks the same of Cayley's paths.
func BenchmarkPaths(b *testing.B) {
	s := directStore(b)
	cites := iri("lex:cites")
	each := func(name string, want int, p *path.Path) {
		timed(b, name, want, func() (n int, err error) {
			err = p.Iterate(bg).Each(func(graph.Ref) { n++ })
			return n, err
		})
	}
	each("citers/100000", directDecisions, path.StartPath(s, iri("hub/1")).In(cites))
	each("citers/10000", 0, path.StartPath(s, iri("hub/10")).In(cites))
	each("twohops/10000", 0, path.StartPath(s, iri("hub/10")).In(cites).Out(cites).Unique())
	each("both/10000+100000", 0, path.StartPath(s, iri("hub/10")).In(cites).And(path.StartPath(s, iri("hub/1")).In(cites)))
	timed(b, "count/100000", directDecisions, func() (int, error) {
		v, err := path.StartPath(s, iri("hub/1")).In(cites).Count().Iterate(bg).FirstValue(s)
		n, _ := v.(quad.Int)
		return int(n), err
	})
}

// BenchmarkDirectReplace replaces a decision of 40 quads by another of which the
// citations, counted and packed, are others.
func BenchmarkDirectReplace(b *testing.B) {
	s := directStore(b)
	i, version := 0, int(time.Now().Unix()%1e6) // another in each run of a kept store
	timed(b, "citations", 0, func() (int, error) {
		if i = (i + 7919) % directDecisions; i == 0 {
			version++
		}
		err := s.Update(bg, func(tx *Tx) error {
			_, _, err := tx.ReplaceLabel(iri("attendu:decision/%08d", i), directQuads(i, version))
			return err
		})
		return 0, err
	})
	timed(b, "same", 0, func() (int, error) {
		i = (i + 7919) % directDecisions
		err := s.Update(bg, func(tx *Tx) error {
			_, _, err := tx.ReplaceLabel(iri("attendu:decision/%08d", i), directQuads(i, version))
			return err
		})
		return 0, err
	})
}

// BenchmarkGizmo runs a session on 10,000 citers.
func BenchmarkGizmo(b *testing.B) {
	s := directStore(b)
	timed(b, "in/10000", 0, func() (n int, err error) {
		ses := gizmo.NewSession(s)
		it, err := ses.Execute(bg, `g.V("<hub/10>").In("<lex:cites>").All()`, query.Options{Collation: query.Raw, Limit: -1})
		if err != nil {
			return 0, err
		}
		defer it.Close()
		for it.Next(bg) {
			_ = it.Result()
			n++
		}
		return n, it.Err()
	})
}
