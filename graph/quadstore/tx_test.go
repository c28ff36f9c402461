package quadstore

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	_ "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/google/go-cmp/cmp"
)

var bg = context.Background()

func stats(t testing.TB, s *Store) (nodes, quads int64) {
	t.Helper()
	st, err := s.Stats(bg, true)
	if err != nil || !st.Nodes.Exact || !st.Quads.Exact {
		t.Fatal(st, err)
	}
	return st.Nodes.Size, st.Quads.Size
}

func TestAddRemoveAreIdempotent(t *testing.T) {
	s := inMemory(t)
	q := quad.Make(iri("a"), iri("p"), iri("b"), iri("g"))
	ops := []struct {
		do   func(*Tx, quad.Quad) (bool, error)
		want bool
	}{
		{(*Tx).Remove, false}, {(*Tx).Add, true}, {(*Tx).Add, false}, {(*Tx).Remove, true}, {(*Tx).Remove, false}, {(*Tx).Add, true},
	}
	update(t, s, func(tx *Tx) error {
		for i, op := range ops {
			if got, err := op.do(tx, q); got != op.want || err != nil {
				t.Errorf("in one transaction, step %d: %v, %v", i, got, err)
			}
		}
		_, err := tx.Remove(q)
		return err
	})
	if n, m := stats(t, s); n != 0 || m != 0 {
		t.Errorf("%d nodes, %d quads left", n, m)
	}
	check(t, s)
	for i, op := range ops {
		update(t, s, func(tx *Tx) error {
			if got, err := op.do(tx, q); got != op.want || err != nil {
				t.Errorf("one by one, step %d: %v, %v", i, got, err)
			}
			return nil
		})
		check(t, s)
	}
	if n, m := stats(t, s); n != 4 || m != 1 {
		t.Errorf("%d nodes, %d quads, want 4, 1", n, m)
	}
}

func TestInvalidQuadChangesNothing(t *testing.T) {
	s := inMemory(t)
	a, p := iri("a"), iri("p")
	bad := []quad.Quad{
		{}, {Subject: a, Predicate: p}, {Subject: a, Object: p}, {Predicate: a, Object: p},
		{Subject: a, Predicate: p, Object: strange{}}, {Subject: a, Predicate: p, Object: quad.IRI("")},
		{Subject: a, Predicate: p, Object: a, Label: quad.BNode("")}, {Subject: a, Predicate: p, Object: a, Label: strange{}},
	}
	update(t, s, func(tx *Tx) error {
		for _, q := range bad {
			if _, err := tx.Add(q); !errors.Is(err, quad.ErrInvalid) {
				t.Errorf("add %v: %v", q, err)
			}
			if _, err := tx.Remove(q); !errors.Is(err, quad.ErrInvalid) {
				t.Errorf("remove %v: %v", q, err)
			}
		}
		// The caller may go on.
		_, err := tx.Add(quad.Make(a, p, "good", nil))
		return err
	})
	if n, m := stats(t, s); n != 3 || m != 1 {
		t.Errorf("%d nodes, %d quads, want 3, 1", n, m)
	}
}

