package quadstore

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// Empty parts, which Cayley's shapes do not all expect.
func TestOptimizeEmptyParts(t *testing.T) {
	s := inMemory(t)
	add(t, s, quad.Make("a", "b", quad.Int(1), nil))
	fixed := shape.Fixed{s.ValueOf(quad.String("a"))}
	less := []shape.ValueFilter{shape.Comparison{Op: iterator.CompareLT, Val: quad.Int(5)}}
	for name, c := range map[string]struct {
		in   shape.Shape
		want int
	}{
		"filter of nil":  {shape.Filter{Filters: less}, 0},
		"filter of null": {shape.Filter{From: shape.Null{}, Filters: less}, 0},
		"filter of all":  {shape.Filter{From: shape.AllNodes{}, Filters: less}, 1},
		"union of nil":   {shape.Union{nil, nil}, 0},
		"union with nil": {shape.Union{nil, shape.Null{}, fixed, nil, fixed}, 2},
		"page of nil":    {shape.Page{Limit: 1}, 0},
		"except nothing": {shape.Except{Exclude: shape.Null{}}, 3},
		"except itself":  {shape.Except{From: fixed, Exclude: fixed}, 0},
		"except one":     {shape.Except{Exclude: fixed}, 2},
	} {
		sh, _ := s.OptimizeShape(c.in)
		if shape.IsNull(sh) {
			sh = shape.Null{}
		}
		refs, err := graph.Iterate(bg, sh.BuildIterator(s)).All()
		if err != nil || len(refs) != c.want {
			t.Errorf("%s: %v, want %d, %v", name, refs, c.want, err)
		}
	}
}

// Tags of an intersection with a recursion, whichever side drives.
func TestRecursionTags(t *testing.T) {
	s, m := inMemory(t), memstore.New()
	put := func(q quad.Quad) { add(t, s, q); m.AddQuad(q) }
	for i := range 8 {
		put(quad.Make(iri("n%d", i), iri("next"), iri("n%d", i+1), nil))
		put(quad.Make(iri("n%d", i), iri("also"), iri("n%d", i+2), nil))
		put(quad.Make(iri("n%d", i), iri("is"), iri("%s", []string{"odd", "even"}[i%2]), nil))
	}
	tags := func(qs graph.QuadStore) []string {
		hop := path.StartMorphism().Save(iri("is"), "was").Out(iri("next"), iri("also"))
		p := path.StartPath(qs, iri("n0")).Tag("base").FollowRecursive(hop, 6, []string{"depth"}).Has(iri("is"), iri("odd")).Tag("end")
		var l []string
		err := p.Iterate(bg).TagValues(qs, func(m map[string]quad.Value) {
			l = append(l, fmt.Sprint(m["base"], m["depth"], m["end"]))
		})
		if err != nil {
			t.Fatal(err)
		}
		sort.Strings(l)
		return l
	}
	want := []string{
		`<n0>"1"^^<xsd:integer><n2>`, `<n0>"2"^^<xsd:integer><n4>`, `<n0>"3"^^<xsd:integer><n6>`,
	}
	for i, w := range want {
		want[i] = strings.ReplaceAll(w, "xsd:integer", string(quad.Int(1).TypedString().Type))
	}
	if diff := cmp.Diff(want, tags(s)); diff != "" {
		t.Error(diff)
	}
}

// A page inside an intersection keeps its bounds, whichever side drives.
func TestPageInIntersection(t *testing.T) {
	s := inMemory(t)
	for i := range 20 {
		add(t, s, quad.Make(iri("d%02d", i), iri("p"), iri("a"), nil), quad.Make(iri("d%02d", i), iri("q"), iri("b"), nil))
	}
	page := func() *path.Path { return path.StartPath(s, iri("a")).In(iri("p")).Skip(5).Limit(3) }
	want := results(t, s, page())
	for name, p := range map[string]*path.Path{
		"has":  page().Has(iri("q"), iri("b")),
		"and":  path.StartPath(s, iri("b")).In(iri("q")).And(page()),
		"and2": page().And(path.StartPath(s, iri("d05"), iri("d06"), iri("d07"), iri("d01"))),
	} {
		if diff := cmp.Diff(want, results(t, s, p)); diff != "" || len(want) != 3 {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestOrder(t *testing.T) {
	s := inMemory(t)
	for i := range 20 {
		add(t, s, quad.Make(iri("d%02d", 19-i), iri("p"), iri("a"), nil), quad.Make(iri("d%02d", 19-i), iri("n"), quad.Int(i*7%30), nil))
	}
	in := path.StartPath(s, iri("a")).In(iri("p"))
	if n, err := in.Clone().Order().Iterate(bg).Count(); n != 20 || err != nil {
		t.Errorf("count of ordered: %d, %v", n, err)
	}
	vals, err := in.Clone().Out(iri("n")).Order().Iterate(bg).AllValues(s)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(vals, func(a, b quad.Value) int { return int(a.(quad.Int) - b.(quad.Int)) }) || len(vals) != 20 {
		t.Errorf("order of numbers: %v", vals)
	}
}

func TestComparisonsOfAllTypes(t *testing.T) {
	s, m := inMemory(t), memstore.New()
	for i, v := range typed {
		if !quad.IsValidValue(v) {
			continue
		}
		q := quad.Make(iri("s%d", i), iri("p"), v, nil)
		add(t, s, q)
		m.AddQuad(q)
	}
	for _, v := range typed {
		for op := iterator.CompareLT; op <= iterator.CompareGTE; op++ {
			for _, w := range []quad.Value{nil, quad.Int(3), quad.Float(1), quad.String("b")} {
				filter := func(qs graph.QuadStore) []string {
					a := path.StartPath(qs).HasFilter(iri("p"), false, shape.Comparison{Op: op, Val: v})
					b := path.StartPath(qs).Filter(op, v)
					if w != nil {
						a = path.StartPath(qs).HasFilter(iri("p"), false, shape.Comparison{Op: op, Val: v}, shape.Comparison{Op: iterator.CompareLT, Val: w})
						b = b.Filter(iterator.CompareLT, w)
					}
					return append(results(t, qs, a), results(t, qs, b)...)
				}
				if diff := cmp.Diff(filter(m), filter(s)); diff != "" {
					t.Errorf("%v %.40s, < %v: %s", op, vs(v), w, diff)
				}
			}
		}
	}
}
