package quadstore

import (
	"errors"
	"testing"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

func countOf(t testing.TB, s *Store, predicate, object quad.Value) (n int64, counted bool) {
	t.Helper()
	p, ok, err := s.patternOf(quad.Quad{Predicate: predicate, Object: object})
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		return 0, false
	}
	n, counted, err = s.counter(p)
	if err != nil {
		t.Fatal(err)
	}
	return n, counted
}

// The counts follow additions, removals and replacements, also of a predicate that
// goes and comes back.
func TestCounted(t *testing.T) {
	s := inMemory(t)
	in := func(i int) quad.Quad { return quad.Make(iri("d%d", i), iri("counted"), iri("o"), iri("d%d", i)) }
	want := func(n int64) {
		t.Helper()
		check(t, s)
		got, counted := countOf(t, s, iri("counted"), iri("o"))
		paths, err := path.StartPath(s, iri("o")).In(iri("counted")).Iterate(bg).Count()
		if got != n || counted != (n > 0) || paths != n || err != nil {
			t.Errorf("count %d (%v), %d paths (%v), want %d", got, counted, paths, err, n)
		}
	}
	add(t, s, in(1), in(2))
	want(2)
	add(t, s, in(2), in(3), quad.Make(iri("d1"), iri("other"), iri("o"), nil))
	want(3)
	if _, counted := countOf(t, s, iri("other"), iri("o")); counted {
		t.Error("a predicate that is not asked for is counted")
	}
	update(t, s, func(tx *Tx) error {
		for i := range 4 {
			if _, _, err := tx.ReplaceLabel(iri("d%d", i), nil); err != nil {
				return err
			}
		}
		return nil
	})
	want(0)
	add(t, s, in(7), in(8), in(9))
	want(3)
	if err := s.Update(bg, func(tx *Tx) error {
		_, err := tx.Add(in(10))
		return errors.Join(err, errors.New("no"))
	}); err == nil {
		t.Fatal("no error")
	}
	want(3)
}

// A store of version 1 is brought up when it is opened, and so is one that counts
// other predicates; a reader takes both as they are.
func TestCountedIsBroughtUp(t *testing.T) {
	db := newDB(t)
	open := func(opt Options) *Store {
		t.Helper()
		s, err := Attach(db, opt)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := open(Options{})
	for i := range 200 {
		add(t, s, quad.Make(iri("d%d", i), iri("p%d", i%2), iri("o%d", i%3), nil))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// As version 1 left it.
	old := s.head
	old.version = 1
	if err := errors.Join(db.Set(headKey, old.bytes(), pebble.NoSync), db.Delete(countedKey, pebble.NoSync)); err != nil {
		t.Fatal(err)
	}
	for i, step := range []struct {
		opt  Options
		want [2]bool // p0, p1 are counted
	}{
		{Options{ReadOnly: true, Counted: []quad.IRI{"p0"}}, [2]bool{}},
		{Options{}, [2]bool{}},
		{Options{Counted: []quad.IRI{"p0", "nobody"}}, [2]bool{true, false}},
		{Options{ReadOnly: true}, [2]bool{true, false}},
		{Options{}, [2]bool{true, false}},
		{Options{Counted: []quad.IRI{"p1", "p0", "p1"}}, [2]bool{true, true}},
		{Options{Counted: []quad.IRI{"p1"}}, [2]bool{false, true}},
		{Options{Counted: []quad.IRI{}}, [2]bool{}},
	} {
		s := open(step.opt)
		for p, want := range step.want {
			n, counted := countOf(t, s, iri("p%d", p), iri("o1"))
			if counted != want || want && n != 33 && n != 34 {
				t.Errorf("step %d: %d (%v) quads of p%d", i, n, counted, p)
			}
			if got, err := s.CountQuads(bg, quad.Quad{Predicate: iri("p%d", p), Object: iri("o1")}); err != nil || got != 33 && got != 34 {
				t.Errorf("step %d: CountQuads %d, %v", i, got, err)
			}
		}
		check(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s = open(Options{})
	defer s.Close()
	if s.head.version != formatVersion {
		t.Errorf("version %d", s.head.version)
	}
}

// A recount that was interrupted is done again.
func TestRecountInterrupted(t *testing.T) {
	db := newDB(t)
	s, err := Attach(db, Options{Counted: []quad.IRI{"p"}})
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, quad.Make(iri("a"), iri("p"), iri("o"), nil), quad.Make(iri("b"), iri("p"), iri("o"), nil))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// What recount leaves when it is killed: an empty list, some counts.
	if err := errors.Join(db.Set(countedKey, nil, pebble.NoSync), db.Set(pairKey(nil, pair{1, 2}), []byte{0, 0, 0, 0, 0, 0, 0, 9}, pebble.NoSync)); err != nil {
		t.Fatal(err)
	}
	if s, err = Attach(db, Options{Counted: []quad.IRI{"p"}}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, s)
	if n, counted := countOf(t, s, iri("p"), iri("o")); n != 2 || !counted {
		t.Errorf("%d (%v)", n, counted)
	}
}

func TestCountedListIsChecked(t *testing.T) {
	for _, b := range [][]byte{{5}, {5, 'a'}, {0xff}} {
		if _, err := parseCounted(b); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%x: %v", b, err)
		}
	}
}
