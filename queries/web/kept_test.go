package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
)

// asked counts the decisions that pages ask for, and tells the state of the library.
type asked struct {
	Library
	at    atomic.Uint64
	count atomic.Int32
}

func (a *asked) Decision(ctx context.Context, ref string) (*queries.DecisionAnswer, error) {
	a.count.Add(1)
	return a.Library.Decision(ctx, ref)
}

func (a *asked) Position(context.Context) (queries.Position, error) {
	return queries.Position{Change: a.at.Load(), Settled: true}, nil
}

// visitor asks as browsers do.
func visitor(h http.Handler, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestPagesAreKept: a page is made once for each language, look and state of the library,
// and is not sent to who has it.
func TestPagesAreKept(t *testing.T) {
	lib := &asked{Library: library(t)}
	keeper := kept.New(lib, kept.Options{})
	h, err := New(lib, Options{Keeper: keeper})
	if err != nil {
		t.Fatal(err)
	}
	const path = "/decisions/cass/18-29417"
	made := func(when string, want int32, headers ...string) *httptest.ResponseRecorder {
		t.Helper()
		before := lib.count.Load()
		w := visitor(h, path, headers...)
		if n := lib.count.Load() - before; n != want || w.Code != http.StatusOK {
			t.Errorf("%s: asked %d times, want %d; status %d", when, n, want, w.Code)
		}
		if w.Header().Get("Content-Security-Policy") != policy || w.Header().Get("Vary") != "Cookie" || w.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s: %v", when, w.Header())
		}
		return w
	}
	first := made("the first", 1)
	again := made("the same again", 0)
	if first.Body.String() != again.Body.String() || strings.Contains(first.Body.String(), "nonce") {
		t.Error("what is kept is not what was made")
	}
	made("English", 1, "Cookie", "lang=en")
	if w := made("dark", 1, "Cookie", "theme=dark"); !strings.Contains(w.Body.String(), `data-theme="dark"`) {
		t.Error("the look of another is given")
	}
	if w := made("French still", 0, "Cookie", "lang=fr"); !strings.Contains(w.Body.String(), `<html lang="fr"`) {
		t.Error("the language of another is given")
	}
	tag := first.Header().Get("ETag")
	if w := visitor(h, path, "If-None-Match", tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("Content-Security-Policy") != policy {
		t.Errorf("who has the page is sent it: tag %q, status %d, %d bytes", tag, w.Code, w.Body.Len())
	}
	if w := visitor(h, path, "If-None-Match", tag, "Cookie", "lang=en"); w.Code != http.StatusOK {
		t.Errorf("who has it in French is sent %d in place of the English page", w.Code)
	}
	lib.at.Add(1)
	made("after a change", 1)
	if w := visitor(h, path, "If-None-Match", tag); w.Code != http.StatusOK {
		t.Errorf("after a change the old tag gives %d", w.Code)
	}
}

// TestChoiceIsNotKept: who chooses a language is given a cookie, and nobody else is.
func TestChoiceIsNotKept(t *testing.T) {
	lib := &asked{Library: library(t)}
	h, err := New(lib, Options{Keeper: kept.New(lib, kept.Options{})})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // made, and kept
		if c := visitor(h, "/help?lang=en").Header().Get("Set-Cookie"); !strings.HasPrefix(c, "lang=en") {
			t.Errorf("a choice sets the cookie %q", c)
		}
	}
	if c := visitor(h, "/help", "Cookie", "lang=en").Header().Get("Set-Cookie"); c != "" {
		t.Errorf("who chose nothing is given the cookie %q", c)
	}
	for _, host := range []string{"droit.example", "autre.example"} { // addresses that stay begin as the reader came
		if w := visitor(h, "http://"+host+"/decisions/cass/18-29417"); !strings.Contains(w.Body.String(), "http://"+host+"/decisions/cass/18-29417") {
			t.Errorf("on %s the page has the addresses of another host", host)
		}
	}
}

// hurried is a library whose searches are cut short.
type hurried struct{ asked }

func (h *hurried) Search(ctx context.Context, req queries.SearchRequest) (*queries.SearchAnswer, error) {
	ans, err := h.Library.Search(ctx, req)
	if err == nil {
		h.count.Add(1)
		ans.LeftOut.Unsearched = 7
	}
	return ans, err
}

// TestCutShortIsNotKept: what the time cut short is searched again.
func TestCutShortIsNotKept(t *testing.T) {
	lib := &hurried{asked{Library: library(t)}}
	h, err := New(lib, Options{Keeper: kept.New(lib, kept.Options{})})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if w := visitor(h, "/search?q=facture"); w.Code != http.StatusOK || w.Header().Get("ETag") != "" {
			t.Errorf("status %d, tag %q", w.Code, w.Header().Get("ETag"))
		}
	}
	if n := lib.count.Load(); n != 2 {
		t.Errorf("searched %d times, want 2", n)
	}
}
