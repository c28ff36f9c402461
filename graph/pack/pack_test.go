package pack

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/fxamacker/cbor/v2"
	"github.com/google/go-cmp/cmp"
)

// filled is a record in which every field of every kind has a value, but for the text;
// a tenth of them have none when some is true.
func filled(seed uint64, some bool) *Record {
	r := new(Record)
	f := filler{rand.New(rand.NewPCG(seed, 7)), some}
	f.fill(reflect.ValueOf(r).Elem())
	if r.Decision == nil {
		r.Decision = new(corpus.Decision)
	}
	r.Decision.Text = ""
	return r
}

type filler struct {
	rand *rand.Rand
	some bool
}

func (f filler) fill(v reflect.Value) {
	if f.some && f.rand.IntN(10) == 0 {
		return
	}
	if t, ok := v.Addr().Interface().(*corpus.Text); ok { // it is one word in the forms of before, and must be right
		*t = corpus.Text{Key: corpus.Key("code-civil/" + strconv.Itoa(f.rand.IntN(40)+1)), Version: corpus.Before("2016-10-01")}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+f.rand.IntN(3), 4))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"a": f.word(), f.word(): "b"}))
	case reflect.String:
		v.SetString(f.word())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(f.rand.Int64N(1 << 20))
	case reflect.Float64:
		v.SetFloat(f.rand.Float64())
	default:
		panic("no filling for " + v.Type().String())
	}
}

func (f filler) word() string { return "mot " + strconv.Itoa(f.rand.IntN(40)) }

// asJSON makes the lists that JSON always has out of nil, which is how they come back.
func asJSON(r *Record) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f, tag := v.Field(i), v.Type().Field(i).Tag.Get("json")
				if f.Kind() == reflect.Slice && f.IsNil() && tag != "" && !cut(tag) && v.Type() != reflect.TypeFor[Record]() {
					f.Set(reflect.MakeSlice(f.Type(), 0, 0))
				}
				walk(f)
			}
		}
	}
	walk(reflect.ValueOf(r))
}

// cut reports whether JSON leaves a field of no value out.
func cut(tag string) bool { return len(tag) > 10 && tag[len(tag)-10:] == ",omitempty" }

// TestRoundTrip: whatever a record holds comes back, field for field, and twice packed is
// the same bytes.
func TestRoundTrip(t *testing.T) {
	for seed := range uint64(300) {
		want := filled(seed, seed > 0)
		b, err := Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := Marshal(want); string(again) != string(b) {
			t.Fatal("twice packed are other bytes")
		}
		got, err := Unmarshal(b, All)
		if err != nil {
			t.Fatal(err)
		}
		asJSON(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

// TestParts: of every set of parts those come back, and no others; of the forms of before
// too.
func TestParts(t *testing.T) {
	whole := filled(1, false)
	now, err := Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	before, err := cbor.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	first, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	for parts := range Parts(All) + 1 {
		want := filled(1, false)
		leave(want.Decision, parts)
		for name, b := range map[string][]byte{"packed": now, "CBOR": before, "JSON": first} {
			got, err := Unmarshal(b, parts)
			if err != nil {
				t.Fatal(name, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, parts %06b (-want +got):\n%s", name, parts, diff)
			}
		}
	}
}

// TestLater: a field that a later form adds is passed over.
func TestLater(t *testing.T) {
	b, err := Marshal(filled(1, false))
	if err != nil {
		t.Fatal(err)
	}
	var h map[int]any
	rest, err := cbor.UnmarshalFirst(b[1:], &h)
	if err != nil {
		t.Fatal(err)
	}
	h[99] = "later"
	grown, err := cbor.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Unmarshal(append(append([]byte{form}, grown...), rest...), All)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(filled(1, false), got); diff != "" {
		t.Error(diff)
	}
}

func TestDamage(t *testing.T) {
	b, err := Marshal(filled(1, false))
	if err != nil {
		t.Fatal(err)
	}
	for n := range b {
		if _, err := Unmarshal(b[:n], All); err == nil {
			t.Errorf("%d of %d bytes are a record", n, len(b))
		}
	}
	for _, b := range [][]byte{nil, {4}, []byte("text"), []byte("{}"), {0xa0}} {
		if _, err := Unmarshal(b, All); !errors.Is(err, ErrForm) {
			t.Errorf("%q: %v", b, err)
		}
	}
	const wordless = "\x03\xa0\x80\x81\xa1\x03\x01\x80\x80\x80\x80\xa0" // a citation whose text is word 1 of none
	if _, err := Unmarshal([]byte(wordless), All); !errors.Is(err, ErrWord) {
		t.Error(err)
	}
	if _, err := Unmarshal([]byte(wordless), Parties); err != nil {
		t.Error("what is not wanted is looked at:", err)
	}
}

// FuzzUnmarshal: whatever the bytes, a record that is read is packed and read again as the
// same.
func FuzzUnmarshal(f *testing.F) {
	for seed := range uint64(4) {
		b, err := Marshal(filled(seed, true))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"decision":{}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := Unmarshal(b, All)
		if err != nil {
			return
		}
		packed, err := Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		once, err := Unmarshal(packed, All)
		if err != nil {
			t.Fatal(err)
		}
		packed, err = Marshal(once)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := Unmarshal(packed, All)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(once, twice); diff != "" {
			t.Error(diff)
		}
	})
}
