package quadstore

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// directGraph is a random graph in which some links have many subjects, some
// statements stand in several named graphs, and dates are whole and not.
func directGraph(t testing.TB, r *rand.Rand, n int) *Store {
	s := inMemory(t)
	var quads []quad.Quad
	for i := range n {
		d, label := iri("d%d", i), quad.Value(iri("g%d", r.IntN(5)))
		put := func(p string, o quad.Value) {
			quads = append(quads, quad.Quad{Subject: d, Predicate: quad.IRI(p), Object: o, Label: label})
			if r.IntN(4) == 0 {
				quads = append(quads, quad.Quad{Subject: d, Predicate: quad.IRI(p), Object: o})
			}
		}
		put("counted", iri("all"))
		for k := 1; k <= 4; k++ {
			if r.IntN(1<<(2*k)) == 0 {
				put([]string{"counted", "plain"}[r.IntN(2)], iri("o%d", k))
			}
		}
		at := time.Unix(int64(r.IntN(100))*86400, 0)
		if r.IntN(10) == 0 {
			at = at.Add(time.Millisecond)
		}
		put("date", quad.Time(at.UTC()))
		put("name", quad.String(fmt.Sprintf("n%02d", r.IntN(50))))
		put("next", iri("d%d", r.IntN(n)))
		put("next", iri("d%d", r.IntN(n)))
	}
	add(t, s, quads...)
	return s
}

// TestSelect compares selections with what a look at every quad gives.
func TestSelect(t *testing.T) {
	seeds := uint64(4)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		r := newRand(seed)
		n := 200 + r.IntN(2000)
		s := directGraph(t, r, n)
		has := map[Link]map[ID]bool{}
		values := map[ID]map[ID][]quad.Value{} // predicate, subject
		var everybody Set
		for q, err := range s.Match(bg, quad.Quad{}) {
			if err != nil {
				t.Fatal(err)
			}
			x, p := idOf(t, s, q.Subject), idOf(t, s, q.Predicate)
			l := Link{p, idOf(t, s, q.Object)}
			if has[l] == nil {
				has[l] = map[ID]bool{}
			}
			if values[p] == nil {
				values[p] = map[ID][]quad.Value{}
			}
			has[l][x] = true
			values[p][x] = append(values[p][x], q.Object)
			everybody = append(everybody, x)
		}
		everybody = NewSet(everybody...)
		for range 150 {
			sel := randomSelection(t, s, r, everybody)
			want := Set{}
			for _, x := range everybody {
				if passes(sel, x, has, values) && (sel.Limit == 0 || len(want) < sel.Limit) {
					want = append(want, x)
				}
			}
			if got, err := s.Select(bg, sel); err != nil || !slices.Equal(got, want) {
				t.Fatalf("seed %d: %+v: %d nodes, want %d (%v)\n%s", seed, sel, len(got), len(want), err, cmp.Diff(want, got))
			}
		}
	}
}

func randomSelection(t testing.TB, s *Store, r *rand.Rand, everybody Set) (sel Selection) {
	p := func(name string) ID { return idOf(t, s, quad.IRI(name)) }
	link := func() Link {
		predicate := p([]string{"counted", "plain"}[r.IntN(2)])
		if o, ok, _ := s.ID(iri("o%d", 1+r.IntN(4))); ok && r.IntN(3) > 0 {
			return Link{predicate, o}
		}
		return Link{p("counted"), p("all")}
	}
	for range r.IntN(3) {
		var l []Link
		for range 1 + r.IntN(3)*r.IntN(3) {
			l = append(l, link())
		}
		sel.Has = append(sel.Has, l)
	}
	switch r.IntN(3) {
	case 0:
		from := time.Unix(int64(r.IntN(100))*86400, 0)
		sel.Within = append(sel.Within, Range{p("date"), quad.Time(from), quad.Time(from.AddDate(0, 0, r.IntN(40)))})
	case 1:
		from := r.IntN(50)
		sel.Within = append(sel.Within, Range{Predicate: p("name"), From: quad.String(fmt.Sprintf("n%02d", from))})
		if r.IntN(2) == 0 {
			sel.Within[0].To = quad.String(fmt.Sprintf("n%02d", from+r.IntN(3)))
		}
	}
	if r.IntN(4) == 0 || len(sel.Has)+len(sel.Within) == 0 {
		for range r.IntN(300) {
			sel.Among = append(sel.Among, everybody[r.IntN(len(everybody))])
		}
		sel.Among = append(NewSet(sel.Among...), 1<<40)
		if len(sel.Has)+len(sel.Within) == 0 {
			sel.Among = sel.Among[:len(sel.Among)-1]
		}
	}
	if r.IntN(3) == 0 {
		sel.After = everybody[r.IntN(len(everybody))]
	}
	if r.IntN(3) == 0 {
		sel.Limit = 1 + r.IntN(20)
	}
	return sel
}

