package quadstore

import (
	"context"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

func iri(format string, args ...any) quad.IRI { return quad.IRI(fmt.Sprintf(format, args...)) }

// inMemory opens an empty store that is checked and closed after the test.
func inMemory(t testing.TB) *Store {
	t.Helper()
	s, err := Open("", graph.Options{"memtable_mb": 1, "cache_mb": 4, "counted": []quad.IRI{"p0", "p2", "next", "counted"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		check(t, s)
		if err := s.Close(); err != nil {
			t.Error("close: ", err)
		}
	})
	return s
}

func check(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Check(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := s.Err(); err != nil {
		t.Fatal("lost: ", err)
	}
}

func update(t testing.TB, s *Store, fn func(tx *Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

func add(t testing.TB, s *Store, quads ...quad.Quad) {
	t.Helper()
	update(t, s, func(tx *Tx) error {
		for _, q := range quads {
			if _, err := tx.Add(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// nq prints a quad with all of its dates.
func nq(q quad.Quad) string {
	var l []string
	for _, d := range quad.Directions {
		l = append(l, vs(q.Get(d)))
	}
	return strings.Join(l, " ")
}

func vs(v quad.Value) string {
	if t, ok := v.(quad.Time); ok {
		return time.Time(v.(quad.Time)).UTC().Format(time.RFC3339Nano) + fmt.Sprintf("(%T)", t)
	}
	return quad.StringOf(v)
}

func all[T any](t testing.TB, seq iter.Seq2[T, error], print func(T) string) []string {
	t.Helper()
	out := []string{}
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, print(v))
	}
	return out
}

func quadsOf(t testing.TB, s *Store, pattern quad.Quad) []string {
	t.Helper()
	l := all(t, s.Match(context.Background(), pattern), nq)
	sort.Strings(l)
	return l
}

// typed are values of all types, some close to the limits of the codec.
var typed = []quad.Value{
	quad.Int(0), quad.Int(-1), quad.Int(1), quad.Int(math.MaxInt64), quad.Int(math.MinInt64),
	quad.Int(1<<55 - 1), quad.Int(1 << 55), quad.Int(-1 << 55), quad.Int(-1<<55 - 1),
	quad.Float(0), quad.Float(math.Copysign(0, -1)), quad.Float(1.5), quad.Float(-1.5),
	quad.Float(math.Inf(1)), quad.Float(math.Inf(-1)), quad.Float(math.SmallestNonzeroFloat64),
	quad.Bool(true), quad.Bool(false),
	quad.Time(time.Unix(0, 0)), quad.Time(time.Unix(-5, 0)), quad.Time(time.Unix(5, 500)),
	quad.Time(time.Unix(1<<40, 0)), quad.Time(time.Unix(-1<<40-1, 0)), quad.Time(time.Unix(1<<40-1, 0)),
	quad.String(""), quad.String("a"), quad.String("a\x00"), quad.String("a\x00b"), quad.String("é"),
	quad.String(strings.Repeat("x", 254)), quad.String(strings.Repeat("x", 255)),
	quad.String(strings.Repeat("x", 256)), quad.String(strings.Repeat("x", 257)),
	quad.String(strings.Repeat("x", 5000)),
	quad.IRI("a"), quad.IRI(strings.Repeat("i", 300)), quad.BNode("a"),
	quad.LangString{Value: "a", Lang: "fr"}, quad.LangString{Value: "a\x00", Lang: "fr"}, quad.LangString{Value: "", Lang: ""},
	quad.TypedString{Value: "a", Type: "t"}, quad.TypedString{Value: "", Type: "t"}, quad.TypedString{Value: "a\x00b", Type: "t"},
}

// randomValue is one of few, so that values meet again.
func randomValue(r *rand.Rand) quad.Value {
	i := r.IntN(30)
	switch i % 9 {
	case 0:
		return quad.Int(i*i - 50)
	case 1:
		return quad.Time(time.Unix(int64(i*86400), 0).UTC())
	case 2:
		return quad.String(fmt.Sprintf("s%02d", i))
	case 3:
		return quad.Float(float64(i)/2 - 5)
	case 4:
		return quad.String(strings.Repeat("x", 250+i))
	case 5:
		return quad.LangString{Value: quad.String(fmt.Sprint("l", i)), Lang: "fr"}
	case 6:
		return quad.Bool(i%2 == 0)
	}
	return iri("n%d", i%12)
}

func randomQuad(r *rand.Rand) quad.Quad {
	q := quad.Quad{Subject: iri("n%d", r.IntN(12)), Predicate: iri("p%d", r.IntN(3)), Object: randomValue(r)}
	if r.IntN(2) == 0 {
		q.Object = iri("n%d", r.IntN(12))
	}
	if r.IntN(2) == 0 {
		q.Label = iri("g%d", r.IntN(2))
	}
	return q
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }
