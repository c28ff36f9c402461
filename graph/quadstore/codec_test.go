package quadstore

import (
	"bytes"
	"cmp"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

func TestIDKeys(t *testing.T) {
	ids := []uint64{0, 1, 2, 127, 128, 255, 256, 1<<16 - 1, 1 << 16, 1<<56 - 1, 1 << 56, inlineBool, inlineInt, inlineTime, math.MaxUint64}
	var last []byte
	for _, id := range ids {
		k := appendID(nil, id)
		got, rest, ok := readID(append(bytes.Clone(k), "rest"...))
		if !ok || got != id || string(rest) != "rest" {
			t.Errorf("id %x: read %x, rest %q, %v", id, got, rest, ok)
		}
		if last != nil && bytes.Compare(last, k) >= 0 {
			t.Errorf("id %x does not sort after the one before", id)
		}
		last = k
	}
	for _, bad := range []string{"", "\x01", "\x02\x01", "\x01\x00", "\x02\x00\x01", "\x09123456789", "\xff"} {
		if id, _, ok := readID([]byte(bad)); ok {
			t.Errorf("%q is read as id %d", bad, id)
		}
	}
}

func TestValuesComeBack(t *testing.T) {
	keys := map[string]quad.Value{}
	for _, v := range typed {
		enc, err := encode(nil, v)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(enc)
		if err != nil || !equal(got, v) {
			t.Errorf("%#v comes back as %#v, %v", v, got, err)
		}
		if id, ok := inline(v); ok {
			if got, ok := inlined(id); !ok || !equal(got, v) {
				t.Errorf("%#v comes back from its id as %#v", v, got)
			}
		}
		k := string(valueKey(nil, enc))
		if o, ok := keys[k]; ok {
			t.Errorf("%#v and %#v have one key", v, o)
		}
		keys[k] = v
	}
}

func equal(a, b quad.Value) bool {
	if t, ok := a.(quad.Time); ok {
		return t.Equal(b)
	}
	if f, ok := a.(quad.Float); ok {
		g, ok := b.(quad.Float)
		return ok && (math.Float64bits(float64(f)) == math.Float64bits(float64(g)) || f != f && g != g)
	}
	return reflect.DeepEqual(a, b)
}

func TestEncodeRefuses(t *testing.T) {
	if _, err := encode(nil, strange{}); !errors.Is(err, quad.ErrInvalid) {
		t.Errorf("error %v", err)
	}
	nan1, _ := encode(nil, quad.Float(math.NaN()))
	nan2, _ := encode(nil, quad.Float(math.Float64frombits(0xfff8000000000001)))
	if !bytes.Equal(nan1, nan2) {
		t.Error("two NaN are two values")
	}
}

type strange struct{}

func (strange) String() string { return "strange" }
func (strange) Native() any    { return nil }

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ in, want quad.Value }{
		{quad.Int(5).TypedString(), quad.Int(5)},
		{quad.Bool(true).TypedString(), quad.Bool(true)},
		{quad.Float(1.5).TypedString(), quad.Float(1.5)},
		{quad.TypedString{Value: "05", Type: quad.Int(5).TypedString().Type}, nil},
		{quad.TypedString{Value: "x", Type: quad.Int(5).TypedString().Type}, nil},
		{quad.String("5"), nil},
	} {
		if c.want == nil {
			c.want = c.in
		}
		if got := canonical(c.in); got != c.want {
			t.Errorf("%v: %#v, want %#v", c.in, got, c.want)
		}
	}
}

// compareValues is the order the codec promises within a type.
func compareValues(a, b quad.Value) (int, bool) {
	switch a := a.(type) {
	case quad.Int:
		if b, ok := b.(quad.Int); ok {
			return cmp.Compare(a, b), true
		}
	case quad.Float:
		if b, ok := b.(quad.Float); ok && a == a && b == b && a != b {
			return cmp.Compare(a, b), true
		}
	case quad.Time:
		if b, ok := b.(quad.Time); ok {
			return time.Time(a).Compare(time.Time(b)), true
		}
	case quad.String:
		if b, ok := b.(quad.String); ok {
			return cmp.Compare(a, b), true
		}
	case quad.IRI:
		if b, ok := b.(quad.IRI); ok {
			return cmp.Compare(a, b), true
		}
	}
	return 0, false
}

