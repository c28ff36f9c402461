package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/queries/lang"
	"golang.org/x/net/html"
)

// maxCrawled bounds the pages that TestLinks asks for.
const maxCrawled = 600

// TestLinks follows the links of every page, from the first one on: each leads to a
// page, and to a place on it that is there. Of searches that narrow a search only one
// condition is followed, and the drawn neighbourhoods are not walked far.
func TestLinks(t *testing.T) {
	h := pages(t)
	seen, depth := map[string]bool{"/": true}, map[string]int{}
	todo, asked := []string{"/"}, 0
	for len(todo) > 0 && asked < maxCrawled {
		at := todo[0]
		todo = todo[1:]
		asked++
		res := get(t, h, at)
		if res.StatusCode != http.StatusOK && res.StatusCode != http.StatusMultipleChoices {
			t.Errorf("%s: %d", at, res.StatusCode)
		}
		if strings.HasPrefix(at, "/assets/") {
			continue
		}
		doc, err := html.Parse(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range elements(doc, "a") {
			to, _, _ := strings.Cut(attr(n, "href"), "#")
			if seen[to] || !followed(t, at, to, depth[at]) {
				continue
			}
			seen[to], depth[to] = true, depth[at]+1
			todo = append(todo, to)
		}
	}
	if asked < 300 {
		t.Errorf("only %d pages were asked for", asked)
	}
}

// followed reports whether the crawl follows a link.
func followed(t *testing.T, at, to string, depth int) bool {
	t.Helper()
	u, err := url.Parse(to)
	if err != nil {
		t.Errorf("%s: %q is no address", at, to)
		return false
	}
	q := u.Query()
	switch {
	case to == "" || u.Host != "" || q.Has("lang") || q.Has("theme"):
		return false
	case !strings.HasPrefix(to, "/"):
		t.Errorf("%s: a link to %q", at, to)
		return false
	case u.Path == "/search":
		return depth < 2 && len(q["f"]) < 2 && q.Get("sort") == ""
	case strings.HasPrefix(u.Path, "/graph/"):
		return depth < 3
	}
	return true
}

// TestHelp: what the page of help shows can be typed as it stands.
func TestHelp(t *testing.T) {
	l, err := lang.Load()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read("help.tsv", helpTSV, "table", "typed", "also", "fr", "en")
	if err != nil {
		t.Fatal(err)
	}
	reference := func(s string) bool { return strings.ContainsAny(s, "0123456789") }
	for _, r := range rows {
		if _, err := l.Parse(r.Get("typed"), reference); err != nil {
			t.Errorf("%s: %v", r.Get("typed"), err)
		}
	}
	for _, e := range tries {
		if _, err := l.Parse(e.Query, reference); err != nil {
			t.Errorf("%s: %v", e.Query, err)
		}
	}
}

// TestFault: an error points at its place in what was typed, also behind conditions.
func TestFault(t *testing.T) {
	h := pages(t)
	for _, c := range []struct{ path, before, here, column string }{
		{"/search?q=" + url.QueryEscape(`été "mot de`), "été ", `"`, "5"},
		{"/search?f=court:cass&q=" + url.QueryEscape(`été "mot de`), "été ", `"`, "5"},
		{"/search?q=" + url.QueryEscape(`a ET b OU c`), "a ET b ", "O", "8"},
		{"/search?q=" + url.QueryEscape(`bail ET`), "bail ", "E", "6"},
	} {
		doc := page(t, h, c.path, 400)
		for _, n := range elements(doc, "p") {
			if attr(n, "class") != "pointer" {
				continue
			}
			spans := elements(n, "span")
			if got := spans[0].FirstChild; got == nil || got.Data != c.before || said(elements(n, "mark")[0]) != c.here {
				t.Errorf("%s: it points at %q after %q", c.path, said(elements(n, "mark")[0]), said(spans[0]))
			}
			c.before = "-"
		}
		if c.before != "-" {
			t.Errorf("%s: it points nowhere", c.path)
		}
		for _, n := range elements(doc, "input") {
			if attr(n, "name") == "q" && (attr(n, "aria-invalid") != "true" || attr(n, "data-column") != c.column) {
				t.Errorf("%s: the field: %v", c.path, n.Attr)
			}
		}
	}
}

// TestFacets: a value of a facet narrows the search to as many decisions as it says; to
// more where its condition also takes other numbers of a rule, or other words.
func TestFacets(t *testing.T) {
	h := pages(t)
	doc, looked := page(t, h, "/search?q=mot+de+passe", 200), 0
	for _, n := range elements(doc, "a") {
		href := attr(n, "href")
		if u, err := url.Parse(href); err != nil || len(u.Query()["f"]) != 1 {
			continue
		}
		count := ""
		for _, s := range elements(n, "span") {
			if attr(s, "class") == "n" {
				count = said(s)
			}
		}
		if count == "" {
			continue
		}
		looked++
		got, _, _ := strings.Cut(said(elements(page(t, h, href, 200), "h2")[0]), " ")
		exact := strings.Contains(href, "f=court") || strings.Contains(href, "f=year") || strings.Contains(href, "f=matter")
		if exact && got != count || got < count { // numbers of one digit
			t.Errorf("%s: %s decisions, want %s", href, got, count)
		}
	}
	if looked < 15 {
		t.Errorf("only %d values", looked)
	}
}
