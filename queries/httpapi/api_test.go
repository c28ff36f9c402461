package httpapi_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
	"github.com/attendu/attendu/queries/kept"
)

// TestProblems: a request that makes no sense gets its status, the code of package
// queries, and one line that says why.
func TestProblems(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	for _, c := range []struct {
		target string
		status int
		code   queries.Code
		says   string
	}{
		{"/api/v1/decisions/cass/99-99999", 404, queries.NotFound, "99-99"},
		{"/api/v1/decisions/%00%ff", 400, queries.Invalid, ""},
		{"/api/v1/decisions/..%2f..%2fetc%2fpasswd", 400, queries.Invalid, ""},
		{"/api/v1/search?q=(mot", 400, queries.Invalid, ""},
		{"/api/v1/search?querry=mot", 400, queries.Invalid, "querry"},
		{"/api/v1/search?q=serveur;limit=1", 400, queries.Invalid, "%3B"},
		{"/api/v1/search?q=%zz", 400, queries.Invalid, "%zz"},
		{"/search?q=%zz", 400, queries.Invalid, "%zz"},
		{"/search?foo=1", 400, queries.Invalid, "foo"},
		{"/api/v1/search?q=a&q=b", 400, queries.Invalid, "q is given 2 times"},
		{"/api/v1/decisions/cass/18-29417?format=json&format=ris", 400, queries.Invalid, "format"},
		{"/api/v1/decisions/cass/18-29417?format=ris&format=json", 400, queries.Invalid, "format"},
		{"/api/v1/search?prior=NaN", 400, queries.Invalid, "prior"},
		{"/api/v1/search?prior=Inf", 400, queries.Invalid, "prior"},
		{"/api/v1/rank?half_life=nan", 400, queries.Invalid, "half_life"},
		{"/api/v1/search?limit=1000", 400, queries.Invalid, "limit"},
		{"/api/v1/search?limit=x", 400, queries.Invalid, "limit"},
		{"/api/v1/search?after=nonsense", 400, queries.Invalid, "after"},
		{"/api/v1/search?from=12/03/2015", 400, queries.Invalid, "12/03/2015"},
		{"/api/v1/search?facet=judge", 400, queries.Invalid, "judge"},
		{"/api/v1/search?q=" + strings.Repeat("a", 5000), 400, queries.Invalid, "4096"},
		{"/api/v1/cited-by", 400, queries.Invalid, "ref"},
		{"/api/v1/cited-by?ref=code-civil/1240&after=!", 400, queries.Invalid, "after"},
		{"/api/v1/articles/cass/18-29417", 400, queries.Invalid, "decision"},
		{"/api/v1/neighbours?ref=cass/18-29417&after=p-1", 400, queries.Invalid, "after"},
		{"/api/v1/law?q=faute", 404, queries.NotFound, "no texts of law"},
		{"/api/v1/nothing", 404, queries.NotFound, ""},
		{"/nothing", 404, queries.NotFound, "openapi"},
		{"/api/v2/search", 404, queries.NotFound, "openapi"},
		{"/api/v1/decisions/nonsense", 400, queries.Invalid, "neither"},
	} {
		w := ask(h, http.MethodGet, c.target)
		p := read[httpapi.Problem](t, w, c.status)
		if p.Code != c.code || p.Status != c.status || !strings.Contains(p.Detail, c.says) || p.Detail == "" || strings.Contains(p.Detail, "\n") {
			t.Errorf("%.60s: %+v", c.target, p)
		}
		if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("%.60s: %s", c.target, got)
		}
	}
}

// TestNoFolders: an answer names the file of a source, and not where it lay.
func TestNoFolders(t *testing.T) {
	w := ask(serveDemo(t, httpapi.Options{}), http.MethodGet, "/api/v1/decisions/cass/18-29417")
	d := read[queries.DecisionAnswer](t, w, 200)
	if len(d.Sources) == 0 || d.Sources[0].Path != "cass-civ1-2019-18-29417.xml" || strings.Contains(w.Body.String(), os.TempDir()) {
		at := strings.Index(w.Body.String(), os.TempDir())
		t.Errorf("%+v, %.200s", d.Sources, w.Body.String()[max(at-100, 0):])
	}
}

