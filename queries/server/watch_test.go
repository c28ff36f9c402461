package server

import (
	"bufio"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
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
