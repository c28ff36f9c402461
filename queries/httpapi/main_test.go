package httpapi_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
)

// writeExamples writes the built-in examples into a folder.
func writeExamples(dir string) error {
	return fs.WalkDir(examples.FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := examples.FS.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, filepath.Base(name)), b, 0o600)
	})
}

// demo is a library of the examples, made once for all tests that only read it.
var demo = sync.OnceValues(func() (*queries.Library, error) {
	dir, err := os.MkdirTemp("", "httpapi")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := writeExamples(dir); err != nil {
		return nil, err
	}
	lib, err := queries.Memory()
	if err != nil {
		return nil, err
	}
	_, err = lib.Add(context.Background(), []string{dir}, queries.AddOptions{})
	return lib, err
})

// serveDemo is the API of the demo library.
func serveDemo(t testing.TB, opt httpapi.Options) http.Handler {
	t.Helper()
	lib, err := demo()
	if err != nil {
		t.Fatal(err)
	}
	h, err := httpapi.New(lib, opt)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// ask sends a request; headers are pairs.
func ask(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// read wants an answer of JSON with a status, and reads it.
func read[T any](t *testing.T, w *httptest.ResponseRecorder, status int) (v T) {
	t.Helper()
	if w.Code != status || !strings.Contains(w.Header().Get("Content-Type"), "json") {
		t.Fatalf("status %d of %s, want %d: %.300s", w.Code, w.Header().Get("Content-Type"), status, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v: %.300s", err, w.Body)
	}
	return v
}
