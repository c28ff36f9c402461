package relay_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries/relay"
)

// echo says what it was called with, and what it read.
func echo(_ context.Context, c relay.Command, in io.Reader, out, errs io.Writer) int {
	b, err := io.ReadAll(in)
	fmt.Fprintf(out, "%s in %s, %d bytes\n", strings.Join(c.Args, "|"), c.Dir, len(b))
	fmt.Fprintf(errs, "error: %v\n", err)
	return len(c.Args)
}

func TestRun(t *testing.T) {
	s := httptest.NewServer(relay.Handler("secret", echo))
	defer s.Close()
	note := relay.Note{URL: s.URL, Token: "secret"}
	cmd := relay.Command{Args: []string{"show", "é\n", ""}, Dir: "/here"}
	for _, in := range []io.Reader{nil, strings.NewReader(strings.Repeat("x", 3<<20))} {
		var out, errs bytes.Buffer
		want := 0
		if in != nil {
			want = 3 << 20
		}
		code, err := relay.Run(t.Context(), note, cmd, in, &out, &errs)
		if err != nil || code != 3 || out.String() != fmt.Sprintf("show|é\n| in /here, %d bytes\n", want) || errs.String() != "error: <nil>\n" {
			t.Errorf("%d, %v: %q, %q", code, err, &out, &errs)
		}
	}
}

// TestLargeOutput: what is longer than a frame comes whole, binary or not.
func TestLargeOutput(t *testing.T) {
	want := bytes.Repeat([]byte{0, 1, 0xff, '\n'}, 1<<20)
	s := httptest.NewServer(relay.Handler("secret", func(_ context.Context, _ relay.Command, _ io.Reader, out, _ io.Writer) int {
		if n, err := out.Write(want); n != len(want) || err != nil {
			return 1
		}
		return -7
	}))
	defer s.Close()
	var out bytes.Buffer
	code, err := relay.Run(t.Context(), relay.Note{URL: s.URL, Token: "secret"}, relay.Command{}, nil, &out, io.Discard)
	if err != nil || code != -7 || !bytes.Equal(out.Bytes(), want) {
		t.Errorf("%d, %v, %d bytes", code, err, out.Len())
	}
}

// TestRefused: who has not the token runs nothing.
func TestRefused(t *testing.T) {
	h := relay.Handler("secret", func(context.Context, relay.Command, io.Reader, io.Writer, io.Writer) int {
		t.Error("a command was run")
		return 0
	})
	s := httptest.NewServer(h)
	defer s.Close()
	for _, token := range []string{"", "secre", "secret2"} {
		_, err := relay.Run(t.Context(), relay.Note{URL: s.URL, Token: token}, relay.Command{}, nil, io.Discard, io.Discard)
		if !errors.Is(err, relay.ErrUnreachable) {
			t.Errorf("token %q: %v", token, err)
		}
	}
	for _, c := range []struct {
		remote, body string
		status       int
	}{
		{"192.0.2.1:1234", "{}\n", http.StatusUnauthorized},
		{"127.0.0.1:1", "{}", http.StatusBadRequest},
		{"127.0.0.1:1", "[]\n", http.StatusBadRequest},
		{"[::1]:1", strings.Repeat("x", 5<<20), http.StatusBadRequest},
	} {
		r := httptest.NewRequest(http.MethodPost, "/run", strings.NewReader(c.body))
		r.RemoteAddr = c.remote
		r.Header.Set("Authorization", "Bearer secret")
		w := &fullDuplex{httptest.NewRecorder()}
		if h.ServeHTTP(w, r); w.Code != c.status {
			t.Errorf("%s, %d bytes: %d, want %d", c.remote, len(c.body), w.Code, c.status)
		}
	}
}

// fullDuplex is a recorder that can do what the server of net/http can.
type fullDuplex struct{ *httptest.ResponseRecorder }

func (*fullDuplex) EnableFullDuplex() error { return nil }

// TestInterrupted: who interrupts a command interrupts it where it runs.
func TestInterrupted(t *testing.T) {
	began, ended := make(chan struct{}), make(chan struct{})
	s := httptest.NewServer(relay.Handler("secret", func(ctx context.Context, _ relay.Command, _ io.Reader, _, _ io.Writer) int {
		close(began)
		<-ctx.Done()
		close(ended)
		return 130
	}))
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-began
		cancel()
	}()
	_, err := relay.Run(ctx, relay.Note{URL: s.URL, Token: "secret"}, relay.Command{}, nil, io.Discard, io.Discard)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	<-ended
}

// TestBrokenOff: an answer without its exit code is an error, and no success.
func TestBrokenOff(t *testing.T) {
	s := httptest.NewServer(relay.Handler("secret", func(_ context.Context, _ relay.Command, _ io.Reader, out, _ io.Writer) int {
		_, _ = out.Write([]byte("half"))
		panic(http.ErrAbortHandler)
	}))
	defer s.Close()
	_, err := relay.Run(t.Context(), relay.Note{URL: s.URL, Token: "secret"}, relay.Command{}, nil, io.Discard, io.Discard)
	if err == nil || errors.Is(err, relay.ErrUnreachable) {
		t.Errorf("%v", err)
	}
}

func TestNote(t *testing.T) {
	dir := t.TempDir()
	if _, err := relay.Read(dir); !errors.Is(err, relay.ErrUnreachable) {
		t.Errorf("no note: %v", err)
	}
	want := relay.Note{URL: "http://127.0.0.1:1", Token: relay.NewToken()}
	if err := relay.Write(dir, want); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "serve.json")
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if got, err := relay.Read(dir); err != nil || got.URL != want.URL || got.Token != want.Token || got.PID != os.Getpid() {
		t.Errorf("%+v, %v", got, err)
	}
	if err := relay.Remove(dir); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the note stays: %v", err)
	}
	for _, url := range []string{"http://example.org", "http://localhost:1", "http://192.0.2.1:80", "http://127.0.0.1@example.org", "x", ""} {
		writeNote(t, path, url)
		if _, err := relay.Read(dir); !errors.Is(err, relay.ErrUnreachable) {
			t.Errorf("a note that leads to %q is taken: %v", url, err)
		}
	}
	writeNote(t, path, "http://[::1]:80")
	if err := relay.Remove(dir); err != nil {
		t.Error(err)
	}
	if _, err := relay.Read(dir); err != nil {
		t.Errorf("the note of another process was removed: %v", err)
	}
}

// writeNote writes the note of another process.
func writeNote(t *testing.T, path, url string) {
	t.Helper()
	if err := os.WriteFile(path, fmt.Appendf(nil, `{"protocol":1,"url":%q,"token":"y","pid":1}`, url), 0o600); err != nil {
		t.Fatal(err)
	}
}
