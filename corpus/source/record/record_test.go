package record

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
)

func TestRootElement(t *testing.T) {
	for in, want := range map[string]string{
		"<a>": "a", "  <a b='c'/>": "a", "<a/>": "a", "<ns:a >": "ns:a", "": "", "a <b>": "", "<": "", "<a": "", "<1>": "",
		"<?xml version='1.0'?>\n<!-- <x> --><!DOCTYPE html><html>": "html",
		`<!DOCTYPE x [<!ENTITY a "b"> <!ENTITY c "d">]><y>`:        "y", "<!DOCTYPE x [<y>": "", "<!DOCTYPE": "",
		"<!-- <x> ": "", "<?xml ": "", "\ufeff<a>": "a",
	} {
		if got := RootElement([]byte(in)); got != want {
			t.Errorf("RootElement(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLimited(t *testing.T) {
	if b, err := ReadAll(strings.NewReader("12345"), 5); err != nil || string(b) != "12345" {
		t.Errorf("five bytes of five: %q, %v", b, err)
	}
	if _, err := ReadAll(strings.NewReader("123456"), 5); !errors.Is(err, ErrTooLarge) {
		t.Errorf("six bytes of five: %v", err)
	}
	l := &Limited{R: strings.NewReader("12345678"), Max: 5}
	for range 2 {
		if _, err := io.ReadFull(l, make([]byte, 4)); err != nil {
			t.Errorf("four bytes of a fresh five: %v", err)
		}
		l.Reset()
	}
}

// TestMalformed wants an error that says more than "malformed" to keep its kind.
func TestMalformed(t *testing.T) {
	if err := Malformed(io.ErrUnexpectedEOF); !errors.Is(err, ErrMalformed) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
	for _, cause := range []error{Unknown("x"), NotDecision("x"), &Withdrawn{}, ErrTooLarge, &fs.PathError{Err: io.EOF}} {
		if err := Malformed(cause); err != cause {
			t.Errorf("%v became %v", cause, err)
		}
	}
}

func TestDistinct(t *testing.T) {
	var d Distinct
	if d.List() != nil {
		t.Error("an empty list is not nil")
	}
	for _, s := range []string{"b", "", "a", "b"} {
		d.Add(s)
	}
	if got := strings.Join(d.List(), " "); got != "b a" {
		t.Errorf("have %q", got)
	}
}
