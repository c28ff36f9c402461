package web

import (
	"net/http"
	"testing"

	"github.com/attendu/attendu/queries/kept"
)

// BenchmarkPages makes pages of the examples, one after another: what the library
// answers is in it.
func BenchmarkPages(b *testing.B) {
	h := pages(b)
	for _, p := range []struct{ name, path string }{
		{"home", "/"}, {"search", "/search?q=mot+de+passe"}, {"decision", "/decisions/cass/18-29417"},
		{"article", "/articles/code-civil/1240"}, {"graph", "/graph/cass/18-29417"},
	} {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res := get(b, h, p.path)
				if res.StatusCode != http.StatusOK {
					b.Fatal(res.StatusCode)
				}
			}
		})
	}
}

// BenchmarkKeptPage gives a page that is kept.
func BenchmarkKeptPage(b *testing.B) {
	lib := library(b)
	h, err := New(lib, Options{Keeper: kept.New(lib, kept.Options{})})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if res := get(b, h, "/decisions/cass/18-29417"); res.StatusCode != http.StatusOK {
			b.Fatal(res.StatusCode)
		}
	}
}
