package server

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/queries"
)

// TestFoldersAreNobodysAffair: whoever asks, at whatever door, is never told in which
// folder of the machine a source lay; its file or kind is told.
func TestFoldersAreNobodysAffair(t *testing.T) {
	s, _ := start(t, Options{Listen: "0.0.0.0:0", Token: "a token of sixteen"})
	dir := filepath.Join(t.TempDir(), "dossiers-de-maitre-quelneuc")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	entries, err := examples.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries { // official and plain ones, and commentaries
		example(t, dir, e.Name())
	}
	legi, _ := synthtest.Legi(t, synth.LegiOptions{Versions: 200, Seed: 1})
	archive := synthtest.Archive(t, synth.Options{Decisions: 5})
	for _, path := range []string{legi, archive} {
		if err := os.Rename(path, filepath.Join(dir, filepath.Base(path))); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	if _, err := s.lib.Add(ctx, []string{dir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	asked := 0
	clean := func(what string, w *httptest.ResponseRecorder) {
		t.Helper()
		asked++
		if w.Code >= http.StatusInternalServerError {
			t.Errorf("%s: %d %.200s", what, w.Code, w.Body)
		}
		for _, folder := range []string{"dossiers-de-maitre", "TestFolders"} {
			if i := strings.Index(w.Body.String(), folder); i >= 0 {
				t.Errorf("%s tells of %s: …%.200s", what, folder, w.Body.String()[max(i-100, 0):])
			}
		}
	}
	ask := func(method, target, body string, headers ...string) {
		t.Helper()
		headers = append(headers, "Authorization", "Bearer a token of sixteen")
		clean(method+" "+target+" "+body, s.do(method, target, io.Reader(strings.NewReader(body)), headers...))
	}
	keys := []string{"code-civil/1382", "code-civil/1240", "cass/99-99999", "nowhere"}
	for d, err := range s.lib.Store().Records(ctx, graph.RecordsRequest{}) {
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, string(d.Node))
		if d.Key != "" {
			keys = append(keys, string(d.Key))
		}
	}
	for i, key := range keys {
		if i >= 12 && i%3 != 0 { // each kind is among the others
			continue
		}
		for _, form := range []string{"json", "jsonld", "turtle", "nquads", "bibtex", "csl", "ris", "reflex"} {
			ask(http.MethodGet, "/api/v1/decisions/"+key+"?format="+form, "")
		}
		for _, place := range []string{"/decisions/", "/articles/", "/graph/"} {
			ask(http.MethodGet, place+key, "", "Accept", "text/html")
		}
		for _, question := range []string{"articles/%s", "history?ref=%s", "neighbours?ref=%s", "cited-by?ref=%s", "similar?ref=%s", "lineage?ref=%s", "timeline?ref=%s"} {
			ask(http.MethodGet, "/api/v1/"+fmt.Sprintf(question, key), "")
		}
		for tool, in := range map[string]string{"get_decision": "reference", "get_article": "reference", "cited_by": "reference", "case_history": "reference",
			"verify_citation": "text", "search_decisions": "query"} {
			ask(http.MethodPost, "/mcp", fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":%q,"arguments":{%q:%q}}}`, tool, in, key),
				"Content-Type", "application/json", "Accept", "application/json, text/event-stream")
		}
	}
	for _, target := range []string{"/", "/help", "/search?q=juge", "/api/v1/search?q=juge&facet=all&explain=true", "/api/v1/law?q=juge", "/api/v1/stats",
		"/api/v1/rank", "/api/v1/communities?least=1", "/api/v1/path?from=code-civil/1240&to=cass/18-29417", "/healthz", "/metrics", "/openapi.yaml",
		"/sources", "/api/v1/decisions/" + strings.ReplaceAll(dir, "/", "%2F")[:3]} {
		ask(http.MethodGet, target, "", "Accept", "*/*")
	}
	if w := s.do(http.MethodGet, "/api/v1/decisions/cass/18-29417", nil, "Authorization", "Bearer a token of sixteen"); !strings.Contains(w.Body.String(), `"path":"cass-civ1-2019-18-29417.xml"`) {
		t.Errorf("the file of a source is not told: %.300s", w.Body)
	}
	if asked < 200 {
		t.Errorf("only %d questions were asked", asked)
	}
}
