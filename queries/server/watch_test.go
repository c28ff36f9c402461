package server

import (
	"bufio"
	"bytes"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// rawResponse sends bytes to an address, and reads the answer.
func rawResponse(address, request string) (*http.Response, error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	if _, err := c.Write([]byte(request)); err != nil {
		return nil, err
	}
	return http.ReadResponse(bufio.NewReader(c), nil)
}

// TestWatcher: a file is ready when it stands still, and again when it has changed.
func TestWatcher(t *testing.T) {
	dir := t.TempDir()
	w := newWatcher([]string{dir, filepath.Join(dir, "missing")})
	path := filepath.Join(dir, "sub", "a.xml")
	write := func(text string, at int64) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Unix(at, 0), time.Unix(at, 0)); err != nil {
			t.Fatal(err)
		}
	}
	want := func(when string, paths ...string) {
		t.Helper()
		if got := w.look(); !slices.Equal(got, paths) {
			t.Errorf("%s: %q, want %q", when, got, paths)
		}
	}
	want("empty")
	write("half", 1)
	want("new")
	write("half and more", 2)
	want("it grows")
	want("it stands still", path)
	want("nothing new")
	write("another text!", 3) // of the same length
	want("changed")
	want("changed, and still", path)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	want("removed")
	write("another text!", 3)
	want("back")
	want("back, and still", path)
	if err := os.WriteFile(filepath.Join(dir, ".part"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "sub", "manifest.json"), []byte(`{"format":1,"extract_version":1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	want("a hidden file, and a library")
	want("a hidden file, and a library, still")
}

// TestWatch: what comes into a folder is indexed while the server answers.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	s, _ := start(t, Options{Watch: []string{dir}, WatchEvery: time.Millisecond})
	for i, name := range exampleNames[:2] {
		example(t, dir, name)
		for s.decisions(t) <= i { // or the test times out
			time.Sleep(time.Millisecond)
		}
	}
}

// TestWatchTells: a file that is watched and cannot be used is named in the log, with the
// reason, and not where it lay.
func TestWatchTells(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "dossier de Mme Secrète")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"letter.txt": "Cher confrère, à demain.\n", "broken.xml": "<TEXTE_JURI_JUDI><META>"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	s, stop := start(t, Options{Log: slog.New(slog.NewTextHandler(&b, nil))})
	s.add(t.Context(), []string{filepath.Join(dir, "letter.txt"), filepath.Join(dir, "broken.xml")})
	if err := stop(); err != nil { // the buffer is nobody else's now
		t.Fatal(err)
	}
	log := b.String()
	for _, want := range []string{"msg=set_aside file=letter.txt reason=", "msg=skipped file=broken.xml reason="} {
		if !strings.Contains(log, want) {
			t.Errorf("no %s in %s", want, log)
		}
	}
	if strings.Contains(log, "Secrète") || strings.Contains(log, root) {
		t.Errorf("the log says where files lay: %s", log)
	}
}

// TestEverywhere: who listens everywhere says an address that can be opened.
func TestEverywhere(t *testing.T) {
	s, _ := start(t, Options{Listen: "0.0.0.0:0", BehindProxy: true})
	if !s.Everywhere() || !strings.HasPrefix(s.URL(), "http://127.0.0.1:") {
		t.Errorf("it answers at %s", s.URL())
	}
}
