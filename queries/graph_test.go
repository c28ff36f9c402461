package queries_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/attendu/attendu/queries"
)

const graphText = "TRIBUNAL DE GRANDE INSTANCE DE BREST\n\nJUGEMENT DU 5 MARS 2015\n\nN° RG 14/9%04d\n\nPAR CES MOTIFS\n\n" +
	"DÉBOUTE Madame Anne Le Goff de ses demandes sur le fondement de l'article 1382 du code civil.\n"

func writeDecision(t *testing.T, dir string, n int) string {
	t.Helper()
	path := filepath.Join(dir, fmt.Sprintf("order%d.txt", n))
	if err := os.WriteFile(path, fmt.Appendf(nil, graphText, n), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestGraph wants answers and errors as the contract has them.
func TestGraph(t *testing.T) {
	ctx := context.Background()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Add(ctx, []string{writeDecision(t, t.TempDir(), 1)}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	ask := func(lang, text string) *queries.GraphAnswer {
		t.Helper()
		a, err := lib.Graph(ctx, queries.GraphRequest{Language: lang, Query: text})
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return a
	}
	a := ask(queries.Gizmo, `g.V().Has("<attendu:court>", "<court/tgi/brest>").Save("<attendu:date>", "day")`)
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"language":"gizmo"`, `"day":"2015-03-05"`, `"complete":true,"limit":1000,"timeout_seconds":10}`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s lacks %s", b, want)
		}
	}
	full := ask(queries.Gizmo, `g.V().Has("<https://github.com/attendu/attendu/blob/main/docs/graph.md#court>").Count()`)
	if fmt.Sprint(full.Results) != "[1]" {
		t.Errorf("a predicate in full: %v", full.Results)
	}
	if a := ask(queries.GraphQL, `{ nodes(<attendu:court>: <court/tgi/brest>) { id } }`); len(a.Results) != 1 || !a.Complete {
		t.Errorf("GraphQL: %+v", a)
	}
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	for _, c := range []struct {
		ctx  context.Context
		req  queries.GraphRequest
		want queries.Code
	}{
		{ctx, queries.GraphRequest{Language: queries.Gizmo, Query: " \n"}, queries.Invalid},
		{ctx, queries.GraphRequest{Language: "sparql", Query: "x"}, queries.Invalid},
		{ctx, queries.GraphRequest{Language: queries.Gizmo, Query: "g.V("}, queries.Invalid},
		{ctx, queries.GraphRequest{Language: queries.GraphQL, Query: "{"}, queries.Invalid},
		{ctx, queries.GraphRequest{Language: queries.Gizmo, Query: "g.V()", Limit: -1}, queries.Invalid},
		{ctx, queries.GraphRequest{Language: queries.Gizmo, Query: "g.V()", Timeout: -1}, queries.Invalid},
		{canceled, queries.GraphRequest{Language: queries.Gizmo, Query: "while (true) {}"}, queries.Canceled},
	} {
		_, err := lib.Graph(c.ctx, c.req)
		if queries.CodeOf(err) != c.want || strings.Contains(err.Error(), "\n") {
			t.Errorf("%+v: %v (%s), want %s", c.req, err, queries.CodeOf(err), c.want)
		}
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Graph(ctx, queries.GraphRequest{Language: queries.Gizmo, Query: "g.V()"}); queries.CodeOf(err) != queries.Closed {
		t.Errorf("closed: %v", err)
	}
}

// TestGraphWhileAdding asks for the same thing twice in one query while decisions are
// added: both answers are of one state.
func TestGraphWhileAdding(t *testing.T) {
	ctx := context.Background()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	dir := t.TempDir()
	var adding sync.WaitGroup
	adding.Go(func() {
		for i := range 20 {
			if _, err := lib.Add(ctx, []string{writeDecision(t, dir, i)}, queries.AddOptions{}); err != nil {
				t.Error(err)
			}
		}
	})
	last := ""
	for range 1000 {
		a, err := lib.Graph(ctx, queries.GraphRequest{Language: queries.Gizmo, Timeout: time.Minute, Query: `
			function held() { return g.V().Has("<rdf:type>").Unique().ToArray().length }
			var first = held(); for (var i = 0; i < 200; i++); g.emit([first, held()])`})
		if err != nil {
			t.Fatal(err)
		}
		var n, m int
		last = fmt.Sprint(a.Results[0])
		if _, err := fmt.Sscanf(last, "[%d %d]", &n, &m); err != nil || n != m {
			t.Errorf("%s in one query, %v", last, err)
		}
		if n == 20 {
			break
		}
	}
	adding.Wait()
	if last == "[0 0]" {
		t.Error("all queries were over before the first decision came")
	}
}
