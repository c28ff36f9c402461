package httpapi_test

import (
	"net/http"
	"testing"

	"github.com/attendu/attendu/queries/httpapi"
	"github.com/attendu/attendu/queries/kept"
)

// BenchmarkAnswers: what a question costs, worked out and kept. The library is that of
// the examples: of a large one the work is more, what is kept costs the same.
func BenchmarkAnswers(b *testing.B) {
	for name, target := range map[string]string{"search": "/api/v1/search?q=facture", "decision": "/api/v1/decisions/cass/18-29417"} {
		for how, bytes := range map[string]int64{"kept": 0, "worked_out": -1} {
			b.Run(name+"/"+how, func(b *testing.B) {
				h := serveDemo(b, httpapi.Options{Keep: kept.Options{CacheBytes: bytes}})
				for b.Loop() {
					if w := ask(h, http.MethodGet, target); w.Code != 200 {
						b.Fatal(w.Code)
					}
				}
			})
		}
	}
}
