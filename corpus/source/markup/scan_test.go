package markup

import (
	"encoding/xml"
	"errors"
	"io"
	"testing"
)

func TestWalk(t *testing.T) {
	x := New([]byte("<R><A>x</A><T>Vu<br/>\n<p>a<A>b</A></p>c&nbsp;d</T><A> y </A></R>"))
	if root, err := x.Root(); root != "R" || err != nil {
		t.Fatal(root, err)
	}
	var got []string
	err := x.Walk(func(parent string, e xml.StartElement) func(string) {
		if e.Name.Local == "T" || e.Name.Local == "A" {
			return func(s string) { got = append(got, parent+">"+e.Name.Local+": "+s) }
		}
		return nil
	})
	want := []string{"R>A: x", "R>T: Vu\n\nab\n\nc\u00a0d", "R>A: y"}
	if err != nil || len(got) != len(want) {
		t.Fatalf("%q, %v", got, err)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}

// TestCut wants the end of a stream within an element to be an error.
func TestCut(t *testing.T) {
	x := New([]byte("<R><ID>1</ID>"))
	if _, err := x.Root(); err != nil {
		t.Fatal(err)
	}
	if id, err := x.First("ID"); id != "1" || err != nil {
		t.Fatal(id, err)
	}
	if _, err := x.First("ID"); err == nil || errors.Is(err, io.EOF) {
		t.Errorf("the end within an element: %v", err)
	}
}
