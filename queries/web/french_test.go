package web

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"golang.org/x/net/html"
)

// unfrench is what no French page shows: days as machines write them, codes of chambers,
// English sizes. A day within a key (cass/20-29642@2021-02-17) is part of a name.
var unfrench = regexp.MustCompile(`(?:^|[^/@\d-])\d{4}-\d{2}-\d{2}(?:$|[^\d-])|CHAMBRE_|\d bytes|\b(?:decisions?|citations? (?:is|are)|the|which|neither)\b`)

// shownWords are the texts of a page, but for what the decisions say, what is for machines
// (citations to copy, addresses, data of a drawing) and what is said in English.
func shownWords(doc *html.Node) (list []string) {
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		class := strings.Fields(attr(n, "class"))
		switch {
		case n.Type == html.TextNode:
			list = append(list, oneLine(n.Data))
		case n.Type == html.ElementNode && (slices.Contains([]string{"script", "pre", "code", "style", "title"}, n.Data) || attr(n, "lang") == "en"):
			return
		case slices.Contains(class, "passage") || attr(n, "id") == "text" || slices.Contains(class, "words") || slices.Contains(class, "typed"):
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return list
}

// TestFrench: French pages are French: those of every decision of the examples, of what they
// cite, and of every kind of error.
func TestFrench(t *testing.T) {
	h := pages(t)
	paths := everyDecision(t)
	cited := map[corpus.Key]bool{}
	for _, path := range slices.Clone(paths) {
		d, err := library(t).Decision(t.Context(), strings.TrimPrefix(path, "/decisions/"))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, graphHref(d.Key))
		for _, c := range slices.Concat(d.Provisions, d.Decisions) {
			if !cited[c.Key] {
				cited[c.Key] = true
				paths = append(paths, keyHref(c.Key))
			}
		}
	}
	for _, p := range toured {
		paths = append(paths, p.path)
	}
	paths = append(paths, "/search?q=cite:zzz", "/articles/zzz", "/decisions/CA%20Rennes", "/graph/", "/graph/zzz", "/articles/1240", "/articles/L.%20131-1",
		"/articles/cass/18-29417", "/decisions/18-29.417%20foo", "/search?from=2017-01-01&to=2016-01-01", "/search?from=2016-01-01", "/search?q=cite:1240")
	for _, path := range paths {
		res := get(t, h, path)
		doc, err := html.Parse(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range shownWords(doc) {
			if found := unfrench.FindString(words); found != "" {
				t.Errorf("%s (%d): %q in %.160q", path, res.StatusCode, found, words)
			}
		}
	}
	if len(paths) < 100 {
		t.Errorf("only %d pages were looked at", len(paths))
	}
}

// TestChambers: a chamber is named as lawyers do, whatever its code.
func TestChambers(t *testing.T) {
	s := &site{lib: library(t)}
	of := func(kind corpus.CourtKind) *queries.DecisionAnswer {
		return &queries.DecisionAnswer{Official: corpus.Metadata{Court: corpus.Court{Kind: kind}}}
	}
	for _, c := range []struct {
		kind          corpus.CourtKind
		printed, want string
	}{
		{corpus.Cass, "CHAMBRE_CIVILE_1", "première chambre civile"}, {corpus.Cass, "comm", "chambre commerciale"}, {corpus.Cass, "ASSEMBLEE_PLENIERE", "assemblée plénière"},
		{corpus.Cass, "Première présidence", "Première présidence"}, {corpus.CA, "1ère chambre sociale", "1ère chambre sociale"}, {corpus.CA, "CHAMBRE_SOCIALE", "chambre sociale"}, {corpus.CA, "CHAMBRE_A", "chambre A"},
		{corpus.Cass, "Chambre commerciale financière et économique", "Chambre commerciale financière et économique"},
		{corpus.Cass, "TROISIEME CHAMBRE CIVILE", "troisième chambre civile"}, {corpus.Cass, "", ""},
	} {
		if got := s.chamber(of(c.kind), c.printed); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.kind, c.printed, got, c.want)
		}
	}
}
