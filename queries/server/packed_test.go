package server

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// TestPacked: what is long and made of words comes packed to who takes gzip, once; and the
// same bytes to who does not.
func TestPacked(t *testing.T) {
	s, _ := start(t, Options{})
	dir := t.TempDir()
	for _, name := range exampleNames {
		example(t, dir, name)
	}
	if _, err := s.lib.Add(context.Background(), []string{dir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		target string
		packed bool
	}{
		{"/", true}, {"/search?q=juge", true}, {"/help", true}, {"/api/v1/search?q=juge", true}, {"/openapi.yaml", true}, {"/assets/style.css", true},
		{"/assets/cytoscape.min.js", true}, {"/assets/source-serif.woff2", false}, {"/healthz", false},
		{"/api/v1/search?q=(", false}, {"/api/v1/decisions/cass/99-99999", false},
	} {
		plain := s.do(http.MethodGet, c.target, nil, "Accept", "text/html,*/*")
		if got := plain.Header().Get("Content-Encoding"); got != "" {
			t.Errorf("%s: packed for who takes nothing: %s", c.target, got)
		}
		w := s.do(http.MethodGet, c.target, nil, "Accept", "text/html,*/*", "Accept-Encoding", "gzip, br")
		vary := strings.Split(strings.ToLower(strings.Join(w.Header().Values("Vary"), ",")), ",")
		if got := w.Header().Get("Content-Encoding") == "gzip"; got != c.packed {
			t.Errorf("%s: packed %v, want %v: %d %v", c.target, got, c.packed, w.Code, w.Header())
			continue
		}
		if !c.packed {
			continue
		}
		if n := len(slices.DeleteFunc(vary, func(v string) bool { return strings.TrimSpace(v) != "accept-encoding" })); n != 1 {
			t.Errorf("%s: Vary says %d times that encodings differ: %v", c.target, n, w.Header().Values("Vary"))
		}
		short := w.Body.Len()
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatalf("%s: %v", c.target, err)
		}
		b, err := io.ReadAll(z)
		if err != nil || string(b) != plain.Body.String() || short >= len(b) {
			t.Errorf("%s: %d bytes packed, %d unpacked, %d plain, %v", c.target, short, len(b), plain.Body.Len(), err)
		}
	}
}
