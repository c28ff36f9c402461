package quadstore

import (
	"context"
	"errors"
	"iter"
	"sort"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// Match against a scan of a list, for every choice of bound directions.
func TestMatch(t *testing.T) {
	for seed := range uint64(6) {
		r := newRand(seed)
		s := inMemory(t)
		var quads []quad.Quad
		for range 150 {
			quads = append(quads, randomQuad(r))
		}
		add(t, s, quads...)
		for range 100 {
			like := quads[r.IntN(len(quads))]
			if r.IntN(8) == 0 {
				like = randomQuad(r)
			}
			var p quad.Quad
			for i, d := range quad.Directions {
				if r.IntN(2) == 0 && like.Get(d) != nil {
					p.Set(quad.Directions[i], like.Get(d))
				}
			}
			want := matching(quads, p)
			if diff := cmp.Diff(want, quadsOf(t, s, p)); diff != "" {
				t.Fatalf("seed %d, match %s: %s", seed, nq(p), diff)
			}
			if n, err := s.CountQuads(bg, p); err != nil || n != int64(len(want)) {
				t.Fatalf("seed %d, count %s: %d, want %d, %v", seed, nq(p), n, len(want), err)
			}
		}
		checkDistinct(t, s, quads)
	}
}

func matching(quads []quad.Quad, p quad.Quad) []string {
	set := map[string]bool{}
	for _, q := range quads {
		ok := true
		for _, d := range quad.Directions {
			ok = ok && (p.Get(d) == nil || q.Get(d) != nil && sameValue(p.Get(d), q.Get(d)))
		}
		if ok {
			set[nq(q)] = true
		}
	}
	out := []string{}
	for q := range set {
		out = append(out, q)
	}
	sort.Strings(out)
	return out
}

func checkDistinct(t *testing.T, s *Store, quads []quad.Quad) {
	t.Helper()
	distinct := func(d quad.Direction, p quad.Quad) []string {
		set := map[string]bool{}
		for _, q := range quads {
			if len(matching([]quad.Quad{q}, p)) == 1 {
				set[vs(q.Get(d))] = true
			}
		}
		out := []string{}
		for v := range set {
			out = append(out, v)
		}
		sort.Strings(out)
		return out
	}
	compare := func(what string, want []string, seq iter.Seq2[quad.Value, error]) {
		t.Helper()
		got := all(t, seq, vs)
		sort.Strings(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	for i := range 3 {
		p := iri("p%d", i)
		compare("objects of "+vs(p), distinct(quad.Object, quad.Quad{Predicate: p}), s.DistinctObjects(bg, p))
		for _, q := range quads[:20] {
			compare("subjects", distinct(quad.Subject, quad.Quad{Predicate: p, Object: q.Object}), s.Subjects(bg, p, q.Object))
			compare("objects", distinct(quad.Object, quad.Quad{Subject: q.Subject, Predicate: p}), s.Objects(bg, q.Subject, p))
			compare("objects, followed", distinct(quad.Object, quad.Quad{Subject: q.Subject, Predicate: p}), followed(t, s, q.Subject, p))
		}
	}
}

// followed gives the objects of a subject as a follower gives them the second time.
func followed(t *testing.T, s *Store, subject, predicate quad.Value) iter.Seq2[quad.Value, error] {
	t.Helper()
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	f, err := v.Follower(predicate)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if vals, err := f.Objects(bg, iri("not there")); len(vals) != 0 || err != nil {
		t.Errorf("what is not there leads to %v, %v", vals, err)
	}
	vals, err := f.Objects(bg, subject)
	if _, again := f.Objects(bg, predicate); again != nil {
		t.Error(again)
	}
	return func(yield func(quad.Value, error) bool) {
		for _, o := range vals {
			if !yield(o, err) {
				return
			}
		}
	}
}

// Many labels and many quads per object: the skips must seek.
func TestDistinctSkips(t *testing.T) {
	s := inMemory(t)
	var quads []quad.Quad
	for i := range 3000 {
		quads = append(quads, quad.Make(iri("s%d", i/20), iri("p"), quad.Int(i/1000), iri("g%d", i)))
	}
	add(t, s, quads...)
	if got := all(t, s.DistinctObjects(bg, iri("p")), vs); len(got) != 3 {
		t.Errorf("objects: %v", got)
	}
	if got := all(t, s.Subjects(bg, iri("p"), quad.Int(1)), vs); len(got) != 50 {
		t.Errorf("%d subjects", len(got))
	}
	for v, err := range s.Subjects(bg, iri("p"), quad.Int(1)) {
		if v == nil || err != nil {
			t.Error(v, err)
		}
		break // must close what is open: inMemory's Close tells
	}
}

func big(t testing.TB, n int) *Store {
	t.Helper()
	s := inMemory(t)
	var quads []quad.Quad
	for i := range n {
		quads = append(quads,
			quad.Make(iri("s%d", i), iri("p"), iri("hub"), iri("g%d", i%7)),
			quad.Make(iri("s%d", i), iri("q"), iri("other"), iri("g%d", i%7)),
			quad.Make(iri("s%d", i), iri("date"), quad.Time(time.Unix(int64(i)*86400, 0).UTC()), iri("g%d", i%7)))
	}
	add(t, s, quads...)
	return s
}

// cancelled is over after some calls of Err, in the middle of a loop, or of several at once.
type cancelled struct {
	context.Context
	left atomic.Int64
}

func cancelledAfter(looks int) *cancelled {
	c := &cancelled{Context: bg}
	c.left.Store(int64(looks))
	return c
}

func (c *cancelled) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestCancel(t *testing.T) {
	s := big(t, 5000)
	hub := path.StartPath(s, iri("hub"))
	hubLink, otherLink := Link{idOf(t, s, iri("p")), idOf(t, s, iri("hub"))}, Link{idOf(t, s, iri("q")), idOf(t, s, iri("other"))}
	date := idOf(t, s, iri("date"))
	everybody, err := s.Select(bg, Selection{Has: [][]Link{{hubLink}}})
	if err != nil {
		t.Fatal(err)
	}
	after := shape.Comparison{Op: iterator.CompareGTE, Val: quad.Time(time.Unix(86400, 0))}
	for name, run := range map[string]func(ctx context.Context) error{
		"match":  func(ctx context.Context) error { return drain(s.Match(ctx, quad.Quad{})) },
		"no hit": func(ctx context.Context) error { return drain(s.Match(ctx, quad.Quad{Subject: iri("hub")})) },
		"count": func(ctx context.Context) error {
			_, err := s.CountQuads(ctx, quad.Quad{Object: iri("hub")})
			return err
		},
		"subject": func(ctx context.Context) error { return drain(s.Subjects(ctx, iri("p"), iri("hub"))) },
		"object":  func(ctx context.Context) error { return drain(s.DistinctObjects(ctx, iri("date"))) },
		"check":   s.Check,
		"replace": func(ctx context.Context) error {
			return s.Update(ctx, func(tx *Tx) error { _, _, err := tx.ReplaceLabel(iri("g1"), nil); return err })
		},
		"update":     func(ctx context.Context) error { return s.Update(ctx, func(*Tx) error { return nil }) },
		"path":       func(ctx context.Context) error { return iterate(ctx, hub.Clone().In(iri("p"))) },
		"path count": func(ctx context.Context) error { return iterate(ctx, hub.Clone().In(iri("p")).Count()) },
		"skip":       func(ctx context.Context) error { return iterate(ctx, hub.Clone().In(iri("p")).Skip(4000)) },
		"unique":     func(ctx context.Context) error { return iterate(ctx, hub.Clone().In(iri("p")).Unique()) },
		"order":      func(ctx context.Context) error { return iterate(ctx, hub.Clone().In(iri("p")).Order()) },
		"range": func(ctx context.Context) error {
			return iterate(ctx, hub.Clone().In(iri("p")).HasFilter(iri("date"), false, after))
		},
		"merge": func(ctx context.Context) error {
			return iterate(ctx, hub.Clone().In(iri("p")).And(path.StartPath(s, iri("other")).In(iri("q"))))
		},
		"except": func(ctx context.Context) error {
			return iterate(ctx, path.StartPath(s).Except(path.StartPath(s, iri("hub")).In(iri("p"))))
		},
		"recursive": func(ctx context.Context) error {
			return iterate(ctx, hub.Clone().In(iri("p")).FollowRecursive(iri("q"), 3, nil).Unique())
		},
		"select": func(ctx context.Context) error {
			_, err := s.Select(ctx, Selection{Has: [][]Link{{hubLink}}})
			return err
		},
		"select both": func(ctx context.Context) error {
			_, err := s.Select(ctx, Selection{Has: [][]Link{{hubLink}, {otherLink}}})
			return err
		},
		"select range": func(ctx context.Context) error {
			_, err := s.Select(ctx, Selection{Has: [][]Link{{hubLink}}, Within: []Range{{date, quad.Time(time.Unix(0, 0)), nil}}})
			return err
		},
		"select any": func(ctx context.Context) error {
			_, err := s.Select(ctx, Selection{Has: [][]Link{{hubLink, otherLink}}})
			return err
		},
		"hop in": func(ctx context.Context) error {
			_, err := s.Hop(ctx, Set{hubLink.Object}, hubLink.Predicate, quad.Subject)
			return err
		},
		"hop out": func(ctx context.Context) error { _, err := s.Hop(ctx, everybody, date, quad.Object); return err },
		"weights": func(ctx context.Context) error {
			_, err := s.HopWeights(ctx, everybody, date, quad.Object, 3)
			return err
		},
		"each object": func(ctx context.Context) error {
			return s.EachObject(ctx, everybody, date, func(int, ID) error { return nil })
		},
		"between": func(ctx context.Context) error {
			_, err := s.Between(ctx, iri("s"), iri("t"))
			return err
		},
		"refs":   func(ctx context.Context) error { _, err := s.RefsOf(ctx, []quad.Value{iri("p"), iri("q")}); return err },
		"degree": func(ctx context.Context) error { _, err := s.Degree(ctx, hubLink); return err },
		"ids":    func(ctx context.Context) error { _, err := s.Values(ctx, everybody); return err },
		"values": func(ctx context.Context) error { _, err := s.ValuesOf(ctx, make([]graph.Ref, 3000)); return err },
	} {
		for _, after := range []int{0, 1} {
			if name == "replace" && after == 1 || name == "update" && after == 1 || name == "no hit" && after == 1 {
				continue // too short for a second look
			}
			if err := run(cancelledAfter(after)); !errors.Is(err, context.Canceled) {
				t.Errorf("%s, cancelled after %d looks: %v", name, after, err)
			}
		}
		if name == "replace" {
			continue
		}
		if err := run(bg); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func drain[T any](seq iter.Seq2[T, error]) error {
	for _, err := range seq {
		if err != nil {
			return err
		}
	}
	return nil
}

// iterate runs a path without Cayley's own looks at the context.
func iterate(ctx context.Context, p *path.Path) error {
	it, _ := graph.AsShape(p.BuildIterator()).Optimize(bg)
	scan := it.Iterate()
	defer scan.Close()
	for scan.Next(ctx) {
	}
	return scan.Err()
}

// Cayley ends a cancelled iteration without an error of its own.
func TestCancelledIterationIsAnError(t *testing.T) {
	s := big(t, 3000)
	ctx, cancel := context.WithCancel(bg)
	n := 0
	err := path.StartPath(s, iri("hub")).In(iri("p")).Iterate(ctx).Each(func(graph.Ref) {
		if n++; n == 10 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%d results, error %v", n, err)
	}
	n = 0
	err = path.StartPath(s, iri("hub")).In(iri("p")).Iterate(bg).Limit(10).Each(func(graph.Ref) { n++ })
	if n != 10 || err != nil {
		t.Errorf("limit: %d results, error %v", n, err)
	}
}
