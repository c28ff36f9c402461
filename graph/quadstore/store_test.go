package quadstore

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/google/go-cmp/cmp"
)

func TestAttachSharesTheDatabase(t *testing.T) {
	db := newDB(t)
	if err := db.Set([]byte("p"), []byte("before"), pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	if err := db.Set([]byte("r"), []byte("behind"), pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	s := attachTo(t, db)
	if _, err := Attach(db, Options{}); !errors.Is(err, ErrAttached) {
		t.Errorf("second writer: %v", err)
	}
	if r, err := Attach(db, Options{ReadOnly: true}); err != nil {
		t.Errorf("second reader: %v", err)
	} else if err := r.Close(); err != nil {
		t.Error(err)
	}
	q := quad.Make(iri("a"), iri("p"), quad.Int(1), iri("g"))
	update(t, s, func(tx *Tx) error {
		if _, err := tx.Add(q); err != nil {
			return err
		}
		return tx.Batch().Set([]byte("d"), []byte("record"), nil)
	})
	// The owner's keys alone.
	update(t, s, func(tx *Tx) error { return tx.Batch().Set([]byte("e"), []byte("e"), nil) })
	check(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = attachTo(t, db)
	if diff := cmp.Diff([]string{nq(q)}, quadsOf(t, s, quad.Quad{})); diff != "" {
		t.Error(diff)
	}
	for _, k := range []string{"p", "r", "d", "e"} {
		if _, c, err := db.Get([]byte(k)); err != nil {
			t.Errorf("owner's key %s: %v", k, err)
		} else {
			c.Close()
		}
	}
}

func TestFormat(t *testing.T) {
	newer := head{version: formatVersion + 1, next: 1}
	for name, c := range map[string]struct {
		key, value []byte
		want       error
	}{
		"newer version": {headKey, newer.bytes(), ErrFormat},
		"longer head":   {headKey, append(emptyHead.bytes(), 0), ErrFormat},
		"empty head":    {headKey, nil, ErrFormat},
		"no head":       {[]byte("qsomething"), nil, ErrFormat},
		"neighbour":     {[]byte("r"), nil, nil},
	} {
		db := newDB(t)
		if err := db.Set(c.key, c.value, pebble.NoSync); err != nil {
			t.Fatal(err)
		}
		s, err := Attach(db, Options{})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			continue
		}
		if _, err := Attach(db, Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s, again: %v", name, err)
		}
	}
	if _, err := Attach(newDB(t), Options{ReadOnly: true}); !errors.Is(err, graph.ErrNotInitialized) {
		t.Errorf("read-only, empty database: %v", err)
	}
}

func TestReopen(t *testing.T) {
	fs := vfs.NewMem()
	var log strings.Builder
	opt := graph.Options{"fs": fs, "nosync": true, "logger": slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
	if err := Init("d", opt); err != nil {
		t.Fatal(err)
	}
	var want []string
	for i, v := range typed {
		s, err := Open("d", opt)
		if err != nil {
			t.Fatal(err)
		}
		q := quad.Quad{Subject: v, Predicate: v, Object: v, Label: v}
		if quad.IsValidValue(v) {
			add(t, s, q)
			want = append(want, nq(q))
		}
		if i%8 == 0 || i == len(typed)-1 {
			check(t, s)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	opt["read_only"] = true
	s, err := Open("d", opt)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got := quadsOf(t, s, quad.Quad{})
	if diff := cmp.Diff(len(want), len(got)); diff != "" {
		t.Error(diff)
	}
	for _, v := range typed {
		q := quad.Quad{Subject: v, Predicate: v, Object: v, Label: v}
		if l := quadsOf(t, s, q); len(l) != 1 || l[0] != nq(q) {
			t.Errorf("%#v: %v", v, l)
		}
	}
	if err := s.Update(bg, func(*Tx) error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("update of a read-only store: %v", err)
	}
	if log.Len() == 0 {
		t.Error("nothing logged")
	}
}

func TestClosed(t *testing.T) {
	s, err := Open("", nil)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, quad.Make(iri("a"), iri("p"), iri("b"), nil))
	leaked := s.QuadsAllIterator()
	if !leaked.Next(bg) {
		t.Fatal("no quad")
	}
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if leaked.Next(bg) || !errors.Is(leaked.Err(), ErrClosed) {
		t.Errorf("iterator of a closed store: %v", leaked.Err())
	}
	if err := leaked.Close(); err != nil {
		t.Error(err)
	}
	if err := s.Update(bg, func(*Tx) error { return nil }); !errors.Is(err, ErrClosed) {
		t.Errorf("update: %v", err)
	}
	if _, err := s.View(); !errors.Is(err, ErrClosed) {
		t.Errorf("view: %v", err)
	}
	for _, err := range s.Match(bg, quad.Quad{}) {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("match: %v", err)
		}
	}
	if err := s.Check(bg); !errors.Is(err, ErrClosed) {
		t.Errorf("check: %v", err)
	}
	// Cayley's interface has no error here: it is kept.
	if s.ValueOf(iri("a")) != nil || !errors.Is(s.Err(), ErrClosed) {
		t.Errorf("lost error: %v", s.Err())
	}
}

func TestView(t *testing.T) {
	s := inMemory(t)
	old := quad.Make(iri("a"), iri("p"), iri("b"), iri("g"))
	add(t, s, old)
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	update(t, s, func(tx *Tx) error {
		_, _, err := tx.ReplaceLabel(iri("g"), []quad.Quad{quad.Make(iri("c"), iri("p"), iri("d"), iri("g"))})
		if err != nil {
			return err
		}
		return tx.Batch().Set([]byte("d"), nil, nil)
	})
	if _, _, err := v.Reader().Get([]byte("d")); !errors.Is(err, pebble.ErrNotFound) {
		t.Errorf("the view reads a later record: %v", err)
	}
	if _, c, err := s.Reader().Get([]byte("d")); err != nil {
		t.Error(err)
	} else {
		c.Close()
	}
	w, err := v.View()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
	// w lives on.
	if diff := cmp.Diff([]string{nq(old)}, quadsOf(t, w, quad.Quad{})); diff != "" {
		t.Error(diff)
	}
	if n, m := stats(t, w); n != 4 || m != 1 {
		t.Errorf("%d nodes, %d quads", n, m)
	}
	if err := w.Update(bg, func(*Tx) error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("update: %v", err)
	}
	if err := w.ApplyDeltas(nil, graph.IgnoreOpts{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("deltas: %v", err)
	}
	if _, err := w.NewQuadWriter(); !errors.Is(err, ErrReadOnly) {
		t.Errorf("writer: %v", err)
	}
	check(t, w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.View(); !errors.Is(err, ErrClosed) {
		t.Errorf("view of a closed view: %v", err)
	}
}

// Readers on views see whole decisions while a writer replaces them.
func TestViewsUnderWrites(t *testing.T) {
	s := inMemory(t)
	put := func(i, generation int) {
		var want []quad.Quad
		for k := range 20 {
			want = append(want, quad.Make(iri("d%d", i), iri("p"), iri("g%d-%d", generation, k), iri("d%d", i)))
		}
		update(t, s, func(tx *Tx) error { _, _, err := tx.ReplaceLabel(iri("d%d", i), want); return err })
	}
	for i := range 10 {
		put(i, 100)
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				if err := oneGeneration(s, iri("d%d", n%10), 20); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	// Without a view a path may see several states, but must not fail.
	wg.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			p := path.StartPath(s, iri("d%d", n%10)).Out(iri("p")).In(iri("p")).Unique()
			if _, err := p.Iterate(bg).AllValues(s); err != nil {
				t.Error(err)
				return
			}
			if err := drain(s.Match(bg, quad.Quad{Predicate: iri("p")})); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for g := 101; g < 250; g++ {
		put(g%10, g)
	}
	close(stop)
	wg.Wait()
}

func oneGeneration(s *Store, d quad.Value, want int) error {
	v, err := s.View()
	if err != nil {
		return err
	}
	defer v.Close()
	byPath, err := path.StartPath(v, d).Out(iri("p")).Iterate(bg).AllValues(v)
	if err != nil {
		return err
	}
	var direct []quad.Value
	// Not on the view: a sequence is of one moment by itself.
	for o, err := range s.Objects(bg, d, iri("p")) {
		if err != nil {
			return err
		}
		direct = append(direct, o)
	}
	for _, l := range [][]quad.Value{byPath, direct} {
		if len(l) != want {
			return fmt.Errorf("%d values", len(l))
		}
		for _, x := range l {
			if string(x.(quad.IRI))[:4] != string(l[0].(quad.IRI))[:4] {
				return fmt.Errorf("mixed: %v", l)
			}
		}
	}
	return v.Err()
}

func TestRefsAndValues(t *testing.T) {
	s := inMemory(t)
	add(t, s, quad.Make(iri("a"), iri("p"), quad.Int(7), nil))
	vals := []quad.Value{iri("a"), quad.Int(7), iri("p")}
	refs, err := s.RefsOf(bg, vals)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.ValuesOf(bg, append(refs, graph.PreFetched(quad.Int(8)), nodeRef(99)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(append(vals, quad.Int(8), nil), got); diff != "" {
		t.Error(diff)
	}
	if _, err := s.RefsOf(bg, []quad.Value{iri("nobody")}); !errors.Is(err, graph.ErrNodeNotExists) {
		t.Errorf("unknown value: %v", err)
	}
	if s.ValueOf(nil) != nil || s.ValueOf(quad.Int(6)) != nil || s.ValueOf(strange{}) != nil {
		t.Error("a value that no quad uses has a node")
	}
	if q := s.Quad(nodeRef(1)); q != (quad.Quad{}) {
		t.Errorf("quad of a node: %v", q)
	}
	if sz, err := s.QuadIteratorSize(bg, quad.Object, graph.PreFetched(quad.Int(7))); err != nil || sz != (graph.Size{Size: 1, Exact: true}) {
		t.Errorf("size %v, %v", sz, err)
	}
}

// Counts, postings and quads of a view are of one state while a writer replaces
// named graphs.
func TestDirectUnderWrites(t *testing.T) {
	s := inMemory(t)
	put := func(i, generation int) {
		d := iri("d%d", i)
		want := []quad.Quad{quad.Make(d, iri("counted"), iri("all"), d), quad.Make(d, iri("counted"), iri("g%d", generation), d),
			quad.Make(d, iri("plain"), iri("g%d", generation), d)}
		update(t, s, func(tx *Tx) error {
			for _, label := range []int{i, (i + 7) % 40} { // two graphs at once: one grows, one goes
				l := iri("d%d", label)
				q := want
				if label != i {
					q = nil
				}
				if _, _, err := tx.ReplaceLabel(l, q); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for i := range 40 {
		put(i, 0)
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if err := oneState(s); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for g := 1; g < 300; g++ {
		put(g%40, g)
	}
	close(stop)
	wg.Wait()
}

// oneState compares what a view says by counts, by postings and by quads.
func oneState(s *Store) error {
	v, err := s.View()
	if err != nil {
		return err
	}
	defer v.Close()
	predicate, ok, err := v.ID(iri("counted"))
	if err != nil || !ok {
		return fmt.Errorf("no predicate: %w", err)
	}
	object, ok, err := v.ID(iri("all"))
	if err != nil || !ok {
		return fmt.Errorf("no object: %w", err)
	}
	l := Link{predicate, object}
	set, err := v.Select(bg, Selection{Has: [][]Link{{l}}})
	if err != nil {
		return err
	}
	n, err := v.Degree(bg, l)
	if err != nil {
		return err
	}
	vals, err := v.Values(bg, set)
	if err != nil {
		return err
	}
	var direct []quad.Value
	for x, err := range v.Subjects(bg, iri("counted"), iri("all")) {
		if err != nil {
			return err
		}
		direct = append(direct, x)
	}
	if int(n) != len(set) || !slices.Equal(direct, vals) {
		return fmt.Errorf("count %d, postings %v, quads %v", n, vals, direct)
	}
	return v.Err()
}