// TestPointer: an error in a query points at its place.
func TestPointer(t *testing.T) {
	p := read[httpapi.Problem](t, ask(serveDemo(t, httpapi.Options{}), http.MethodGet, `/api/v1/search?q=facture+ET+(mot`), 400)
	if p.Column == 0 || !strings.Contains(p.Pointer, "^") || p.Hint == "" {
		t.Errorf("no place: %+v", p)
	}
}

// TestMethods: HEAD is GET without its body, OPTIONS says what is possible, the rest is
// refused.
func TestMethods(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	const target = "/api/v1/decisions/cass/18-29417"
	get, head := ask(h, http.MethodGet, target), ask(h, http.MethodHead, target)
	if head.Code != 200 || head.Body.Len() != 0 || head.Header().Get("Content-Length") != get.Header().Get("Content-Length") || head.Header().Get("ETag") != get.Header().Get("ETag") {
		t.Errorf("HEAD: %d, %d bytes, %v", head.Code, head.Body.Len(), head.Header())
	}
	for _, target := range []string{target, "/decisions/cass/18-29417", "/openapi.yaml", "/search"} {
		if w := ask(h, http.MethodOptions, target); w.Code != http.StatusNoContent || !strings.Contains(w.Header().Get("Allow"), "GET") {
			t.Errorf("OPTIONS %s: %d %v", target, w.Code, w.Header())
		}
		for _, m := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, "BREW"} {
			if w := ask(h, m, target); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") == "" {
				t.Errorf("%s %s: %d %v", m, target, w.Code, w.Header())
			}
		}
	}
}

// TestTags: an answer is not sent again while the library stands still.
func TestTags(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	const target = "/api/v1/search?q=facture"
	first := ask(h, http.MethodGet, target)
	tag := first.Header().Get("ETag")
	if first.Code != 200 || tag == "" {
		t.Fatalf("%d, no ETag: %v", first.Code, first.Header())
	}
	for _, has := range []string{`"x", ` + tag, strings.TrimPrefix(tag, "W/")} {
		if w := ask(h, http.MethodGet, target, "If-None-Match", has); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			t.Errorf("asked again with %s: %d, %d bytes", has, w.Code, w.Body.Len())
		}
	}
	for _, other := range []string{`*`, `"x"`, tag + "x"} {
		if w := ask(h, http.MethodGet, target, "If-None-Match", other); w.Code != 200 {
			t.Errorf("If-None-Match: %s: %d", other, w.Code)
		}
	}
	if w := ask(h, http.MethodGet, target+"&limit=1", "If-None-Match", tag); w.Code != 200 {
		t.Errorf("the tag of another request: %d", w.Code)
	}
}

// TestPages: the pages of an answer are the whole of it, each thing once.
func TestPages(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	for _, c := range []struct{ target, list string }{
		{"/api/v1/search?q=facture&limit=2", "hits"},
		{"/api/v1/cited-by?ref=code-civil/1382&limit=2", "citing"},
		{"/api/v1/neighbours?ref=cass/18-29417&limit=5", "neighbours"},
	} {
		whole := read[map[string]any](t, ask(h, http.MethodGet, strings.ReplaceAll(strings.ReplaceAll(c.target, "limit=2", "limit=100"), "limit=5", "limit=100")), 200)
		want := whole[c.list].([]any)
		got, after := 0, ""
		seen := map[string]bool{}
		for range 100 {
			page := read[map[string]any](t, ask(h, http.MethodGet, c.target+"&after="+after), 200)
			for _, x := range page[c.list].([]any) {
				if key, ok := x.(map[string]any)["node"].(string); ok && seen[key] {
					t.Errorf("%s: %s comes twice", c.target, key)
				} else {
					seen[key] = true
				}
				got++
			}
			if after = page["next"].(string); after == "" {
				break
			}
			if page["left_out"].(map[string]any)["complete"] != false {
				t.Errorf("%s: a page that goes on says that it is complete", c.target)
			}
		}
		if got != len(want) || got < 3 {
			t.Errorf("%s: %d on the pages, %d in all", c.target, got, len(want))
		}
	}
}

