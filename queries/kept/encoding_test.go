package kept

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
	"github.com/klauspost/compress/gzip"
)

// TestTakesGzip: as RFC 9110 has it; what is named weighs more than what is not.
func TestTakesGzip(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "gzip": true, "GZIP": true, "deflate, gzip;q=0.5": true, "gzip;q=0": false, "gzip; q=0.0": false,
		"*": true, "*;q=0": false, "gzip;q=0, *": false, "identity": false, "br": false, "gzip;q=x": false, "gzipped": false,
		"br, *;q=0.1": true,
	} {
		if got := takesGzip([]string{header}); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
	if !takesGzip([]string{"br", "gzip"}) {
		t.Error("a second line of the header is not read")
	}
}

// TestPacked: what is kept goes out packed to who takes it, and as it is to others: the
// same bytes, with the length that is said, under one tag.
func TestPacked(t *testing.T) {
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	long := strings.Repeat("La cour casse et annule. ", 200)
	made := 0
	h := New(lib, Options{}).Door(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		made++
		w.Header().Set("Content-Type", r.URL.Query().Get("kind"))
		_, _ = io.WriteString(w, long[:min(len(long), 10*len(r.URL.Path))])
	}), Door{})
	ask := func(method, target, takes string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, target, nil)
		r.Header.Set("Accept-Encoding", takes)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	path := "/" + strings.Repeat("a", 400)
	var tags []string
	for range 2 { // made, and kept
		for _, takes := range []string{"gzip", "", "identity"} {
			w := ask(http.MethodGet, path+"?kind=text/html", takes)
			if got := w.Header().Get("Content-Length"); got != strconv.Itoa(w.Body.Len()) {
				t.Errorf("%q: %s bytes are said, %d come", takes, got, w.Body.Len())
			}
			head := ask(http.MethodHead, path+"?kind=text/html", takes)
			if head.Header().Get("Content-Length") != w.Header().Get("Content-Length") || head.Body.Len() != 0 {
				t.Errorf("%q: HEAD says %v, GET %v", takes, head.Header(), w.Header())
			}
			packed := w.Header().Get("Content-Encoding") == "gzip"
			if packed != (takes == "gzip") || !strings.Contains(strings.Join(w.Header().Values("Vary"), ","), "Accept-Encoding") {
				t.Errorf("%q: %v", takes, w.Header())
			}
			var body io.Reader = w.Body
			if packed {
				if body, err = gzip.NewReader(w.Body); err != nil {
					t.Fatal(err)
				}
			}
			if b, err := io.ReadAll(body); err != nil || string(b) != long[:10*len(path)] {
				t.Errorf("%q: other bytes came, %v", takes, err)
			}
			tags = append(tags, w.Header().Get("ETag"))
		}
	}
	if made != 1 || !strings.HasPrefix(tags[0], "W/") {
		t.Errorf("made %d times; tag %s, want a weak one: two encodings share it", made, tags[0])
	}
	for _, target := range []string{"/short?kind=text/html", path + "?kind=font/woff2"} {
		if w := ask(http.MethodGet, target, "gzip"); w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s is packed", target)
		}
	}
}
