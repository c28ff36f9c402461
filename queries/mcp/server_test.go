package mcp_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/mcp"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// library makes a library of the examples.
func library(t *testing.T) *queries.Library {
	t.Helper()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	if _, err := lib.Add(context.Background(), []string{"../../corpus/examples"}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return lib
}

// overPipes connects a client to a server as a program on standard input and output.
func overPipes(t *testing.T, s *mcp.Server) *sdk.ClientSession {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx, inR, outW) }()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, &sdk.IOTransport{Reader: outR, Writer: inW}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Close()
		stop()
		<-done
	})
	return c
}

// overHTTP connects a client over HTTP.
func overHTTP(t *testing.T, s *mcp.Server) *sdk.ClientSession {
	t.Helper()
	h := httptest.NewServer(s.HTTPHandler())
	t.Cleanup(h.Close)
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(context.Background(), &sdk.StreamableClientTransport{Endpoint: h.URL, DisableStandaloneSSE: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// call asks a tool and reads its structured answer.
func call(t *testing.T, c *sdk.ClientSession, tool string, in map[string]any) map[string]any {
	t.Helper()
	res, err := c.CallTool(context.Background(), &sdk.CallToolParams{Name: tool, Arguments: in})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	if res.IsError {
		t.Fatalf("%s: %s", tool, said(res))
	}
	b, err := json.Marshal(res.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]any{}
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func said(res *sdk.CallToolResult) string {
	var all []string
	for _, c := range res.Content {
		if text, ok := c.(*sdk.TextContent); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "\n")
}

// at walks down an answer: names of fields and indices of lists.
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for _, p := range path {
		switch p := p.(type) {
		case string:
			m, ok := v.(map[string]any)
			if !ok {
				t.Fatalf("no object at %v", path)
			}
			v = m[p]
		case int:
			list, ok := v.([]any)
			if !ok || p >= len(list) {
				t.Fatalf("no element %d at %v of %v", p, path, v)
			}
			v = list[p]
		}
	}
	return v
}

// TestTools: each tool answers over both transports.
func TestTools(t *testing.T) {
	s := mcp.New(library(t), mcp.Options{})
	for name, c := range map[string]*sdk.ClientSession{"pipes": overPipes(t, s), "http": overHTTP(t, s)} {
		t.Run(name, func(t *testing.T) { everyTool(t, c) })
	}
}

func everyTool(t *testing.T, c *sdk.ClientSession) {
	list, err := c.ListTools(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if a := tool.Annotations; a == nil || !a.ReadOnlyHint || a.OpenWorldHint == nil || *a.OpenWorldHint || tool.OutputSchema == nil {
			t.Errorf("%s: annotations %+v", tool.Name, a)
		}
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "case_history cited_by get_article get_decision search_decisions verify_citation" {
		t.Errorf("tools: %s", got)
	}

	found := call(t, c, "search_decisions", map[string]any{"query": `"mot de passe" ET cite:"CPC 809"`})
	var keys []string
	for _, h := range at(t, found, "hits").([]any) {
		keys = append(keys, at(t, h, "key").(string))
	}
	if !slices.Contains(keys, "tgi/laval/2016-10-04") || at(t, found, "hits", 0, "passages", 0, "words") == "" {
		t.Errorf("search: %v", found)
	}
	first := call(t, c, "search_decisions", map[string]any{"query": "article", "limit": 2})
	second := call(t, c, "search_decisions", map[string]any{"query": "article", "limit": 2, "after": at(t, first, "next")})
	if at(t, first, "hits", 1, "key") == at(t, second, "hits", 0, "key") {
		t.Error("the second page begins with the end of the first")
	}

	d := call(t, c, "get_decision", map[string]any{"reference": "CA Rennes 17/92716", "zone": "dispositif"})
	if at(t, d, "fate", "standing") != "falls_in_part" && at(t, d, "fate", "standing") != "falls" {
		t.Errorf("fate: %v", at(t, d, "fate"))
	}
	if words := at(t, d, "text", 0, "words").(string); !strings.Contains(words, "PAR CES MOTIFS") && !strings.Contains(strings.ToUpper(words), "INFIRME") {
		t.Errorf("dispositif: %.200s", words)
	}
	if len(at(t, d, "orders").([]any)) == 0 || len(at(t, d, "parties").([]any)) < 2 {
		t.Errorf("decision: %v", d)
	}

	a := call(t, c, "get_article", map[string]any{"reference": "C. civ. 1382", "at": "2010-01-01"})
	if at(t, a, "rules", 0, "version") != "before:2016-10-01" || len(at(t, a, "rules", 0, "line").([]any)) < 2 {
		t.Errorf("article: %v", a)
	}
	by := call(t, c, "cited_by", map[string]any{"reference": "C. civ. 1382", "limit": 1})
	if at(t, by, "citing", 0, "mentions", 0, "words") == "" || by["left_out"] == nil {
		t.Errorf("cited by: %v", by)
	}
	of := call(t, c, "cited_by", map[string]any{"reference": "18-29.417"})
	if at(t, of, "citing", 0, "key") != "ca/angers/20-90173" {
		t.Errorf("cited by: %v", of)
	}
	h := call(t, c, "case_history", map[string]any{"reference": "18-29.417"})
	if n := len(at(t, h, "steps").([]any)); n != 4 {
		t.Errorf("%d steps, want 4", n)
	}
	v := call(t, c, "verify_citation", map[string]any{"text": "Cass. 1re civ., 14 novembre 2019, n° 18-29.417", "quotes": []string{"le chat dort sur le toit du palais"}})
	if at(t, v, "citations", 0, "verdict") != "other_date" || at(t, v, "quotes", 0, "verdict") != "not_found" {
		t.Errorf("verify: %v", v)
	}
	v = call(t, c, "verify_citation", map[string]any{"text": "TGI Laval, ord. réf., 4 octobre 2016", "quotes": []string{"L'une ne peut servir à monnayer l'autre."}})
	if at(t, v, "quotes", 0, "verdict") != "in_commentary" || at(t, v, "quotes", 0, "commentary") != true || at(t, v, "left_out", "complete") != true {
		t.Errorf("the words of a commentary: %v", v)
	}
}

// TestVerbatim: words that a tool gives stand at their place in the text.
func TestVerbatim(t *testing.T) {
	lib := library(t)
	c := overPipes(t, mcp.New(lib, mcp.Options{}))
	d, err := lib.Decision(context.Background(), "cass/18-29417")
	if err != nil {
		t.Fatal(err)
	}
	whole, from := "", 0
	for range 100 {
		ans := call(t, c, "get_decision", map[string]any{"reference": "cass/18-29417", "text_from": from, "text_bytes": 777})
		whole += at(t, ans, "text", 0, "words").(string)
		from = int(at(t, ans, "text", 0, "end").(float64))
		if from >= len(d.Text) {
			break
		}
	}
	if whole != d.Text {
		t.Errorf("%d bytes in pieces, %d in one", len(whole), len(d.Text))
	}
	reasons := call(t, c, "get_decision", map[string]any{"reference": "cass/18-29417", "zone": "motifs"})
	given, stretches := 0, 0
	for _, z := range d.Zones {
		if z.Zone == corpus.Motifs {
			if words := at(t, reasons, "text", stretches, "words"); words != z.Of(d.Text) {
				t.Errorf("stretch %d of the reasons: %q", stretches, words)
			}
			given, stretches = given+z.End-z.Start, stretches+1
		}
	}
	if stretches < 2 || at(t, reasons, "text_left_out") != 0.0 {
		t.Errorf("%d stretches, %v left out", stretches, reasons["text_left_out"])
	}
	short := call(t, c, "get_decision", map[string]any{"reference": "cass/18-29417", "zone": "motifs", "text_bytes": given - 10})
	if left := at(t, short, "text_left_out").(float64); left < 10 || left > 13 {
		t.Errorf("%v bytes are left out of 10 that were not asked for", left)
	}
	ans := call(t, c, "get_decision", map[string]any{"reference": "cass/18-29417"})
	for _, o := range at(t, ans, "orders").([]any) {
		start, end := int(at(t, o, "start").(float64)), int(at(t, o, "end").(float64))
		if d.Text[start:end] != at(t, o, "words") {
			t.Errorf("%q is not at %d", at(t, o, "words"), start)
		}
	}
}

// TestBad: what makes no sense is told to the assistant in one line, and the server goes
// on.
func TestBad(t *testing.T) {
	c := overPipes(t, mcp.New(library(t), mcp.Options{}))
	for _, x := range []struct {
		tool string
		in   map[string]any
		want string
	}{
		{"get_decision", map[string]any{"reference": "cass/99-99999"}, "not_found"},
		{"get_decision", map[string]any{"reference": "cass/18-29417", "zone": "préambule"}, "invalid"},
		{"get_article", map[string]any{"reference": "bonjour"}, "invalid"},
		{"search_decisions", map[string]any{"query": `"sans fin`}, "invalid"},
		{"search_decisions", map[string]any{"query": strings.Repeat("a ", 20_000)}, "invalid"},
		{"cited_by", map[string]any{"reference": "C. civ. 1382", "uses": []string{"loved"}}, "invalid"},
		{"verify_citation", map[string]any{"text": ""}, "invalid"},
		{"search_decisions", map[string]any{"query": "mot", "limit": 1000}, "invalid"},
		{"search_decisions", map[string]any{"query": "mot", "limit": -2}, "invalid"},
		{"cited_by", map[string]any{"reference": "C. civ. 1382", "limit": 51}, "invalid"},
		{"cited_by", map[string]any{"reference": "C. civ. 1382", "offset": -1}, "invalid"},
		{"get_decision", map[string]any{"reference": "cass/18-29417", "text_bytes": 99_999}, "invalid"},
		{"get_decision", map[string]any{"reference": "cass/18-29417", "text_bytes": 100, "text_from": -5}, "invalid"},
	} {
		res, err := c.CallTool(context.Background(), &sdk.CallToolParams{Name: x.tool, Arguments: x.in})
		if err != nil || !res.IsError || !strings.HasPrefix(said(res), x.want+": ") || strings.Contains(said(res), "\n") {
			t.Errorf("%s: %v, %+v", x.tool, err, res)
		}
	}
	for _, in := range []map[string]any{{}, {"reference": 7}, {"reference": "x", "more": true}} {
		if res, err := c.CallTool(context.Background(), &sdk.CallToolParams{Name: "get_decision", Arguments: in}); err == nil && !res.IsError {
			t.Errorf("%v was answered: %s", in, said(res))
		}
	}
	if _, err := c.CallTool(context.Background(), &sdk.CallToolParams{Name: "forget"}); err == nil {
		t.Error("there is a tool that nobody made")
	}
	call(t, c, "get_decision", map[string]any{"reference": "cass/18-29417"})
}

// TestLines: lines that are no messages are answered with the errors of JSON-RPC, and
// those around them as ever.
func TestLines(t *testing.T) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- mcp.New(library(t), mcp.Options{}).Run(context.Background(), inR, outW) }()
	answers := bufio.NewReader(outR)
	for _, c := range []struct{ line, want string }{
		{"not json", `"code":-32700`},
		{`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`, `"serverInfo"`},
		{"[]", `"code":-32600`},
		{`{"jsonrpc":"1.0","id":2,"method":"tools/list"}`, `"code":-32600`},
		{`{"jsonrpc":"2.0","id":3,"met`, `"code":-32700`},
		{strings.Repeat(" ", 5<<20), `"code":-32600`},
		{`{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"case_history","arguments":{"reference":"18-29.417"}}}`, `"id":4`},
	} {
		if _, err := io.WriteString(inW, c.line+"\n"); err != nil {
			t.Fatal(err)
		}
		got, err := answers.ReadString('\n')
		if err != nil || !strings.Contains(got, c.want) {
			t.Fatalf("%.60q: %.200s (%v), want %s", c.line, got, err, c.want)
		}
	}
	inW.Close()
	if err := <-done; err != nil {
		t.Errorf("at the end of the client: %v", err)
	}
}

// TestMalformed: what is no message of the protocol is answered, or ends that connection
// alone.
func TestMalformed(t *testing.T) {
	s := mcp.New(library(t), mcp.Options{})
	h := httptest.NewServer(s.HTTPHandler())
	defer h.Close()
	for _, body := range []string{"", "{", "[]", `{"jsonrpc":"2.0"}`, `{"jsonrpc":"1.0","id":1,"method":"tools/list"}`, strings.Repeat("[", 100_000), `"` + strings.Repeat("x", 5<<20) + `"`} {
		req, err := http.NewRequest(http.MethodPost, h.URL, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Accept", "application/json, text/event-stream")
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode < 400 || res.StatusCode >= 500 {
			t.Errorf("%.20q: %s", body, res.Status)
		}
	}
	call(t, overHTTP(t, s), "case_history", map[string]any{"reference": "18-29.417"})
}
