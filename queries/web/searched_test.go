package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// found is how many decisions a page of a search says that there are.
func found(t *testing.T, doc *html.Node) string {
	t.Helper()
	for _, n := range elements(doc, "h2") {
		if attr(n, "id") == "found" {
			count, _, _ := strings.Cut(said(n), " ")
			return count
		}
	}
	t.Error("the page does not say how many there are")
	return ""
}

// TestParameters: the page of a search does what its address asks for, shows it as a
// condition, and the address without the condition is that of the search without it.
func TestParameters(t *testing.T) {
	h := pages(t)
	const query = "/search?q=serveur"
	whole := found(t, page(t, h, query, http.StatusOK))
	for _, more := range []string{"court=cass", "from=2017-01-01", "to=2016-12-31", "cites=CPC+809", "party=sarl", "court=cass&court=ca"} {
		at := query + "&" + more
		doc := page(t, h, at, http.StatusOK)
		if got := found(t, doc); got == whole {
			t.Errorf("%s: %s decisions, as without", at, got)
		}
		carried := url.Values{}
		for _, n := range elements(doc, "input") {
			if attr(n, "type") == "hidden" {
				carried.Add(attr(n, "name"), attr(n, "value"))
			}
		}
		if want, _ := url.ParseQuery(more); want.Encode() != carried.Encode() {
			t.Errorf("%s: the field keeps %v", at, carried)
		}
		at = without(t, h, doc, strings.Count(more, "&")+1)
		if got := found(t, page(t, h, at, http.StatusOK)); got != whole {
			t.Errorf("%s: %s decisions, want %s", at, got, whole)
		}
	}
	if n := len(elements(page(t, h, query+"&limit=1", http.StatusOK), "h3")); n != 1 {
		t.Errorf("limit=1: %d hits", n)
	}
}

// without follows the links that take conditions away, as many as there must be.
func without(t *testing.T, h http.Handler, doc *html.Node, conditions int) (at string) {
	t.Helper()
	for ; conditions > 0; conditions-- {
		var links []string
		for _, n := range elements(doc, "ul") {
			if attr(n, "class") == "filters" {
				for _, a := range elements(n, "a") {
					links = append(links, attr(a, "href"))
				}
			}
		}
		if len(links) != conditions {
			t.Fatalf("%d conditions, want %d: %v", len(links), conditions, links)
		}
		at = links[0]
		doc = page(t, h, at, http.StatusOK)
	}
	return at
}

// TestRefused: what a page cannot do with its address it refuses, and says which part.
func TestRefused(t *testing.T) {
	h := pages(t)
	for at, says := range map[string]string{
		"/search?foo=1": "« foo »", "/?foo=1": "« foo »", "/help?q=1": "« q »", "/search?q=a&q=b": "q est donné 2 fois", "/search?explain=true": "« explain »",
		"/search?q=serveur;limit=1": "%3B", "/search?q=%zz": "%zz", "/search?limit=101": "100", "/search?limit=x": "limit", "/search?exact=perhaps": "exact",
		"/search?prior=NaN": "poids", "/search?court=nowhere": "nowhere", "/search?from=yesterday": "yesterday", "/search?f=nonsense": "nonsense",
		"/search?from=2017-01-01&to=2016-01-01": "après", "/articles/code-civil/1240?use=applied": "« use »", "/articles/code-civil/1240?offset=-1": "offset",
		"/articles/code-civil/1240?exact=x": "exact", "/decisions/cass/18-29417?at=here": "« here »", "/decisions/cass/18-29417?lang=fr&lang=en": "lang",
	} {
		if text := said(elements(page(t, h, at, http.StatusBadRequest), "main")[0]); !strings.Contains(text, says) {
			t.Errorf("%s does not say %q: %s", at, says, text)
		}
	}
}

// TestSecondPage: every link of the second page of a search leads to a page.
func TestSecondPage(t *testing.T) {
	h := pages(t)
	for _, first := range []string{"/search?q=facture&limit=3", "/search?limit=5&sort=date", "/search?q=mot&limit=2&court=tgi&court=ca&lang=en"} {
		next := ""
		for _, n := range elements(page(t, h, first, http.StatusOK), "a") {
			if attr(n, "rel") == "next" {
				next = attr(n, "href")
			}
		}
		var links []string
		for _, n := range elements(page(t, h, next, http.StatusOK), "a") {
			if to := attr(n, "href"); strings.HasPrefix(to, "/") && !slices.Contains(links, to) {
				links = append(links, to)
				page(t, h, to, http.StatusOK)
			}
		}
		if len(links) < 10 || !slices.ContainsFunc(links, func(to string) bool { return strings.Contains(to, "sort=authority") }) {
			t.Errorf("%s: the links are %v", next, links)
		}
	}
}
