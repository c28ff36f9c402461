package quadstore

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// tiny makes a bulk load of a few hundred quads use many parts and runs.
var tiny = BulkOptions{MemoryBytes: 1 << 10}

func streamOf(quads []quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

// bulkStore is inMemory with quads that were bulk loaded.
func bulkStore(t testing.TB, quads []quad.Quad, opt BulkOptions) (*Store, BulkStats) {
	t.Helper()
	s := inMemory(t)
	stats, err := s.BulkLoad(bg, streamOf(quads), opt)
	if err != nil {
		t.Fatal(err)
	}
	check(t, s)
	return s, stats
}

// mixed are quads with values of all types, long ones too, and duplicates.
func mixed(seed uint64, n int) (quads []quad.Quad) {
	r := newRand(seed)
	for i := range n {
		q := randomQuad(r)
		switch r.IntN(6) {
		case 0:
			q.Object = typed[r.IntN(len(typed))]
		case 1:
			q.Object = quad.String(strings.Repeat("long ", 60+r.IntN(4)) + fmt.Sprint(r.IntN(300)))
		case 2:
			q.Object = quad.Time(time.Unix(int64(r.IntN(300))*86400, int64(r.IntN(2))).UTC())
		case 3:
			q.Subject, q.Label = iri("d%d", i/20), iri("d%d", i/20)
		case 4:
			q.Object = quad.Int(r.IntN(2000)).TypedString()
		}
		quads = append(quads, q)
		if r.IntN(10) == 0 {
			quads = append(quads, quads[r.IntN(len(quads))])
		}
	}
	return quads
}

// A bulk load gives the store that one Update after the other gives, but for the
// ids; and what comes later works on both alike.
func TestBulkLoadEqualsUpdates(t *testing.T) {
	seeds := uint64(3)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		for _, n := range []int{1, 30, 1500} {
			quads := mixed(seed, n)
			for _, opt := range []BulkOptions{{}, tiny, {MemoryBytes: 200 << 10}} {
				one := inMemory(t)
				add(t, one, quads...)
				two, got := bulkStore(t, quads, opt)
				nodes, size := stats(t, one)
				if want := (BulkStats{uint64(len(quads)), uint64(size), uint64(nodes)}); got != want {
					t.Errorf("seed %d, %d quads: %+v, want %+v", seed, n, got, want)
				}
				sameStores(t, one, two)
				later(t, seed, one)
				later(t, seed, two)
				sameStores(t, one, two)
			}
		}
	}
}

// later changes a store: removes, adds, replaces.
func later(t *testing.T, seed uint64, s *Store) {
	t.Helper()
	r := newRand(seed + 1000)
	stored := quadsInOrder(t, s)
	update(t, s, func(tx *Tx) error {
		for range len(stored) / 3 {
			if _, err := tx.Remove(stored[r.IntN(len(stored))]); err != nil {
				return err
			}
		}
		_, _, err := tx.ReplaceLabel(iri("d1"), []quad.Quad{quad.Make(iri("d1"), iri("p1"), "new", iri("d1"))})
		return err
	})
	check(t, s)
	add(t, s, mixed(seed+2000, 50)...)
	check(t, s)
}

func quadsInOrder(t *testing.T, s *Store) (out []quad.Quad) {
	t.Helper()
	for q, err := range s.Match(bg, quad.Quad{}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b quad.Quad) int { return strings.Compare(nq(a), nq(b)) })
	return out
}

