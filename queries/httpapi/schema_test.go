package httpapi

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

// questions ask each operation something that the examples answer.
var questions = map[string][]string{
	"search":       {`?q=mot+de+passe&facet=all&explain=true`, `?cites=CPC+809&limit=2`, `?q=zzzz`, ``},
	"facets":       {`?q=facture`},
	"get_decision": {`cass/18-29417`, `tgi%2Flaval%2F2016-10-04`, `ca/rennes/17-92716`},
	"case_history": {`?ref=18-29.417`},
	"get_article":  {`code-civil/1382`, `C.%20civ.%201240?by_court=true`, `code-civil/1382?at=2016-09-30&use=applied`},
	"cited_by":     {`?ref=C.+civ.+1240`, `?ref=cass/18-29417`},
	"neighbours":   {`?ref=cass/18-29417&limit=100`},
	"path":         {`?from=cass/18-29417&to=code-civil/1240`},
	"verify":       {`?text=Cass.+1re+civ.,+13+novembre+2019,+n°+18-29.417`, `?text=C.+civ.+1382&quote=x&date=2015-03-12`},
	"similar":      {`?ref=cass/18-29417`, `?ref=ca/rennes/17-92716&same_case=true`},
	"rank":         {``, `?provision=C.+civ.+1240&by=pagerank&limit=3`},
	"timeline":     {`?ref=C.+civ.+1240`, `?ref=code-civil/1382&by=number`, `?ref=CPC+700&by=court`},
	"lineage":      {`?ref=cass/18-29417`, `?ref=C.+civ.+1240`},
	"communities":  {``, `?least=1&resolution=2&seed=7&limit=1`},
	"stats":        {``},
}

// unanswered are the operations to which the examples have no answer.
var unanswered = map[string]string{"search_law": "?q=faute"}

// TestAnswersAreAsSpecified: what each operation answers is what the specification says:
// no list is null that is not said to be, no field is missing.
func TestAnswersAreAsSpecified(t *testing.T) {
	lib := examplesLibrary(t)
	mux := http.NewServeMux()
	x := (&api{lib: lib}).register(routes{mux})
	registry := x.OpenAPI().Components.Schemas
	open(registry)
	for path, item := range x.OpenAPI().Paths {
		op := item.Get // what is posted is answered in the same way
		if q := unanswered[op.OperationID]; q != "" {
			continue
		}
		if len(questions[op.OperationID]) == 0 {
			t.Errorf("%s is not asked anything", op.OperationID)
		}
		for _, q := range questions[op.OperationID] {
			w := httptest.NewRecorder()
			target := path[:strings.IndexByte(path+"{", '{')] + q
			mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, nil))
			if w.Code != http.StatusOK {
				t.Errorf("%s: %d %s", target, w.Code, w.Body)
				continue
			}
			var v map[string]any
			if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
				t.Fatal(err)
			}
			if v["left_out"] == nil {
				t.Errorf("%s does not say what it leaves out", target)
			}
			found := &huma.ValidateResult{}
			huma.Validate(registry, op.Responses["200"].Content["application/json"].Schema, huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, v, found)
			for _, err := range found.Errors {
				t.Errorf("%s: %v", target, err)
			}
		}
	}
	for _, q := range unanswered {
		if _, err := url.ParseQuery(q); err != nil {
			t.Error(err)
		}
	}
}

// examplesLibrary is a library of the built-in examples.
func examplesLibrary(t testing.TB) *queries.Library {
	t.Helper()
	dir := t.TempDir()
	entries, err := examples.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := examples.FS.ReadFile(e.Name())
		if err != nil {
			continue // a folder
		}
		if err := os.WriteFile(filepath.Join(dir, e.Name()), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	if _, err := lib.Add(t.Context(), []string{dir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return lib
}