// TestNegotiation: at the permanent addresses people get the page, programs the answer.
func TestNegotiation(t *testing.T) {
	pages := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte("<html>" + r.URL.Path)) })
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, c := range []struct {
		pages          http.Handler
		target, accept string
		status         int
		begins         string
	}{
		{pages, "/decisions/cass/18-29417", browser, 200, "<html>/decisions/cass/18-29417"},
		{pages, "/articles/code-civil/1240", browser, 200, "<html>/articles/code-civil/1240"},
		{pages, "/search?q=mot", browser, 200, "<html>/search"},
		{pages, "/decisions/cass/18-29417", "application/json", 200, `{"`},
		{pages, "/decisions/cass/18-29417", "*/*", 200, `{"`},
		{pages, "/decisions/cass/18-29417", "", 200, `{"`},
		{pages, "/decisions/cass/18-29417?format=json", browser, 200, `{"`},
		{pages, "/decisions/cass/18-29417", "text/html;q=0.5, application/json", 200, `{"`},
		{pages, "/decisions/cass/18-29417", "application/json;q=0, text/html;q=0.1", 200, "<html>"},
		{pages, "/decisions/cass/18-29417", "image/png", 406, `{"`},
		{pages, "/decisions/cass/18-29417", "application/x-bibtex", 200, "@"},
		{pages, "/decisions/cass/18-29417?format=ris", browser, 200, "TY  -"},
		{pages, "/decisions/cass/18-29417", "application/ld+json", 200, `{`},
		{pages, "/decisions/ca/rennes/17-92716", "application/vnd.citationstyles.csl+json", 200, "["},
		{pages, "/decisions/cass/18-29417?format=reflex", "", 200, "Cass. 1re civ., 13 novembre 2019, n° 18-29.417"},
		{pages, "/decisions/cass/18-29417?format=turtle", "", 200, "@base"},
		{pages, "/decisions/cass/99-99999?format=bibtex", "", 404, `{"`},
		{pages, "/decisions/nonsense?format=bibtex", "", 400, `{"`},
		{pages, "/decisions/cass/18-29417?format=bibtex&limit=1", "", 400, `{"`},
		{pages, "/decisions/cass/18-29417", "text/html, application/x-bibtex", 200, "@"},
		{pages, "/decisions/cass/18-29417?format=docx", "", 400, `{"`},
		{nil, "/decisions/cass/18-29417", browser, 200, `{"`},
		{nil, "/decisions/ca%2Frennes%2F17-92716", "", 200, `{"`},
		{nil, "/search?q=mot", browser, 200, `{"`},
		{pages, "/search?q=mot&format=json", browser, 200, `{"`},
		{pages, "/search?q=mot&format=html", "", 200, "<html>/search"},
		{pages, "/search?q=mot&format=ris", browser, 400, `{"`},
		{pages, "/articles/code-civil/1240?format=json", browser, 200, `{"`},
	} {
		w := ask(serveDemo(t, httpapi.Options{Pages: c.pages}), http.MethodGet, c.target, "Accept", c.accept)
		if w.Code != c.status || !strings.HasPrefix(w.Body.String(), c.begins) {
			t.Errorf("%s, Accept %s: %d %.80s, want %d %s", c.target, c.accept, w.Code, w.Body, c.status, c.begins)
		}
		if !strings.Contains(w.Header().Get("Vary"), "Accept") {
			t.Errorf("%s: Vary is %q", c.target, w.Header().Get("Vary"))
		}
	}
}