// sameStores compares all quads, all counts and some paths.
func sameStores(t *testing.T, a, b *Store) {
	t.Helper()
	if x, y := quadsOf(t, a, quad.Quad{}), quadsOf(t, b, quad.Quad{}); !slices.Equal(x, y) {
		t.Fatalf("%d and %d quads differ", len(x), len(y))
	}
	for i := range 12 {
		n, p := iri("n%d", i), iri("p%d", i%3)
		for name, of := range map[string]func(s *Store) *path.Path{
			"in":   func(s *Store) *path.Path { return path.StartPath(s, n).In(p).Unique() },
			"out":  func(s *Store) *path.Path { return path.StartPath(s, n).Out().Unique() },
			"hops": func(s *Store) *path.Path { return path.StartPath(s, n).In(p).Out().Unique() },
			"both": func(s *Store) *path.Path {
				return path.StartPath(s, n).In().And(path.StartPath(s, iri("n1")).In()).Unique()
			},
			"label": func(s *Store) *path.Path { return path.StartPath(s, n).LabelContext(iri("g1")).Out(p).Unique() },
		} {
			if x, y := pathValues(t, a, of(a)), pathValues(t, b, of(b)); !slices.Equal(x, y) {
				t.Errorf("%s of %v: %v and %v", name, n, x, y)
			}
		}
		for _, q := range []quad.Quad{{Predicate: p}, {Label: iri("g%d", i%2)}, {Predicate: p, Object: n}, {Subject: n}} {
			x, err1 := a.CountQuads(bg, q)
			y, err2 := b.CountQuads(bg, q)
			if x != y || err1 != nil || err2 != nil {
				t.Errorf("%v: %d and %d quads, %v, %v", q, x, y, err1, err2)
			}
		}
	}
}

func pathValues(t *testing.T, s *Store, p *path.Path) (out []string) {
	t.Helper()
	vals, err := p.Iterate(bg).Paths(false).AllValues(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range vals {
		out = append(out, vs(v))
	}
	slices.Sort(out)
	return out
}

func TestBulkLoadOfNothing(t *testing.T) {
	s, got := bulkStore(t, nil, tiny)
	if got != (BulkStats{}) {
		t.Error(got)
	}
	if _, err := s.BulkLoad(bg, streamOf(mixed(1, 10)), tiny); err != nil {
		t.Error("a second load into the empty store: ", err)
	}
	_, err := s.BulkLoad(bg, streamOf(mixed(1, 10)), tiny)
	if !errors.Is(err, ErrNotEmpty) {
		t.Error("a load into a full store: ", err)
	}
}

// A store that was emptied gives out new ids.
func TestBulkLoadAfterRemoval(t *testing.T) {
	s := inMemory(t)
	q := quad.Make("a", "b", "c", "d")
	add(t, s, q)
	update(t, s, func(tx *Tx) error {
		_, err := tx.Remove(q)
		return err
	})
	quads := mixed(3, 300)
	if _, err := s.BulkLoad(bg, streamOf(quads), tiny); err != nil {
		t.Fatal(err)
	}
	one := inMemory(t)
	add(t, one, quads...)
	sameStores(t, one, s)
}

// files are those under a folder, without Pebble's own.
func bulkFiles(t *testing.T, fs vfs.FS, dir string) []string {
	t.Helper()
	names, err := fs.List(dir)
	if err != nil {
		return nil
	}
	return names
}

var errStream = errors.New("no more quads")

// Whatever ends a load, the store is empty, can be used, and keeps no file.
func TestBulkLoadFails(t *testing.T) {
	quads := mixed(1, 1000)
	toCancel, cancel := context.WithCancel(bg)
	defer cancel()
	for name, c := range map[string]struct {
		ctx   context.Context
		quads iter.Seq2[quad.Quad, error]
		want  error
	}{
		"stream": {bg, func(yield func(quad.Quad, error) bool) {
			for _, q := range quads {
				if !yield(q, nil) {
					return
				}
			}
			yield(quad.Quad{}, errStream)
		}, errStream},
		"invalid": {bg, streamOf(append(slices.Clone(quads), quad.Quad{Subject: iri("a"), Predicate: iri("b")})), quad.ErrInvalid},
		"strange": {bg, streamOf(append(slices.Clone(quads), quad.Quad{Subject: iri("a"), Predicate: iri("b"), Object: strange{}})), quad.ErrInvalid},
		"cancel": {toCancel, func(yield func(quad.Quad, error) bool) {
			streamOf(quads)(yield)
			cancel()
		}, context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			fs := vfs.NewMem()
			s := openOn(t, fs)
			defer s.Close()
			if _, err := s.BulkLoad(c.ctx, c.quads, tiny); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if left := bulkFiles(t, fs, "d/"+bulkFolder); left != nil {
				t.Errorf("files are left: %v", left)
			}
			check(t, s)
			if nodes, n := stats(t, s); nodes != 0 || n != 0 {
				t.Errorf("%d nodes, %d quads", nodes, n)
			}
			add(t, s, quads[0])
			check(t, s)
		})
	}
}