func TestFailedUpdateLeavesNothing(t *testing.T) {
	db := newDB(t)
	s := attachTo(t, db)
	add(t, s, quad.Make(iri("base"), iri("p"), iri("o"), nil))
	before := quadsOf(t, s, quad.Quad{})
	boom := errors.New("boom")
	fill := func(tx *Tx) {
		for i := range 5 {
			if _, err := tx.Add(quad.Make(iri("new"), iri("p"), quad.Int(i), iri("g"))); err != nil {
				t.Error(err)
			}
		}
		if _, err := tx.Remove(quad.Make(iri("base"), iri("p"), iri("o"), nil)); err != nil {
			t.Error(err)
		}
		if err := tx.Batch().Set([]byte("a"), []byte("mine"), nil); err != nil {
			t.Error(err)
		}
	}
	ctx, cancel := context.WithCancel(bg)
	var kept *Tx
	for name, try := range map[string]func() error{
		"error": func() error { return s.Update(bg, func(tx *Tx) error { fill(tx); kept = tx; return boom }) },
		"cancelled": func() error {
			return s.Update(ctx, func(tx *Tx) error { fill(tx); cancel(); return nil })
		},
		"panic": func() (err error) {
			defer func() { err, _ = recover().(error) }()
			return s.Update(bg, func(tx *Tx) error { fill(tx); panic(boom) })
		},
		"strict": func() error {
			return s.ApplyDeltas([]graph.Delta{
				{Quad: quad.Make(iri("new"), iri("p"), iri("x"), nil), Action: graph.Add},
				{Quad: quad.Make(iri("base"), iri("p"), iri("absent"), nil), Action: graph.Delete},
			}, graph.IgnoreOpts{})
		},
		"foreign": func() error {
			return s.Update(bg, func(tx *Tx) error { fill(tx); return tx.Batch().Set([]byte("qx"), nil, nil) })
		},
	} {
		if err := try(); err == nil {
			t.Errorf("%s: no error", name)
		}
		if diff := cmp.Diff(before, quadsOf(t, s, quad.Quad{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if s.ValueOf(iri("new")) != nil {
			t.Errorf("%s: a node is left", name)
		}
		if _, _, err := db.Get([]byte("a")); !errors.Is(err, pebble.ErrNotFound) {
			t.Errorf("%s: the owner's key: %v", name, err)
		}
		check(t, s)
	}
	if _, err := kept.Add(quad.Make("a", "b", "c", nil)); !errors.Is(err, ErrClosed) {
		t.Errorf("transaction used after its end: %v", err)
	}
	// The store is still usable, and the ids of the failed ones do no harm.
	add(t, s, quad.Make(iri("new"), iri("p"), iri("z"), nil))
	want := append(before, nq(quad.Make(iri("new"), iri("p"), iri("z"), nil)))
	if diff := cmp.Diff(want, quadsOf(t, s, quad.Quad{})); diff != "" {
		t.Error(diff)
	}
}

// Deleting all quads of a node and adding others in one transaction.
func TestReplaceInOneTransaction(t *testing.T) {
	s := inMemory(t)
	w, err := graph.NewQuadWriter("single", s, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := iri("dec1")
	old := []quad.Quad{quad.Make(d, iri("to"), iri("b"), nil), quad.Make(d, iri("date"), "2019", nil)}
	if err := w.AddQuadSet(old); err != nil {
		t.Fatal(err)
	}
	tx := graph.NewTransaction()
	for _, q := range old {
		tx.RemoveQuad(q)
	}
	q := quad.Make(d, iri("date"), "2020", nil)
	tx.AddQuad(q)
	if err := w.ApplyTransaction(tx); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{nq(q)}, quadsOf(t, s, quad.Quad{})); diff != "" {
		t.Error(diff)
	}
	if n, _ := stats(t, s); n != 3 {
		t.Errorf("%d nodes, want 3", n)
	}
}

func TestWriterIgnoresDuplicates(t *testing.T) {
	s := inMemory(t)
	var quads []quad.Quad
	for i := range 50 {
		quads = append(quads, quad.Make(iri("d%d", i%10), iri("p"), iri("a%d", i), nil))
	}
	w, err := s.NewQuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if n, err := w.WriteQuads(quads); n != 50 || err != nil {
			t.Fatal(n, err)
		}
		for _, q := range quads {
			//lint:ignore SA1019 Cayley's interface still has it.
			if err := w.WriteQuad(q); err != nil {
				t.Fatal(err)
			}
		}
	}
	for range 2 {
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, n := stats(t, s); n != 50 {
		t.Errorf("%d quads, want 50", n)
	}
}

// The index of all four ids must not lose a new quad of known nodes.
func TestNewQuadOfKnownNodes(t *testing.T) {
	s := inMemory(t)
	add(t, s, quad.Make(iri("a"), iri("p"), iri("b"), nil))
	add(t, s, quad.Make(iri("b"), iri("p"), iri("c"), nil))
	add(t, s, quad.Make(iri("a"), iri("p"), iri("c"), nil))
	if _, n := stats(t, s); n != 3 {
		t.Errorf("%d quads, want 3", n)
	}
}

func TestSameTripleInTwoGraphs(t *testing.T) {
	s := inMemory(t)
	q := func(g any) quad.Quad { return quad.Make(iri("a"), iri("p"), iri("b"), g) }
	add(t, s, q(iri("g1")), q(iri("g2")), q(nil))
	update(t, s, func(tx *Tx) error { _, err := tx.Remove(q(iri("g1"))); return err })
	if diff := cmp.Diff([]string{nq(q(nil)), nq(q(iri("g2")))}, quadsOf(t, s, quad.Quad{})); diff != "" {
		t.Error(diff)
	}
	if got := all(t, s.Objects(bg, iri("a"), iri("p")), vs); len(got) != 1 {
		t.Errorf("objects %v", got)
	}
}

func TestReplaceLabel(t *testing.T) {
	s := inMemory(t)
	g := iri("g")
	q := func(o any) quad.Quad { return quad.Make(iri("d"), iri("p"), o, g) }
	other := quad.Make(iri("d"), iri("p"), "1", iri("h"))
	add(t, s, other)
	replace := func(want ...quad.Quad) string {
		var n string
		update(t, s, func(tx *Tx) error {
			a, r, err := tx.ReplaceLabel(g, want)
			n = fmt.Sprint("+", a, "-", r)
			return err
		})
		check(t, s)
		return n
	}
	for _, step := range []struct {
		want []quad.Quad
		n    string
	}{
		{nil, "+0-0"},
		{[]quad.Quad{q("1"), q("2"), q("2")}, "+2-0"},
		{[]quad.Quad{q("2"), q("1"), q("1")}, "+0-0"},
		{[]quad.Quad{q("2"), q("3"), q("3")}, "+1-1"},
		{[]quad.Quad{q(5)}, "+1-2"},
		{[]quad.Quad{q(quad.Int(5).TypedString())}, "+0-0"},
		{nil, "+0-1"},
	} {
		if got := replace(step.want...); got != step.n {
			t.Errorf("%v: %s, want %s", step.want, got, step.n)
		}
		want := map[string]bool{nq(other): true}
		for _, q := range step.want {
			q.Object = canonical(q.Object)
			want[nq(q)] = true
		}
		got := quadsOf(t, s, quad.Quad{})
		if len(got) != len(want) {
			t.Errorf("%v: stored %v", step.want, got)
		}
		for _, x := range got {
			if !want[x] {
				t.Errorf("%v: stored %s", step.want, x)
			}
		}
	}
}

// ReplaceLabel sees what its own transaction did before.
func TestReplaceLabelAfterOtherChanges(t *testing.T) {
	s := inMemory(t)
	g := iri("g")
	q := func(o string) quad.Quad { return quad.Make(iri("d"), iri("p"), o, g) }
	add(t, s, q("stored"), q("removed"), q("kept"))
	update(t, s, func(tx *Tx) error {
		for _, o := range []string{"added", "added and kept"} {
			if _, err := tx.Add(q(o)); err != nil {
				return err
			}
		}
		if _, err := tx.Remove(q("removed")); err != nil {
			return err
		}
		a, r, err := tx.ReplaceLabel(g, []quad.Quad{q("kept"), q("added and kept"), q("removed")})
		if a != 1 || r != 2 {
			t.Errorf("+%d-%d, want +1-2", a, r)
		}
		return err
	})
	want := []string{nq(q("added and kept")), nq(q("kept")), nq(q("removed"))}
	if diff := cmp.Diff(want, quadsOf(t, s, quad.Quad{})); diff != "" {
		t.Error(diff)
	}
}

func TestReplaceLabelRefuses(t *testing.T) {
	s := inMemory(t)
	add(t, s, quad.Make(iri("a"), iri("p"), "1", iri("g")))
	update(t, s, func(tx *Tx) error {
		for _, c := range []struct {
			label quad.Value
			want  quad.Quad
		}{
			{nil, quad.Make("a", "b", "c", nil)},
			{iri("g"), quad.Make("a", "b", "c", nil)},
			{iri("g"), quad.Make("a", "b", "c", iri("h"))},
			{iri("g"), quad.Make("a", "b", nil, iri("g"))},
			{strange{}, quad.Make("a", "b", "c", iri("g"))},
		} {
			if _, _, err := tx.ReplaceLabel(c.label, []quad.Quad{c.want}); !errors.Is(err, quad.ErrInvalid) {
				t.Errorf("%v, %v: %v", c.label, c.want, err)
			}
		}
		return nil
	})
	if _, n := stats(t, s); n != 1 {
		t.Errorf("%d quads, want 1", n)
	}
}

func TestOwnerOfTheBatch(t *testing.T) {
	s := attachTo(t, newDB(t))
	for name, c := range map[string]struct {
		do   func(b *pebble.Batch) error
		fine bool
	}{
		"other key":       {func(b *pebble.Batch) error { return b.Set([]byte("d1"), []byte("x"), nil) }, true},
		"log data":        {func(b *pebble.Batch) error { return b.LogData([]byte("q"), nil) }, true},
		"range before":    {func(b *pebble.Batch) error { return b.DeleteRange([]byte("a"), []byte("q"), nil) }, true},
		"range behind":    {func(b *pebble.Batch) error { return b.DeleteRange([]byte("r"), []byte("z"), nil) }, true},
		"our key":         {func(b *pebble.Batch) error { return b.Set([]byte("q"), nil, nil) }, false},
		"our key gone":    {func(b *pebble.Batch) error { return b.Delete([]byte("qh"), nil) }, false},
		"range across":    {func(b *pebble.Batch) error { return b.DeleteRange([]byte("a"), []byte("z"), nil) }, false},
		"range into":      {func(b *pebble.Batch) error { return b.DeleteRange([]byte("a"), []byte("q\x00"), nil) }, false},
		"range of keys":   {func(b *pebble.Batch) error { return b.RangeKeyDelete([]byte("a"), []byte("z"), nil) }, false},
		"range from ours": {func(b *pebble.Batch) error { return b.DeleteRange([]byte("qz"), []byte("z"), nil) }, false},
	} {
		err := s.Update(bg, func(tx *Tx) error { return c.do(tx.Batch()) })
		if (err == nil) != c.fine || err != nil && !errors.Is(err, ErrKeySpace) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// newDB opens a database of a neighbour's.
func newDB(t testing.TB) *pebble.DB {
	t.Helper()
	db, err := pebble.Open("db", &pebble.Options{FS: vfs.NewMem(), Logger: logger{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error("close: ", err)
		}
	})
	return db
}

func attachTo(t testing.TB, db *pebble.DB) *Store {
	t.Helper()
	s, err := Attach(db, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if !s.closed.Load() {
			check(t, s)
		}
		if err := s.Close(); err != nil {
			t.Error("close: ", err)
		}
	})
	return s
}
