package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/queries/kept"
)

// TestTracking: each row of the table takes its examples and not its counters, and no
// parameter that a page has.
func TestTracking(t *testing.T) {
	list, err := loadTracking()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read("tracking.tsv", trackingTSV, "name", "whose", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := r.Check(list.has); err != nil {
			t.Error(err)
		}
	}
	for _, name := range append(searchParameters(), "at", "exact", "offset", "as", "lang", "theme", "format") {
		if list.has(strings.TrimPrefix(name, "*")) {
			t.Errorf("%q is a parameter of a page", name)
		}
	}
	for query, want := range map[string]string{
		"":                                 "",
		"utm_source=x":                     "",
		"q=bail&utm_source=x&utm_medium=y": "q=bail",
		"fbclid=a%3Db&q=a+b;c&lang=en":     "q=a+b;c&lang=en",
		"utm%5Fsource=x&from=2016-10-01":   "from=2016-10-01",
		"UTM_SOURCE=x":                     "UTM_SOURCE=x",
		"utm_=x&q=%zz":                     "utm_=x&q=%zz",
	} {
		if got := list.without(query); got != want {
			t.Errorf("without(%q) = %q, want %q", query, got, want)
		}
	}
}

// TestTrackedLinks: a page that is reached by a link with such parameters is the page
// without them: the same is kept, and it leads on without them. Any other parameter that a
// page does not have is refused still.
func TestTrackedLinks(t *testing.T) {
	lib := &asked{Library: library(t)}
	h, err := New(lib, Options{Keeper: kept.New(lib, kept.Options{})})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/decisions/cass/18-29417", "/articles/code-civil/1240", "/graph/cass/18-29417", "/help", "/search?q=bail"} {
		with := "?"
		if strings.Contains(path, "?") {
			with = "&"
		}
		plain := visitor(h, path)
		before := lib.count.Load()
		tracked := visitor(h, path+with+"utm_source=lettre&fbclid=IwAR0&gclid=x&gclid=y")
		if tracked.Code != http.StatusOK || tracked.Body.String() != plain.Body.String() {
			t.Errorf("%s: with tracking %d, and other bytes: %v", path, tracked.Code, tracked.Body.String() != plain.Body.String())
		}
		if lib.count.Load() != before {
			t.Errorf("%s: made again for who comes by a tracked link", path)
		}
		if w := visitor(h, path+with+"utm_source=x&corut=ca"); w.Code != http.StatusBadRequest {
			t.Errorf("%s: a parameter that it does not have: %d", path, w.Code)
		}
	}
}
