package server

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strconv"
	"testing"

	"github.com/attendu/attendu/queries"
)

var foundOnPage = regexp.MustCompile(`<h2 id="found">(\d+) `)

// TestOneAddress: the permanent address of a search means the same to people and to programs,
// which get the same number of decisions or are both refused.
func TestOneAddress(t *testing.T) {
	s, _ := start(t, Options{})
	dir := t.TempDir()
	for _, name := range exampleNames {
		example(t, dir, name)
	}
	if _, err := s.lib.Add(t.Context(), []string{dir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	totals := map[int]bool{}
	for _, query := range []string{"", "?q=facture", "?q=facture&court=cass", "?court=ca", "?from=2015-01-01&to=2018-12-31", "?cites=CPC+700",
		"?cites=C.+civ.+1382&exact=true", "?cites=C.+civ.+1382&at=2010-01-01", "?at=2010-01-01", "?party=sarl", "?q=facture&no_synonyms=true", "?sort=date&limit=1",
		"?sort=nonsense", "?limit=0", "?limit=1000", "?limit=-1", "?limit=x", "?prior=0.1", "?prior=11", "?prior=NaN", "?timeout_ms=9999999", "?timeout_ms=500",
		"?facet=court&facet_limit=2", "?facet=nonsense", "?facet_limit=101", "?foo=1", "?q=a&q=b", "?q=a;limit=1", "?q=%zz", "?after=nonsense", "?court=nowhere",
		"?exact=perhaps", "?q=(mot"} {
		person, program := s.do(http.MethodGet, "/search"+query, nil, "Accept", "text/html"), s.do(http.MethodGet, "/search"+query, nil)
		if person.Code != program.Code {
			t.Errorf("%s: %d to people, %d to programs: %s", query, person.Code, program.Code, program.Body)
			continue
		}
		if person.Code != http.StatusOK {
			continue
		}
		var ans queries.SearchAnswer
		if err := json.Unmarshal(program.Body.Bytes(), &ans); err != nil {
			t.Fatal(err)
		}
		m := foundOnPage.FindStringSubmatch(person.Body.String())
		if len(m) == 0 || m[1] != strconv.Itoa(ans.Total) {
			t.Errorf("%s: %v to people, %d to programs", query, m, ans.Total)
		}
		totals[ans.Total] = true
	}
	if len(totals) < 5 {
		t.Errorf("only %d different answers: this test has seen too little", len(totals))
	}
}
