package pack

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestNumbers: the numbers of fields are a contract, written down in testdata/numbers.txt.
// UPDATE=1 writes a field that is new; none may change or go.
func TestNumbers(t *testing.T) {
	var b bytes.Buffer
	for _, v := range []any{head{}, source{}, metadata{}, summary{}, reference{}, official{}, citation{}, designation{}, text{}, party{}, counsel{},
		holding{}, share{}, penalty{}, deadline{}, zone{}, span{}} {
		typ := reflect.TypeOf(v)
		fmt.Fprintln(&b, typ.Name())
		seen := map[string]string{}
		for _, f := range reflect.VisibleFields(typ) {
			if f.Anonymous {
				continue
			}
			number, options, _ := strings.Cut(f.Tag.Get("cbor"), ",")
			if options != "keyasint,omitempty" || seen[number] != "" {
				t.Errorf("%s.%s has the tag %q; %q has the number too", typ.Name(), f.Name, f.Tag, seen[number])
			}
			seen[number] = f.Name
			fmt.Fprintf(&b, "\t%s %s %s\n", number, f.Name, strings.ReplaceAll(f.Type.String(), "pack.", ""))
		}
	}
	const file = "testdata/numbers.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, b.Bytes()) {
		t.Errorf("the numbers are not those of %s:\n%s", file, b.String())
	}
}