// TestVerifyText: a text is posted, and its citations are verified; what is no such text
// is refused.
func TestVerifyText(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	for _, c := range []struct {
		body, media string
		status      int
		says        string
	}{
		{`{"text":"Vu l'article 1382 du code civil et Cass. 1re civ., 13 novembre 2019, n° 18-29.417"}`, "application/json", 200, `"verdict":"`},
		{`{"text":""}`, "application/json", 400, "text"},
		{`{"texte":"C. civ. 1382"}`, "application/json", 400, "required property text"},
		{`{"text":`, "application/json", 400, "problem"},
		{`{"text":"C. civ. 1382","quot":["x"]}`, "application/json", 400, "quot"},
		{`{"text":"C. civ. 1382","quote":["mots que personne n'a dits"]}`, "application/json", 200, "mots que personne n'a dits"},
		{``, "application/json", 400, "problem"},
		{`{"text":"C. civ. 1382","limit":-1}`, "application/json", 400, "limit"},
		{`text=C`, "application/x-www-form-urlencoded", 415, "problem"},
		{`{"text":"` + strings.Repeat("x", 3<<20) + `"}`, "application/json", 413, "problem"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/verify", strings.NewReader(c.body))
		r.Header.Set("Content-Type", c.media)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.status || !strings.Contains(w.Header().Get("Content-Type")+w.Body.String(), c.says) {
			t.Errorf("%.40s: %d %.300s", c.body, w.Code, w.Body)
		}
	}
}

// TestCandidates: a name that fits several decisions is answered with a list of them, each of
// which names one.
func TestCandidates(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	p := read[httpapi.Problem](t, ask(h, http.MethodGet, "/api/v1/decisions/20-29.642"), 400)
	if len(p.Candidates) != 2 {
		t.Fatalf("%+v", p)
	}
	for _, k := range p.Candidates {
		if d := read[queries.DecisionAnswer](t, ask(h, http.MethodGet, "/api/v1/decisions/"+string(k)), 200); d.Key != k {
			t.Errorf("%s is %s", k, d.Key)
		}
	}
}

// slow is a body that does not come.
type slow struct{}

func (slow) Read([]byte) (int, error) { return 0, fmt.Errorf("read tcp: %w", os.ErrDeadlineExceeded) }

// TestBodies: a body that is slow is not one that is too large; what may be posted is said.
func TestBodies(t *testing.T) {
	h := serveDemo(t, httpapi.Options{})
	for status, body := range map[int]io.Reader{408: slow{}, 400: iotest.ErrReader(io.ErrUnexpectedEOF), 413: strings.NewReader(strings.Repeat("x", 3<<20))} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/v1/verify", body))
		if p := read[httpapi.Problem](t, w, status); p.Status != status || p.Code != queries.Invalid {
			t.Errorf("%d: %+v", status, p)
		}
	}
	for target, allow := range map[string]string{"/api/v1/verify": "GET, HEAD, POST, OPTIONS", "/api/v1/search": "GET, HEAD, OPTIONS"} {
		if w := ask(h, http.MethodPut, target); w.Code != 405 || w.Header().Get("Allow") != allow {
			t.Errorf("%s: %d, Allow: %s", target, w.Code, w.Header().Get("Allow"))
		}
	}
}

// TestSingular: one is one.
func TestSingular(t *testing.T) {
	v := read[httpapi.VerifyBody](t, ask(serveDemo(t, httpapi.Options{}), http.MethodGet, "/api/v1/verify?text=Cass.+soc.,+12+mars+1999,+n°+97-41.555"), 200)
	if want := "1 citation is of what this library does not hold, or not for certain: it may be right"; len(v.LeftOut.Notes) != 1 || v.LeftOut.Notes[0] != want {
		t.Errorf("%q, want %q", v.LeftOut.Notes, want)
	}
}

// FuzzRequest: whatever is asked, the answer is one of the API, and never a fault.
func FuzzRequest(f *testing.F) {
	h := serveDemo(f, httpapi.Options{Keep: kept.Options{CacheBytes: -1}})
	for _, s := range []string{"search?q=mot", "search?q=%22&limit=-1", "decisions/cass/18-29417?format=json", "articles/C.%20civ.%201240",
		"cited-by?ref=%00", "neighbours?ref=a%2F..%2Fb&after=p9", "path?from=x&to=y", "facets?by=court;q", "law?q=1", "decisions/%e9?x=%zz"} {
		f.Add(s, "application/json")
	}
	f.Fuzz(func(t *testing.T, rest, accept string) {
		head := "GET /api/v1/" + rest + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n"
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(head)))
		if err != nil {
			return // a server answers that by itself
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 && w.Code != http.StatusServiceUnavailable && w.Code != http.StatusNotImplemented {
			t.Errorf("%q: %d %s", rest, w.Code, w.Body)
		}
	})
}