func passes(sel Selection, x ID, has map[Link]map[ID]bool, values map[ID]map[ID][]quad.Value) bool {
	for _, links := range sel.Has {
		if !slices.ContainsFunc(links, func(l Link) bool { return has[l][x] }) {
			return false
		}
	}
	for _, w := range sel.Within {
		in := func(v quad.Value) bool {
			switch v := v.(type) {
			case quad.Time:
				from, ok := w.From.(quad.Time)
				return ok && !time.Time(v).Before(time.Time(from)) && time.Time(v).Before(time.Time(w.To.(quad.Time)))
			case quad.String:
				from, ok := w.From.(quad.String)
				return ok && v >= from && (w.To == nil || v < w.To.(quad.String))
			}
			return false
		}
		if !slices.ContainsFunc(values[w.Predicate][x], in) {
			return false
		}
	}
	return x > sel.After && (sel.Among == nil || sel.Among.Has(x))
}

func TestSelectEdges(t *testing.T) {
	s := directGraph(t, newRand(9), 50)
	all := Link{idOf(t, s, iri("counted")), idOf(t, s, iri("all"))}
	for name, c := range map[string]struct {
		sel  Selection
		want int
	}{
		"nothing asked":    {Selection{}, 0},
		"empty list":       {Selection{Has: [][]Link{{all}, {}}}, 0},
		"unknown link":     {Selection{Has: [][]Link{{all}, {{77777, 1}}}}, 0},
		"nobody to choose": {Selection{Has: [][]Link{{all}}, Among: Set{}}, 0},
		"all":              {Selection{Has: [][]Link{{all}}}, 50},
		"twice":            {Selection{Has: [][]Link{{all, all}, {all}}}, 50},
		"after the last":   {Selection{Has: [][]Link{{all}}, After: 1 << 60}, 0},
	} {
		if got, err := s.Select(bg, c.sel); err != nil || len(got) != c.want || got == nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	for _, r := range []Range{{}, {Predicate: 1}, {1, quad.Int(1), quad.String("a")}, {1, quad.Bool(true), nil}} {
		if _, err := s.Select(bg, Selection{Within: []Range{r}}); !errors.Is(err, quad.ErrInvalid) {
			t.Errorf("%+v: %v", r, err)
		}
	}
}

// Pages one after the other are the whole, whatever their size.
func TestPages(t *testing.T) {
	s := directGraph(t, newRand(5), 300)
	sel := Selection{Has: [][]Link{{{idOf(t, s, iri("counted")), idOf(t, s, iri("all"))}}}}
	want, err := s.Select(bg, sel)
	if err != nil || len(want) != 300 {
		t.Fatal(len(want), err)
	}
	for _, sel.Limit = range []int{1, 7, 300, 1000} {
		var got Set
		for sel.After = 0; ; {
			page, err := s.Select(bg, sel)
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			got = append(got, page...)
			sel.After = page[len(page)-1]
		}
		if !slices.Equal(got, want) {
			t.Errorf("pages of %d give %d nodes", sel.Limit, len(got))
		}
	}
}

// TestHop compares hops with a look at every quad.
func TestHop(t *testing.T) {
	r := newRand(3)
	s := directGraph(t, r, 600)
	next := idOf(t, s, iri("next"))
	out, in := map[ID]map[ID]bool{}, map[ID]map[ID]bool{}
	link := func(m map[ID]map[ID]bool, a, b ID) {
		if m[a] == nil {
			m[a] = map[ID]bool{}
		}
		m[a][b] = true
	}
	var everybody []ID
	for q, err := range s.Match(bg, quad.Quad{Predicate: iri("next")}) {
		if err != nil {
			t.Fatal(err)
		}
		a, b := idOf(t, s, q.Subject), idOf(t, s, q.Object)
		link(out, a, b)
		link(in, b, a)
		everybody = append(everybody, a)
	}
	for to, m := range map[quad.Direction]map[ID]map[ID]bool{quad.Object: out, quad.Subject: in} {
		for _, n := range []int{0, 1, 30, 600} {
			var from Set
			for range n {
				from = append(from, everybody[r.IntN(len(everybody))])
			}
			from = NewSet(append(from, next)...)
			weights := map[ID]int{}
			var want Set
			for _, x := range from {
				for y := range m[x] {
					weights[y]++
					want = append(want, y)
				}
			}
			want = NewSet(want...)
			if got, err := s.Hop(bg, from, next, to); err != nil || !slices.Equal(got, want) {
				t.Errorf("to %v from %d: %d nodes, want %d, %v", to, len(from), len(got), len(want), err)
			}
			got, err := s.HopWeights(bg, from, next, to, 0)
			if err != nil || len(got) != len(want) {
				t.Fatalf("%d weights, want %d, %v", len(got), len(want), err)
			}
			for i, w := range got {
				if w.N != weights[w.ID] || i > 0 && (w.N > got[i-1].N || w.N == got[i-1].N && w.ID < got[i-1].ID) {
					t.Errorf("weight %d: %+v, want %d, after %+v", i, w, weights[w.ID], got[max(0, i-1)])
				}
			}
			if top, err := s.HopWeights(bg, from, next, to, 3); err != nil || !slices.Equal(top, got[:min(3, len(got))]) {
				t.Errorf("top %v of %v, %v", top, got, err)
			}
		}
	}
	if _, err := s.Hop(bg, Set{1}, next, quad.Label); !errors.Is(err, quad.ErrInvalid) {
		t.Errorf("hop to a label: %v", err)
	}
	// Dates are ids too, and no page is made for them.
	days, err := s.Hop(bg, NewSet(everybody...), idOf(t, s, iri("date")), quad.Object)
	if err != nil || len(days) < 100 || !slices.IsSorted(days) {
		t.Errorf("%d days, %v", len(days), err)
	}
}

func TestSet(t *testing.T) {
	r := newRand(1)
	for range 200 {
		mk := func(n int) Set {
			var l []ID
			for range r.IntN(n) {
				l = append(l, ID(r.IntN(3*n)))
			}
			return NewSet(l...)
		}
		a, b := mk(1+r.IntN(2000)), mk(1+r.IntN(50))
		and := a.Bitmap()
		and.And(b.Bitmap())
		if !slices.Equal(a.And(b), SetOf(and)) || !slices.Equal(SetOf(a.Bitmap()), a) {
			t.Fatalf("%v and %v", a, b)
		}
	}
}

func TestDirectValues(t *testing.T) {
	s := inMemory(t)
	add(t, s, quad.Make(iri("a"), iri("p"), quad.Int(7), nil), quad.Make(iri("b"), iri("p"), "text", nil))
	want := []quad.Value{quad.String("text"), iri("b"), quad.Int(7), iri("a"), nil, iri("p"), iri("a")}
	var ids []ID
	for _, v := range want {
		if v == nil {
			ids = append(ids, 99)
			continue
		}
		ids = append(ids, idOf(t, s, v))
	}
	got, err := s.Values(bg, ids)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if v := s.NameOf(ids[1].Ref()); v != want[1] {
		t.Errorf("the reference of %v is %v", want[1], v)
	}
	if _, ok, err := s.ID(iri("nobody")); ok || err != nil {
		t.Errorf("the id of nobody: %v, %v", ok, err)
	}
}

// Degrees are those of the quads, counted or not.
func TestDegree(t *testing.T) {
	s := directGraph(t, newRand(8), 300)
	for _, p := range []string{"counted", "plain"} {
		for i := range 5 {
			o, ok, err := s.ID(iri("o%d", i))
			if err != nil || !ok {
				continue
			}
			want := len(all(t, s.Match(bg, quad.Quad{Predicate: quad.IRI(p), Object: iri("o%d", i)}), nq))
			if n, err := s.Degree(bg, Link{idOf(t, s, quad.IRI(p)), o}); err != nil || n != int64(want) {
				t.Errorf("%s o%d: %d, %v, want %d", p, i, n, err, want)
			}
		}
	}
}

// A large set is read in parts, and gives the same as small ones.
func TestSpread(t *testing.T) {
	if spreadParts(nearPart-1, nearPart) != 1 || runtime.GOMAXPROCS(0) > 1 && spreadParts(2*nearPart, nearPart) != 2 {
		t.Fatalf("%d parts", spreadParts(2*nearPart, nearPart))
	}
	s := directGraph(t, newRand(2), 2*nearPart+100)
	next, date := idOf(t, s, iri("next")), idOf(t, s, iri("date"))
	set, err := s.Select(bg, Selection{Has: [][]Link{{{idOf(t, s, iri("counted")), idOf(t, s, iri("all"))}}}})
	if err != nil || len(set) != 2*nearPart+100 {
		t.Fatal(len(set), err)
	}
	for _, predicate := range []ID{next, date} {
		var want []ID
		weights := map[ID]int{}
		var values []quad.Value
		for i := 0; i < len(set); i += 1000 {
			some := set[i:min(i+1000, len(set))]
			l, err := s.Hop(bg, some, predicate, quad.Object)
			if err != nil {
				t.Fatal(err)
			}
			w, err := s.HopWeights(bg, some, predicate, quad.Object, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range w {
				weights[x.ID] += x.N
			}
			v, err := s.Values(bg, some)
			if err != nil {
				t.Fatal(err)
			}
			values, want = append(values, v...), append(want, l...)
		}
		if got, err := s.Hop(bg, set, predicate, quad.Object); err != nil || !slices.Equal(got, NewSet(want...)) {
			t.Errorf("%d nodes, want %d, %v", len(got), len(NewSet(want...)), err)
		}
		all, err := s.HopWeights(bg, set, predicate, quad.Object, 0)
		if err != nil || len(all) != len(weights) {
			t.Errorf("%d weights, want %d, %v", len(all), len(weights), err)
		}
		for _, w := range all {
			if weights[w.ID] != w.N {
				t.Errorf("weight %+v, want %d", w, weights[w.ID])
			}
		}
		if got, err := s.Values(bg, set); err != nil || !slices.Equal(got, values) {
			t.Errorf("%d values, %v", len(got), err)
		}
	}
	ctx, stop := context.WithCancel(bg)
	stop()
	if _, err := s.Hop(ctx, set, next, quad.Object); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// What is read in parts and rounds comes in the order of the list, as one by one.
func TestEachObject(t *testing.T) {
	s := directGraph(t, newRand(2), eachRound+farPart*3)
	next := idOf(t, s, iri("next"))
	list, err := s.Select(bg, Selection{Has: [][]Link{{{idOf(t, s, iri("counted")), idOf(t, s, iri("all"))}}}})
	if err != nil || len(list) != eachRound+farPart*3 {
		t.Fatal(len(list), err)
	}
	slices.Reverse(list) // in no order of its own
	type object struct {
		at int
		id ID
	}
	var got, want []object
	for at, id := range list {
		one := func(_ int, o ID) error { want = append(want, object{at, o}); return nil }
		if err := s.EachObject(bg, []ID{id}, next, one); err != nil {
			t.Fatal(err)
		}
	}
	all := func(at int, o ID) error { got = append(got, object{at, o}); return nil }
	if err := s.EachObject(bg, list, next, all); err != nil || len(want) < len(list) || !slices.Equal(got, want) {
		t.Errorf("%d objects of %d subjects, want %d (%v)", len(got), len(list), len(want), err)
	}
	n, enough := 0, errors.New("enough")
	if err := s.EachObject(bg, list, next, func(int, ID) error { n++; return enough }); err != enough || n != 1 {
		t.Errorf("after the first error %d more, %v", n-1, err)
	}
	objects := make([]ID, len(want))
	for i, o := range want {
		objects[i] = o.id
	}
	degrees, err := s.Degrees(bg, next, objects)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range objects {
		if n, err := s.Degree(bg, Link{next, o}); err != nil || int(n) != degrees[i] || n == 0 {
			t.Fatalf("object %d has %d, want %d (%v)", i, degrees[i], n, err)
		}
	}
	canceled, stop := context.WithCancel(bg)
	stop()
	if err := s.EachObject(canceled, list, next, all); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
