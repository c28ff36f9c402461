package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/relay"
)

// example writes one of the built-in examples into a folder.
func example(t testing.TB, dir, name string) string {
	t.Helper()
	b, err := examples.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// exampleNames are two decisions of the examples, as DILA XML.
var exampleNames = func() (names []string) {
	entries, _ := examples.FS.ReadDir(".")
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".xml") {
			names = append(names, e.Name())
		}
	}
	return names
}()

// start runs a server until the test ends, or until the function given is called, which
// returns what Serve did.
func start(t testing.TB, opt Options) (s *Server, stop func() error) {
	t.Helper()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	if opt.Listen == "" {
		opt.Listen = "127.0.0.1:0"
	}
	if s, err = New(lib, opt); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	var result error
	done := false
	stop = func() error {
		if !done {
			done = true
			cancel()
			result = <-ended
			_ = lib.Close()
		}
		return result
	}
	t.Cleanup(func() { _ = stop() })
	return s, stop
}

// do sends a request to the handler of a server from this machine; headers are pairs.
func (s *Server) do(method, target string, body io.Reader, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, body)
	r.RemoteAddr, r.Host = "127.0.0.1:4711", "localhost:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

// TestUnsafe: a server that others could reach without leave does not start.
func TestUnsafe(t *testing.T) {
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	for _, opt := range []Options{
		{Listen: "0.0.0.0:0"}, {Listen: ":0"}, {Listen: "[::]:0"}, {Listen: "192.0.2.1:0"}, {Listen: "nonsense"},
		{Token: "short"}, {Hosts: []string{"http://x"}}, {Hosts: []string{""}},
		{Origin: "droit.example.org"}, {Origin: "ftp://droit.example.org"}, {Origin: "https://"}, {Origin: "https://droit.example.org/path"}, {Origin: "https://x.example/?q"},
	} {
		s, err := New(lib, opt)
		if queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%+v: %v", opt, err)
			if err == nil {
				_ = s.close()
			}
		}
	}
}

// TestGuard: who may ask, and by which name.
func TestGuard(t *testing.T) {
	const token = "0123456789abcdef"
	open, _ := start(t, Options{Hosts: []string{"Droit.example.org"}})
	closed, _ := start(t, Options{Token: token})
	for _, c := range []struct {
		s       *Server
		target  string
		headers []string
		want    int
	}{
		{open, "/api/v1/stats", nil, 200},
		{open, "/api/v1/stats", []string{"Host", "127.0.0.1:1"}, 200},
		{open, "/api/v1/stats", []string{"Host", "[::1]:8080"}, 200},
		{open, "/api/v1/stats", []string{"Host", "droit.example.org"}, 200},
		{open, "/api/v1/stats", []string{"Host", "evil.example.com:8080"}, 421},
		{open, "/api/v1/stats", []string{"Host", "localhost.evil.example.com"}, 421},
		{open, "/healthz", []string{"Host", "evil.example.com"}, 421},
		{open, "/api/v1/search?q=" + strings.Repeat("a", 20_000), nil, 414},
		{closed, "/api/v1/stats", nil, 401},
		{closed, "/metrics", nil, 401},
		{closed, "/healthz", nil, 200},
		{closed, "/api/v1/stats", []string{"Authorization", "Bearer " + token, "Host", "any.example.com"}, 200},
		{closed, "/api/v1/stats", []string{"Authorization", "Basic " + basic("anyone", token)}, 200},
		{closed, "/api/v1/stats", []string{"Authorization", "bearer " + token}, 200},
		{closed, "/api/v1/stats", []string{"Authorization", "Bearer " + token + "x"}, 401},
		{closed, "/api/v1/stats", []string{"Authorization", "Basic !"}, 401},
		{closed, "/api/v1/stats?token=" + token, nil, 401},
	} {
		w := c.s.do(http.MethodGet, c.target, nil, c.headers...)
		if w.Code != c.want {
			t.Errorf("%.40s %v: %d, want %d: %.200s", c.target, c.headers, w.Code, c.want, w.Body)
		}
		if c.want >= 400 && !strings.Contains(w.Header().Get("Content-Type"), "problem+json") {
			t.Errorf("%.40s: %s", c.target, w.Header().Get("Content-Type"))
		}
	}
}

