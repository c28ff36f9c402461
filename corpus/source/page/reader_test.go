package page_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/page"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func load(t testing.TB) *page.Reader {
	t.Helper()
	r, err := page.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReader(t *testing.T) { sourcetest.Run(t, load(t)) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, load(f)) }

func TestSniff(t *testing.T) {
	r := load(t)
	for s, want := range map[string]bool{
		"<!doctype html><html>":          true,
		"<!-- page --><HTML lang=fr>":    true,
		"<p class=a>texte":               true,
		`<?xml version="1.0"?><html>`:    true,
		`<?xml version="1.0"?><section>`: false,
		"<svg>":                          false,
		"<Document>":                     false,
		"Vu l'article <1240>":            false,
		"":                               false,
	} {
		if r.Sniff([]byte(s)) != want {
			t.Errorf("Sniff(%q) = %v", s, !want)
		}
	}
}

// TestCharset reads a page in the character set that it declares.
func TestCharset(t *testing.T) {
	in := "<html><head><meta charset=iso-8859-1></head><body><p>arr\xeat n\xb0 12</p></body></html>"
	for rec := range load(t).Read("in", strings.NewReader(in), 1<<20) {
		if rec.Err != nil || rec.Doc.Text != "arrêt n° 12" {
			t.Errorf("have %+v", rec)
		}
	}
}

// TestDeep wants a page of endless depth to be refused, not to exhaust the stack.
func TestDeep(t *testing.T) {
	in := "<html><body>" + strings.Repeat("<div>", 100000) + "texte"
	for rec := range load(t).Read("in", strings.NewReader(in), 1<<20) {
		if !errors.Is(rec.Err, record.ErrMalformed) {
			t.Errorf("have %v", rec.Err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	r := load(b)
	in := []byte("<html><body><nav><a href=x>Accueil</a></nav><main>" +
		strings.Repeat("<p>La société <b>Belombre</b> a été condamnée&nbsp;;</p>\n", 700) + "</main></body></html>")
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for rec := range r.Read("in", bytes.NewReader(in), 1<<20) {
			if rec.Err != nil {
				b.Fatal(rec.Err)
			}
		}
	}
}