func openOn(t *testing.T, fs vfs.FS) *Store {
	t.Helper()
	opt := graph.Options{"fs": fs, "memtable_mb": 1, "cache_mb": 4}
	if err := Init("d", opt); err != nil && !errors.Is(err, graph.ErrDatabaseExists) {
		t.Fatal(err)
	}
	s, err := Open("d", opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestBulkLoadRefuses(t *testing.T) {
	s := inMemory(t)
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if _, err := v.BulkLoad(bg, streamOf(nil), tiny); !errors.Is(err, ErrReadOnly) {
		t.Error("view: ", err)
	}
	closed := openOn(t, vfs.NewMem())
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := closed.BulkLoad(bg, streamOf(nil), tiny); !errors.Is(err, ErrClosed) {
		t.Error("closed: ", err)
	}
}

// A store in somebody else's database is loaded beside what the owner has.
func TestBulkLoadAttached(t *testing.T) {
	fs := vfs.NewMem()
	p := Options{FS: fs}.Pebble()
	defer p.Cache.Unref()
	db, err := pebble.Open("d", p)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Set([]byte("owner"), []byte("1"), pebble.Sync); err != nil {
		t.Fatal(err)
	}
	s, err := Attach(db, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	quads := mixed(5, 500)
	if _, err := s.BulkLoad(bg, streamOf(quads), tiny); err == nil {
		t.Error("a load without a folder")
	}
	if _, err := s.BulkLoad(bg, streamOf(quads), BulkOptions{MemoryBytes: 1 << 10, Dir: "d/tmp", FS: fs}); err != nil {
		t.Fatal(err)
	}
	check(t, s)
	one := inMemory(t)
	add(t, one, quads...)
	sameStores(t, one, s)
	if _, c, err := db.Get([]byte("owner")); err != nil {
		t.Error(err)
	} else {
		c.Close()
	}
}

// The function makes the store in a folder on disk, and the store opens again.
func TestBulkLoadOnDisk(t *testing.T) {
	dir := t.TempDir()
	quads := mixed(9, 1000)
	if _, err := BulkLoad(bg, dir, streamOf(quads), tiny); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, s)
	one := inMemory(t)
	add(t, one, quads...)
	sameStores(t, one, s)
	if _, err := BulkLoad(bg, t.TempDir(), streamOf([]quad.Quad{{}}), tiny); !errors.Is(err, quad.ErrInvalid) {
		t.Error(err)
	}
}

// Floats that are equal but stored apart, and NaN, keep their ways.
func TestBulkLoadFloats(t *testing.T) {
	var quads []quad.Quad
	for i, f := range []float64{0, math.Copysign(0, -1), math.NaN(), 0, math.NaN(), 1.5} {
		quads = append(quads, quad.Make(iri("s%d", i), iri("p"), quad.Float(f), nil))
	}
	one := inMemory(t)
	add(t, one, quads...)
	two, _ := bulkStore(t, quads, BulkOptions{})
	sameStores(t, one, two)
}

// The counts of pairs come with the load, for the predicates that are counted.
func TestBulkLoadCountsPairs(t *testing.T) {
	dir := t.TempDir()
	quads := mixed(11, 2000)
	opt := BulkOptions{MemoryBytes: 64 << 10, Counted: []quad.IRI{"p0", "p1"}}
	if _, err := BulkLoad(bg, dir, streamOf(quads), opt); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, s)
	for _, p := range []quad.IRI{"p0", "p1", "p2"} {
		predicate, ok, err := s.ID(p)
		if err != nil || !ok {
			t.Fatal(p, ok, err)
		}
		if is, err := s.counts(uint64(predicate)); is != (p != "p2") || err != nil {
			t.Errorf("%s is counted: %v, %v", p, is, err)
		}
		object, ok, err := s.ID(iri("n1"))
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		want := len(quadsOf(t, s, quad.Quad{Predicate: p, Object: iri("n1")}))
		if n, err := s.Degree(bg, Link{predicate, object}); int(n) != want || want == 0 || err != nil {
			t.Errorf("%s: %d quads, want %d, %v", p, n, want, err)
		}
	}
}