// TestRefusals: what is not possible is a problem, with the methods that are.
func TestRefusals(t *testing.T) {
	s, _ := start(t, Options{})
	for _, c := range []struct {
		method, target string
		headers        []string
		status         int
		allow          string
	}{
		{"POST", "/", nil, 405, "GET, HEAD, OPTIONS"}, {"DELETE", "/help", nil, 405, "GET, HEAD, OPTIONS"}, {"POST", "/healthz", nil, 405, "GET, HEAD, OPTIONS"},
		{"PUT", "/metrics", nil, 405, "GET, HEAD, OPTIONS"}, {"GET", "/sources", nil, 405, "POST, OPTIONS"}, {"GET", "/mcp", nil, 405, "POST, OPTIONS"},
		{"PUT", "/api/v1/verify", nil, 405, "GET, HEAD, POST, OPTIONS"}, {"GET", "/api/nothing", []string{"Accept", "text/html"}, 404, ""}, {"GET", "/api/v1/nothing", nil, 404, ""},
		{"POST", "/api/v1/verify", []string{"Sec-Fetch-Site", "cross-site"}, 403, ""}, {"POST", "/mcp", []string{"Origin", "https://evil.example.com"}, 403, ""},
	} {
		w := s.do(c.method, c.target, nil, c.headers...)
		if w.Code != c.status || w.Header().Get("Allow") != c.allow || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s: %d %v %s", c.method, c.target, w.Code, w.Header(), w.Body)
		}
	}
	if w := s.do(http.MethodHead, "/healthz", nil); w.Code != http.StatusOK {
		t.Errorf("HEAD /healthz: %d", w.Code)
	}
}

func basic(user, password string) string {
	r := &http.Request{Header: http.Header{}}
	r.SetBasicAuth(user, password)
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Basic ")
}