func checkOrder(t *testing.T, a, b quad.Value) {
	t.Helper()
	want, ok := compareValues(a, b)
	if !ok {
		return
	}
	ea, _ := encode(nil, a)
	eb, _ := encode(nil, b)
	if got := bytes.Compare(ea, eb); got != want {
		t.Errorf("%#v, %#v: encoded %d, want %d", a, b, got, want)
	}
	if len(ea) <= maxKeyValue || len(eb) <= maxKeyValue {
		if got := bytes.Compare(valueKey(nil, ea), valueKey(nil, eb)); got != want {
			t.Errorf("%#v, %#v: keys %d, want %d", a, b, got, want)
		}
	}
	ia, oka := inline(a)
	ib, okb := inline(b)
	if oka && okb && cmp.Compare(ia, ib) != want {
		t.Errorf("%#v, %#v: ids %x %x, want %d", a, b, ia, ib, want)
	}
}

func TestEncodedOrder(t *testing.T) {
	for _, a := range typed {
		for _, b := range typed {
			checkOrder(t, a, b)
		}
	}
}

func FuzzID(f *testing.F) {
	f.Add(uint64(0), uint64(1), []byte{1, 7})
	f.Add(inlineTime, uint64(math.MaxUint64), []byte{9})
	f.Fuzz(func(t *testing.T, a, b uint64, raw []byte) {
		ka, kb := appendID(nil, a), appendID(nil, b)
		if bytes.Compare(ka, kb) != cmp.Compare(a, b) {
			t.Errorf("%x %x sort otherwise as keys", a, b)
		}
		got, rest, ok := readID(append(ka, kb...))
		if !ok || got != a || !bytes.Equal(rest, kb) {
			t.Errorf("%x is read as %x", a, got)
		}
		if id, rest, ok := readID(raw); ok && !bytes.Equal(append(appendID(nil, id), rest...), raw) {
			t.Errorf("%x is a second form of %x", raw, id)
		}
		if v, ok := inlined(a); ok {
			if id, ok := inline(v); ok && id != a && a&^maxDictID != inlineBool {
				t.Errorf("%x: value %v has id %x", a, v, id)
			}
		}
	})
}

func FuzzValue(f *testing.F) {
	f.Add("a", "fr", int64(3), 1.5, []byte{typeIRI, 'x'})
	f.Add("a\x00", "", int64(math.MinInt64), math.Inf(-1), []byte{typeLang, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, s, of string, n int64, x float64, raw []byte) {
		vals := []quad.Value{
			quad.String(s), quad.IRI(s), quad.BNode(s), quad.String(of), quad.IRI(of), quad.Int(n), quad.Int(n + 1),
			quad.Float(x), quad.Float(-x), quad.Bool(n&1 == 0),
			quad.Time(time.Unix(n, int64(len(s)))), quad.Time(time.Unix(n>>20, 0)), quad.Time(time.Unix(n>>21, 0)),
			quad.LangString{Value: quad.String(s), Lang: of}, quad.TypedString{Value: quad.String(s), Type: quad.IRI(of)},
		}
		for i, v := range vals {
			enc, err := encode(nil, v)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := decode(enc); err != nil || !equal(got, v) {
				t.Errorf("%#v comes back as %#v, %v", v, got, err)
			}
			if id, ok := inline(v); ok {
				if got, ok := inlined(id); !ok || !equal(got, v) {
					t.Errorf("%#v comes back from its id as %#v", v, got)
				}
			}
			for _, w := range vals[:i] {
				checkOrder(t, v, w)
			}
		}
		if v, err := decode(raw); err == nil {
			if again, err := encode(nil, v); err != nil || !bytes.Equal(again, raw) && raw[0] != typeFloat {
				t.Errorf("%x is a second form of %#v (%x, %v)", raw, v, again, err)
			}
		} else if !errors.Is(err, ErrCorrupt) {
			t.Errorf("error %v", err)
		}
	})
}

func FuzzQuadKey(f *testing.F) {
	f.Add(uint64(1), uint64(2), uint64(3), uint64(0), uint64(1), uint64(2), uint64(3), uint64(4))
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i uint64) {
		q, r := quadRef{0, a, b, c, d}, quadRef{0, e, g, h, i}
		for _, ix := range indexes {
			kq, kr := ix.key(nil, &q), ix.key(nil, &r)
			if bytes.Compare(kq, kr) != ix.compare(q, r) {
				t.Errorf("index %c sorts %v and %v otherwise", ix.table, q, r)
			}
			var back quadRef
			if !ix.split(kq[2:], 0, &back) || back != q {
				t.Errorf("index %c reads %v as %v", ix.table, q, back)
			}
			if ix.split(append(slices.Clone(kq[2:]), 0), 0, &back) || ix.split(kq[2:len(kq)-1], 0, &back) {
				t.Errorf("index %c reads a malformed key", ix.table)
			}
		}
	})
}
