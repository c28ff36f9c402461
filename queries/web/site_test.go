package web

import (
	"context"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/queries"
	"golang.org/x/net/html"
)

// opened makes a library in memory of the examples and of hostile decisions, once.
var opened *queries.Library

func TestMain(m *testing.M) {
	code := m.Run()
	if opened != nil {
		_ = opened.Close()
	}
	os.Exit(code)
}

func library(t testing.TB) *queries.Library {
	t.Helper()
	if opened != nil {
		return opened
	}
	dir := t.TempDir()
	names, err := fs.ReadDir(examples.FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range names {
		b, err := examples.FS.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, e.Name()), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Add(context.Background(), []string{dir, "browsertest/hostile"}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	opened = lib
	return lib
}

func pages(t testing.TB) http.Handler {
	t.Helper()
	h, err := New(library(t), Options{Origin: "https://droit.example"})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// get asks for a page.
func get(t testing.TB, h http.Handler, target string) *http.Response {
	t.Helper()
	target, _, _ = strings.Cut(target, "#") // a browser keeps the fragment
	r := httptest.NewRequest(http.MethodGet, target, nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// page asks for a page, wants a status, and reads its HTML.
func page(t testing.TB, h http.Handler, target string, status int) *html.Node {
	t.Helper()
	res := get(t, h, target)
	defer res.Body.Close()
	if res.StatusCode != status {
		b, _ := io.ReadAll(res.Body)
		t.Fatalf("%s: %d, want %d\n%.600s", target, res.StatusCode, status, b)
	}
	doc, err := html.Parse(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// elements yields the elements of a document with a name; "" for all.
func elements(doc *html.Node, name string) (list []*html.Node) {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (name == "" || n.Data == name) {
			list = append(list, n)
		}
	}
	return list
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// said is the text of a node, its blanks made one, without what scripts read.
func said(n *html.Node) string {
	var b strings.Builder
	for x := range n.Descendants() {
		if x.Type == html.TextNode && (x.Parent == nil || x.Parent.Data != "script") {
			b.WriteString(x.Data)
		}
	}
	return oneLine(b.String())
}

// toured are pages of every kind.
var toured = []struct {
	path   string
	status int
}{
	{"/", 200}, {"/help", 200}, {"/search", 200}, {"/search?q=mot+de+passe", 200}, {"/search?q=C.+civ.+1382", 200}, {"/search?q=18-29.417", 200},
	{"/search?q=zzzz", 200}, {"/search?q=serveur+%22mot+de+passe", 400}, {"/search?q=mot&f=court%3Acass", 200}, {"/search?q=mot&sort=nonsense", 400},
	{"/decisions/cass/18-29417", 200}, {"/decisions/tgi/laval/2016-10-04", 200}, {"/decisions/cass/20-29642@2021-02-17", 200},
	{"/decisions/cass/05-13255", 200}, {"/decisions/cass/99-99999", 404}, {"/decisions/cass/20-29642", 300}, {"/decisions/nonsense", 400},
	{"/decisions/ca/rennes/21-66666", 200}, {"/decisions/cass/21-66667", 200}, {"/decisions/18-29.417", 200},
	{"/articles/code-civil/1240", 200}, {"/articles/code-civil/1382", 200}, {"/articles/code-civil/1382?at=2010-01-01", 200}, {"/articles/code-civil/1382?exact=1", 200},
	{"/articles/C.%20civ.%201240", 200}, {"/articles/CPC%20808%2F809", 200}, {"/articles/nonsense", 400}, {"/articles/code-civil/1240?at=tomorrow", 400},
	{"/graph/cass/18-29417", 200}, {"/graph/code-civil/1240", 200}, {"/graph/org/kirsch", 200}, {"/graph/court/cass", 200}, {"/graph/cass/99-99999", 404},
	{"/nowhere", 404},
}

// TestPages: each page answers as it should, and is sound: one h1, headings in order,
// ids once each, no inline script, style or handler, every field with a label, every
// header of a table with a scope.
func TestPages(t *testing.T) {
	h := pages(t)
	for _, p := range toured {
		for _, l := range []string{"fr", "en"} {
			at, err := url.Parse(p.path)
			if err != nil {
				t.Fatal(err)
			}
			q := at.Query()
			q.Set("lang", l)
			at.RawQuery = q.Encode()
			doc := page(t, h, at.String(), p.status)
			checkSound(t, at.String(), doc)
			if got := attr(elements(doc, "html")[0], "lang"); got != l {
				t.Errorf("%s: the page is in %q", at, got)
			}
			if text := said(doc); strings.Contains(text, "%!") || strings.Contains(text, "ZgotmplZ") {
				t.Errorf("%s: a format or an address was refused", at)
			}
		}
	}
}

func checkSound(t *testing.T, where string, doc *html.Node) {
	t.Helper()
	if n := len(elements(doc, "h1")); n != 1 {
		t.Errorf("%s: %d h1", where, n)
	}
	ids, labels, level := map[string]bool{}, map[string]bool{}, 0
	for _, n := range elements(doc, "label") {
		labels[attr(n, "for")] = true
	}
	for _, n := range elements(doc, "") {
		if id := attr(n, "id"); id != "" && ids[id] {
			t.Errorf("%s: the id %s comes twice", where, id)
		} else if id != "" {
			ids[id] = true
		}
		checkElement(t, where, n, labels)
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if l := int(n.Data[1] - '0'); l > level+1 {
				t.Errorf("%s: h%d %q follows h%d", where, l, said(n), level)
			} else {
				level = l
			}
		}
	}
	for _, n := range elements(doc, "") {
		for _, ref := range strings.Fields(attr(n, "aria-labelledby") + " " + attr(n, "aria-describedby")) {
			if !ids[ref] {
				t.Errorf("%s: nothing has the id %s", where, ref)
			}
		}
		if href, ok := strings.CutPrefix(attr(n, "href"), "#"); ok && !ids[href] {
			t.Errorf("%s: the link #%s leads nowhere", where, href)
		}
	}
}

func checkElement(t *testing.T, where string, n *html.Node, labels map[string]bool) {
	t.Helper()
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			t.Errorf("%s: <%s> has %s=%q", where, n.Data, a.Key, a.Val)
		}
		if (a.Key == "href" || a.Key == "src" || a.Key == "action") && strings.Contains(strings.ToLower(a.Val), "javascript:") && !strings.HasPrefix(a.Val, "/") {
			t.Errorf("%s: %s=%q", where, a.Key, a.Val)
		}
	}
	switch n.Data {
	case "script":
		if src := attr(n, "src"); !strings.HasPrefix(src, "/assets/") && attr(n, "type") != "application/json" {
			t.Errorf("%s: a script from %q: %.80s", where, src, said(n))
		}
	case "style", "iframe", "object", "embed", "base":
		t.Errorf("%s: there is a <%s>", where, n.Data)
	case "img":
		t.Errorf("%s: there is an image %q", where, attr(n, "src"))
	case "input":
		if attr(n, "type") != "hidden" && !labels[attr(n, "id")] {
			t.Errorf("%s: the field %q has no label", where, attr(n, "id"))
		}
	case "th":
		if attr(n, "scope") == "" {
			t.Errorf("%s: the header %q has no scope", where, said(n))
		}
	}
}

// TestHeaders: the policy forbids what is written into a page; pages are asked for
// again, assets under their hash never.
func TestHeaders(t *testing.T) {
	h := pages(t)
	res := get(t, h, "/")
	for name, want := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
		"Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-cache", "Vary": "Cookie", "Content-Language": "fr"} {
		if got := res.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for _, bad := range []string{"unsafe", "*", "http:", "https:", "data:"} {
		if strings.Contains(policy, bad) {
			t.Errorf("the policy allows %s", bad)
		}
	}
	doc, n := page(t, h, "/graph/cass/18-29417", 200), 0
	for _, e := range elements(doc, "") {
		for _, a := range []string{attr(e, "src"), attr(e, "href")} {
			if !strings.HasPrefix(a, "/assets/") {
				continue
			}
			n++
			res := get(t, h, a)
			if got := res.Header.Get("Cache-Control"); res.StatusCode != 200 || !strings.Contains(got, "immutable") {
				t.Errorf("%s: %d, %q", a, res.StatusCode, got)
			}
			r := httptest.NewRequest(http.MethodGet, a, nil)
			r.Header.Set("If-None-Match", res.Header.Get("ETag"))
			w := httptest.NewRecorder()
			if h.ServeHTTP(w, r); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
				t.Errorf("%s: asked for again: %d", a, w.Code)
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d assets were looked at", n)
	}
	if res := get(t, h, "/assets/style.css"); res.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("a bare name may be kept: %q", res.Header.Get("Cache-Control"))
	}
	for _, path := range []string{"/assets/", "/assets/../web.go", "/assets/nothing.js"} {
		if res := get(t, h, path); res.StatusCode == 200 {
			t.Errorf("%s is given", path)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "/search", nil)
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

// TestLanguage: the address chooses, a cookie remembers, French is first.
func TestLanguage(t *testing.T) {
	h := pages(t)
	res := get(t, h, "/help?lang=en")
	cookies := res.Cookies()
	if len(cookies) != 1 || cookies[0].Name != "lang" || cookies[0].Value != "en" || !cookies[0].HttpOnly {
		t.Fatalf("cookies: %v", cookies)
	}
	r := httptest.NewRequest(http.MethodGet, "/help", nil)
	r.Header.Set("Accept-Language", "en")
	for _, want := range []string{"fr", "en"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if got := w.Header().Get("Content-Language"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		r.AddCookie(cookies[0])
	}
}

// TestLooks: the link to another look is to one that differs: of the look of the system the
// style sheet shows the one that does.
func TestLooks(t *testing.T) {
	h := pages(t)
	for theme, want := range map[string]string{"": "Sombre Clair", "dark": "Clair", "light": "Automatique"} {
		var to []string
		for _, n := range elements(page(t, h, "/help?theme="+theme, http.StatusOK), "a") {
			if strings.Contains(attr(n, "href"), "theme=") {
				to = append(to, strings.TrimPrefix(said(n), "Apparence : "))
			}
		}
		if got := strings.Join(to, " "); got != want {
			t.Errorf("from %q: %q, want %q", theme, got, want)
		}
	}
}
