package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// everyDecision are the pages of the decisions of the library.
func everyDecision(t *testing.T) (paths []string) {
	t.Helper()
	ans, err := library(t).Search(t.Context(), queries.SearchRequest{Limit: 1000})
	if err != nil || len(ans.Hits) != ans.Total || ans.Total < 20 {
		t.Fatalf("%d of %d decisions: %v", len(ans.Hits), ans.Total, err)
	}
	for _, h := range ans.Hits {
		paths = append(paths, decisionHref(h.Key))
	}
	return paths
}

// TestFragments: every link to a place on the page of a decision leads there.
func TestFragments(t *testing.T) {
	h := pages(t)
	places := 0
	for _, path := range everyDecision(t) {
		doc, ids := page(t, h, path, http.StatusOK), map[string]bool{}
		for _, n := range elements(doc, "") {
			ids[attr(n, "id")] = true
		}
		for _, n := range elements(doc, "a") {
			to, is := strings.CutPrefix(attr(n, "href"), "#")
			if is && !ids[to] {
				t.Errorf("%s: %q leads to #%s, which is not there", path, said(n), to)
			}
			if strings.HasPrefix(to, "c") && is {
				places++
			}
		}
	}
	if places < 50 {
		t.Errorf("only %d mentions were followed", places)
	}
}