// TestSources: the owner, on this machine, has sources indexed; nobody else has.
func TestSources(t *testing.T) {
	s, _ := start(t, Options{MaxSource: 1 << 20})
	dir := t.TempDir()
	first := example(t, dir, exampleNames[0])
	owner := []string{"Authorization", "Bearer " + s.ownerToken}
	for _, c := range []struct {
		target  string
		headers []string
		want    int
	}{
		{"/sources?path=" + url.QueryEscape(first), nil, 401},
		{"/sources?path=" + url.QueryEscape(first), []string{"Authorization", "Bearer x"}, 401},
		{"/sources?path=" + url.QueryEscape(first), append([]string{"Sec-Fetch-Site", "cross-site"}, owner...), 403},
		{"/sources?path=relative.xml", owner, 400},
		{"/sources?path=" + url.QueryEscape(first) + "&foo=1", owner, 400},
		{"/sources?path=" + url.QueryEscape(first), owner, 200},
	} {
		if w := s.do(http.MethodPost, c.target, nil, c.headers...); w.Code != c.want {
			t.Errorf("%s %v: %d, want %d: %s", c.target, c.headers, w.Code, c.want, w.Body)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "/sources", nil)
	r.RemoteAddr, r.Host = "192.0.2.7:1", "localhost"
	r.Header.Set(owner[0], owner[1])
	w := httptest.NewRecorder()
	if s.Handler().ServeHTTP(w, r); w.Code != 401 {
		t.Errorf("from another machine: %d", w.Code)
	}
	b, err := os.ReadFile(example(t, dir, exampleNames[1]))
	if err != nil {
		t.Fatal(err)
	}
	var ans SourcesAnswer
	w = s.do(http.MethodPost, "/sources", bytes.NewReader(b), owner...)
	if err := json.Unmarshal(w.Body.Bytes(), &ans); err != nil || ans.Added != 1 {
		t.Errorf("a body: %d %s", w.Code, w.Body)
	}
	w = s.do(http.MethodPost, "/sources", strings.NewReader(strings.Repeat("x", 2<<20)), owner...)
	ans = SourcesAnswer{}
	if err := json.Unmarshal(w.Body.Bytes(), &ans); err != nil || ans.Added != 0 || ans.Skipped != 1 {
		t.Errorf("a body that is too large: %d %s", w.Code, w.Body)
	}
	if n := s.decisions(t); n != 2 {
		t.Errorf("%d decisions", n)
	}
}

// decisions is how many decisions the server says that it holds.
func (s *Server) decisions(t testing.TB) int {
	t.Helper()
	var st struct {
		Decisions int `json:"decisions"`
	}
	w := s.do(http.MethodGet, "/api/v1/stats", nil)
	if err := json.Unmarshal(w.Body.Bytes(), &st); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return st.Decisions
}

// TestMetrics: requests are counted by place; what was asked is in no metric and no log.
func TestMetrics(t *testing.T) {
	var logged bytes.Buffer
	s, stop := start(t, Options{Log: slog.New(slog.NewJSONHandler(&logged, nil))})
	for _, target := range []string{"/api/v1/search?q=Dupont", "/api/v1/search?q=Dupont", "/api/v1/decisions/Dupont", "/Dupont", "/decisions/Dupont"} {
		s.do(http.MethodGet, target, nil)
	}
	s.do("DUPONT", "/", nil)
	text := s.do(http.MethodGet, "/metrics", nil).Body.String()
	for _, want := range []string{
		`attendu_http_requests_total{code="200",method="GET",route="/api/v1/search"} 2`,
		`attendu_http_requests_total{code="404",method="GET",route="other"} 1`,
		`attendu_cache_requests_total{result="hit"} 2`,
		`attendu_library_decisions 0`,
		`attendu_http_request_duration_seconds_bucket{route="/api/v1/search",le="0.05"}`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	if both := strings.ToLower(text + logged.String()); strings.Contains(both, "dupont") || strings.Contains(both, "127.0.0.1:4711") {
		t.Errorf("personal data in metrics or log: %s", &logged)
	}
	if !strings.Contains(logged.String(), `"route":"/api/v1/search"`) {
		t.Errorf("the log has no requests: %s", &logged)
	}
}

// TestRoutes: every operation of the API has a place of its own among the metrics.
func TestRoutes(t *testing.T) {
	s, _ := start(t, Options{})
	for _, want := range []string{"search", "decisions", "articles", "cited-by", "stats"} {
		if !slices.Contains(s.operations, want) {
			t.Errorf("no %s among %v", want, s.operations)
		}
		if got := s.routeOf("/api/v1/" + want + "/x/y"); got != "/api/v1/"+want {
			t.Errorf("%s is counted as %s", want, got)
		}
	}
}

// TestAssistants: the tools of package mcp are at /mcp, behind the same guard; what is
// malformed gets a clear answer.
func TestAssistants(t *testing.T) {
	s, _ := start(t, Options{})
	const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`
	post := func(body string, headers ...string) *httptest.ResponseRecorder {
		return s.do(http.MethodPost, "/mcp", strings.NewReader(body), append([]string{"Content-Type", "application/json",
			"Accept", "application/json, text/event-stream"}, headers...)...)
	}
	if w := post(hello); w.Code != 200 || !strings.Contains(w.Body.String(), `"serverInfo"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, bad := range []string{"", "{", "[]", strings.Repeat("[", 1<<20), strings.Repeat("x", 5<<20)} {
		if w := post(bad); w.Code < 400 || w.Code >= 500 {
			t.Errorf("%.10q: %d %.200s", bad, w.Code, w.Body)
		}
	}
	if w := post(hello, "Host", "evil.example.com"); w.Code != 421 {
		t.Errorf("by another name: %d", w.Code)
	}
	if w := post(hello, "Sec-Fetch-Site", "cross-site"); w.Code != 403 {
		t.Errorf("from a page of another origin: %d", w.Code)
	}
}

// TestPages: people get pages, which ask nothing of elsewhere, where programs get JSON.
func TestPages(t *testing.T) {
	s, _ := start(t, Options{})
	for _, path := range []string{"/", "/search?q=mot", "/help"} {
		w := s.do(http.MethodGet, path, nil, "Accept", "text/html")
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
	}
	if w := s.do(http.MethodGet, "/search?q=mot", nil, "Accept", "application/json"); w.Code != 200 || w.Header().Get("Content-Type") != "application/json" {
		t.Errorf("for a program: %d %v", w.Code, w.Header())
	}
}

// TestSlowClient: who does not end the head of a request is cut off, and the others are
// answered meanwhile.
func TestSlowClient(t *testing.T) {
	s, _ := start(t, Options{headerTime: 50 * time.Millisecond})
	slow, err := net.Dial("tcp", s.public.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	if _, err := io.WriteString(slow, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: "); err != nil {
		t.Fatal(err)
	}
	for { // on a busy machine an honest client may be slow, too; in the end it is answered
		resp, err := http.Get(s.URL() + "/healthz")
		if err != nil {
			continue
		}
		_ = resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			break
		}
	}
	if b, err := io.ReadAll(slow); err != nil || bytes.Contains(b, []byte(" 200 ")) {
		t.Errorf("the slow client: %q, %v", b, err) // it ends: the server has closed
	}
}

// TestPaths: no path leads out of what is served.
func TestPaths(t *testing.T) {
	s, _ := start(t, Options{})
	for _, path := range []string{"/../etc/passwd", "//etc/passwd", "/decisions/../../etc/passwd", "/api/v1/..%2f..%2fserve.json",
		"/assets/..%2f..%2fserver.go", "/decisions/%2e%2e/%2e%2e/etc/passwd", `/\..\..\x`, "/%00", "/serve.json", "/run"} {
		resp := raw(t, s, "GET "+path+" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		if !slices.Contains([]int{301, 307, 308, 400, 404}, resp.StatusCode) {
			t.Errorf("%s: %s", path, resp.Status)
		}
		if to := resp.Header.Get("Location"); to != "" && !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") {
			t.Errorf("%s leads to %s", path, to)
		}
	}
	resp := raw(t, s, "GET / HTTP/1.1\r\nHost: localhost\r\nX: "+strings.Repeat("x", 64<<10)+"\r\n\r\n")
	if resp.StatusCode != 431 {
		t.Errorf("a head without bound: %s", resp.Status)
	}
}

// raw sends bytes as they are.
func raw(t *testing.T, s *Server, request string) *http.Response {
	t.Helper()
	resp, err := rawResponse(s.public.Addr().String(), request)
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

// TestOwner: the note leads the owner's commands to the server, and is gone afterwards.
func TestOwner(t *testing.T) {
	dir := t.TempDir()
	started := make(chan struct{}, 1)
	s, stop := start(t, Options{Folder: dir, Run: func(ctx context.Context, c relay.Command, _ io.Reader, out, _ io.Writer) int {
		switch c.Args[0] {
		case "wait":
			started <- struct{}{}
			<-ctx.Done() // as an indexing that is interrupted
			return 130
		case "panic":
			panic("a fault")
		}
		fmt.Fprint(out, c.Args[0])
		return 3
	}})
	note, err := relay.Read(dir)
	if err != nil || note.Public != s.URL() {
		t.Fatalf("%+v, %v", note, err)
	}
	call := func(arg string) (int, string, error) {
		var out bytes.Buffer
		code, err := relay.Run(t.Context(), note, relay.Command{Args: []string{arg}}, nil, &out, &out)
		return code, out.String(), err
	}
	if code, out, err := call("hello"); err != nil || code != 3 || out != "hello" {
		t.Errorf("%d %q %v", code, out, err)
	}
	if code, out, err := call("panic"); err != nil || code != 1 || !strings.Contains(out, "fault") {
		t.Errorf("a panic: %d %q %v", code, out, err)
	}
	if resp, err := http.Post(s.URL()+"/run", "", strings.NewReader("{}\n")); err != nil || resp.StatusCode != 404 && resp.StatusCode != 405 {
		t.Errorf("commands at the public address: %v, %v", resp.Status, err)
	}
	code := make(chan int)
	go func() {
		c, _, _ := call("wait")
		code <- c
	}()
	<-started
	if err := stop(); err != nil {
		t.Error(err)
	}
	if c := <-code; c != 130 {
		t.Errorf("a command at the stop of the server: %d", c)
	}
	if _, err := relay.Read(dir); err == nil {
		t.Error("the note is still there")
	}
}
