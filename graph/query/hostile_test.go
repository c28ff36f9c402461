package query

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/graph/quadstore"
)

// short is time enough to see that a query would not end by itself.
const short = 100 * time.Millisecond

// TestHostile wants queries that would never end, or fill the memory, to be stopped,
// with the reason, and the process to live.
func TestHostile(t *testing.T) {
	ours, _ := stores(t)
	for text, want := range map[string]Reason{
		`while (true) {}`:                                                           ByTime,
		`for (;;) ;`:                                                                ByTime,
		`do ; while (1)`:                                                            ByTime,
		`while (true) g.V("<d1>")`:                                                  "", // by time or memory
		`while (true) g.V().ToArray()`:                                              "",
		`while (true) g.V("<nowhere>").Count()`:                                     "",
		`g.V().ForEach(function() { while (true) {} })`:                             ByTime,
		`function f() { return 1 } while (true) f()`:                                "",
		`[1].map(function() { while (true) {} })`:                                   ByTime,
		`[3, 2, 1].sort(function() { while (true) {} })`:                            ByTime,
		`var s = "x"; while (true) s += s`:                                          ByMemory,
		`var s = "x"; while (true) s = [s, s].join("")`:                             ByMemory,
		`var a = []; while (true) a.push("abc")`:                                    "",
		`var a = [1]; while (true) a = a.concat(a)`:                                 ByMemory,
		`var o = {}, i = 0; while (true) o["k" + i++] = i`:                          "",
		`var i = 0; while (true) { this_is_global = i++; }`:                         ByTime,
		`var a = ["x"]; for (var i = 0; i < 31; i++) a = [a, a]; a + ""`:            ByMemory,
		`var a = ["x"]; for (var i = 0; i < 31; i++) a = [a, a]; g.emit(a)`:         ByMemory,
		`var s = "x"; for (var i = 0; i < 22; i++) s += s; for (;;) g.emit([s, s])`: ByMemory,
		`var s = "x"; for (var i = 0; i < 22; i++) s += s; s.split("")`:             ByMemory,
		`for (;;) g.emit(1)`:                                                        ByLimit,
		`g.V().Both().All(); for (;;) g.V().All()`:                                  ByLimit,
		`var p = g.V(); for (var i = 0; i < 200; i++) p = p.Out("<t:cites>").In("<t:cites>").In(); p.All()`:     "fault",
		`var p = g.V(); for (var i = 0; i < 60; i++) p = p.In("<t:cites>").Out("<t:cites>"); p.Count()`:         ByTime,
		`g.V().FollowRecursive(g.M().Both("<t:cites>").Both("<t:cites>").Both("<t:cites>").Both(), -1).Count()`: "",
	} {
		start := time.Now()
		patience := short
		if want == ByMemory {
			patience = time.Minute
		}
		a, err := Run(context.Background(), ours, Request{Language: Gizmo, Text: text, Timeout: patience, Limit: 50, Names: testNames})
		switch {
		case want == "fault":
			if !errors.Is(err, ErrQuery) {
				t.Errorf("%s: %v, want a fault", text, err)
			}
		case err != nil:
			t.Errorf("%s: %v", text, err)
		case want != "" && a.Stopped != want || a.Stopped == ByLimit && len(a.Results) != 50:
			t.Errorf("%s: stopped by %q with %d results, want %q", text, a.Stopped, len(a.Results), want)
		}
		// Not a measure of time: a query that is not stopped runs for ever.
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: it took %v", text, d)
		}
	}
}

// TestFaults wants what is wrong with a query told in one line with its place.
func TestFaults(t *testing.T) {
	ours, _ := stores(t)
	for text, want := range map[string]string{
		"g.V(":                                "line 1, column 5: unexpected end of input",
		"g.V()\n  .In(\"<t:cites>\"":          "line 2, column 18: unexpected end of input",
		"g.V().All() )":                       "line 1, column 13: unexpected )",
		"let x = 1":                           "line 1, column 5: unexpected x",
		"é é":                                 "line 1, column 3: unexpected é",
		"g.W()":                               "line 1, column 3: W is no function",
		"\n\ng.V().Inn('<t:cites>').All()":    "line 3, column 7: Inn is no function",
		"nothing.at.all":                      "line 1, column 1: nothing is not defined",
		"undefined.x":                         "line 1, column 11: nothing has no x",
		"g.V().In('t:cites').All()":           `line 1, column 7: a predicate is written between < and >: "<t:cites>"`,
		"g.V().Has().All()":                   "line 1, column 7: one predicate is wanted",
		"g.V().Tag(1).All()":                  "line 1, column 7: a tag is a text",
		"g.V().And(1)":                        "line 1, column 7: a path is wanted",
		"g.M().Out('<t:cites>').All()":        "line 1, column 24: a morphism has no results; a path begins with g.V()",
		"g.V().Filter(regex('('))":            "line 1, column 14: error parsing regexp: missing closing ): `(`",
		"day('yesterday')":                    "line 1, column 1: a day is wanted, as in day(\"2016-10-01\")",
		"function f() { f() }; f()":           "line 1, column 16: more than 200 calls within each other",
		"function f() { [1].map(f) }; f()":    "line 1, column 20: more than 200 calls within each other",
		"var a = []; a[5] = 1":                "line 1, column 14: an array has no holes: it can be set up to its length, 0",
		"var a = []; a.push(a); a + ''":       "line 1, column 28: a value that holds itself, or lies too deep, has no text",
		"var a = []; a.push(a); g.emit(a)":    "line 1, column 26: the result holds itself, or lies too deep",
		"new Date()":                          "line 1, column 1: new is not known here",
		"try { x } catch (e) {}":              "line 1, column 1: try is not known here",
		"/(a+)+$/.test('aaaa')":               "line 1, column 1: /…/ is not known here; write regex(\"…\")",
		"eval('1')":                           "line 1, column 1: eval is not defined",
		"JSON.stringify([])":                  "line 1, column 1: JSON is not defined",
		strings.Repeat("(", 60000):            "nested more than 1000 deep",
		strings.Repeat("[", 60000):            "nested more than 1000 deep",
		strings.Repeat("!", 60000) + "1":      "nested more than 1000 deep",
		strings.Repeat("if(1)", 9000) + "1":   "nested more than 1000 deep",
		strings.Repeat("x=", 30000) + "1":     "nested more than 1000 deep",
		"1" + strings.Repeat("+1", 30000):     "nested more than 1000 deep",
		strings.Repeat("{", 60000):            "nested more than 1000 deep",
		strings.Repeat(" ", 70000):            "longer than 65536 bytes",
		"\xff":                                "not UTF-8",
		`g.V().Labels().Back("x")`:            "line 1, column 16: this step cannot be asked here",
		`g.V().Limit("x")`:                    "line 1, column 7: a number is wanted",
		`g.emit(g.V())`:                       "only text, numbers",
		`g.V([g.V()])`:                        "a value of the graph is wanted",
		`g.V("")`:                             "an empty text",
		`g.addNamespace("", "")`:              "a prefix and a namespace are wanted",
		`g.V().ForEach(1)`:                    "a function is wanted",
		`g.V().ForEach(function() { bad })`:   "line 1, column 28: bad is not defined",
		`for (var i in {a: 1}) i.b.c`:         "nothing has no c",
		`x: for (;;) { break x }`:             "a label is not known here",
		`var o = {get x() { return 1 }}; o.x`: "getters are not known here",
	} {
		_, err := Run(context.Background(), ours, Request{Language: Gizmo, Text: text, Timeout: 5 * time.Second, Names: testNames})
		if !errors.Is(err, ErrQuery) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60q: %v, want %s", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"{ nodes(id: <d1>) { id ":                                   "line 1, column 24: expected Name, found EOF",
		"{ nodes(id: <d1>)\n { é( } }":                              "line 2, column 8: expected Name, found }",
		"{ nodes(id: <d1>) { id } } x":                              "unexpected Name",
		"mutation { nodes { id } }":                                 "only queries are known here",
		"subscription { nodes { id } }":                             "only queries are known here",
		"{ nodes { id } } { nodes { id } }":                         "one query is wanted, not 2",
		"{ nodes { ...f } }":                                        "fragments are not known here",
		"{ nodes { ... on X { id } } }":                             "fragments are not known here",
		"{ nodes @here { id } }":                                    "line 1, column 3: @here is not known here",
		"{ nodes(first: <x>) { id } }":                              "line 1, column 9: first takes a number",
		"{ nodes { id * } }":                                        "* stands alone",
		"{ * }":                                                     "* stands within an object only",
		"{ nodes(id: <a1>) { <t:cites> @rev @unnest { id } } }":     "@unnest on <t:cites>, which has several objects",
		"{ nodes(id: \"\") { id } }":                                "an empty text",
		"{ nodes(id: {a: 1}) { id } }":                              "",
		"{" + strings.Repeat("a{", 1000):                            "",
		"{" + strings.Repeat("a ", 1000) + "}":                      "more than 256 fields",
		strings.Repeat("a{", 20) + strings.Repeat("}", 20):          "",
		"{ a" + strings.Repeat("{ a", 20) + strings.Repeat("}", 21): "more than 16 levels",
		"": "",
	} {
		_, err := Run(context.Background(), ours, Request{Language: GraphQL, Text: text, Timeout: 5 * time.Second, Names: testNames})
		if !errors.Is(err, ErrQuery) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60q: %v, want %s", text, err, want)
		}
	}
	if _, err := Run(context.Background(), ours, Request{Language: "sparql", Text: "x"}); !errors.Is(err, ErrQuery) {
		t.Errorf("another language: %v", err)
	}
}

// TestCutShort wants what was found before a limit, in both languages, and the whole
// where the limit is just enough.
func TestCutShort(t *testing.T) {
	ours, _ := stores(t)
	run := func(lang Language, text string, limit int) *Answer {
		t.Helper()
		a, err := Run(context.Background(), ours, Request{Language: lang, Text: text, Limit: limit, Names: testNames})
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return a
	}
	const all = `g.V().Has("<t:type>").All()`
	if a := run(Gizmo, all, testDecisions-1); a.Stopped != ByLimit || len(a.Results) != testDecisions-1 {
		t.Errorf("one less: %d results, stopped by %q", len(a.Results), a.Stopped)
	}
	if a := run(Gizmo, all, testDecisions); a.Stopped != "" || len(a.Results) != testDecisions {
		t.Errorf("just enough: %d results, stopped by %q", len(a.Results), a.Stopped)
	}
	if a := run(Gizmo, `g.V().Has("<t:type>").GetLimit(7)`, 100); a.Stopped != "" || len(a.Results) != 7 {
		t.Errorf("GetLimit(7): %d results, stopped by %q", len(a.Results), a.Stopped)
	}
	nodes := func(a *Answer) int {
		list, _ := a.Results[0].(map[string]any)["nodes"].([]map[string]any)
		return len(list)
	}
	const objects = `{ nodes(<t:type>: <Decision>) { id  order: <t:order> { id } } }`
	if a := run(GraphQL, objects, 2*testDecisions); a.Stopped != "" || nodes(a) != testDecisions {
		t.Errorf("GraphQL, just enough: %d objects, stopped by %q", nodes(a), a.Stopped)
	}
	if a := run(GraphQL, objects, 21); a.Stopped != ByLimit || nodes(a) != 11 {
		t.Errorf("GraphQL, 21: %d objects, stopped by %q, want 11: ten whole ones and one without its order", nodes(a), a.Stopped)
	}
	// What a path ends with is run, and a value is a result.
	if a := run(Gizmo, `g.V("<d9>").Out("<t:court>")`, 10); len(a.Results) != 1 {
		t.Errorf("a path without an end: %v", a.Results)
	}
	if a := run(Gizmo, `g.V("<d9>").Out("<t:court>").Count()`, 10); fmt.Sprint(a.Results) != "[1]" {
		t.Errorf("a value at the end: %v", a.Results)
	}
	if a := run(Gizmo, ``, 10); a.Results == nil || len(a.Results) != 0 {
		t.Errorf("nothing: %#v", a.Results)
	}
}

// TestNames: predicates may be written in full, or with a prefix of the query's own.
func TestNames(t *testing.T) {
	ours, _ := stores(t)
	for lang, list := range map[Language][]string{
		Gizmo: {`g.V("<a1>").In("<https://example.org/terms#cites>").Unique().Count()`,
			`g.addNamespace("x", "https://example.org/terms#"); g.V("<a1>").In("<x:cites>").Unique().Count()`,
			`g.V("<a1>").In(g.IRI("t:cites")).Unique().Count()`, `g.V(iri("a1")).In(iri("t:cites")).Unique().Count()`},
		GraphQL: {`{ nodes(<https://example.org/terms#cites>: <a1>) { id } }`},
	} {
		short := map[Language]string{Gizmo: `g.V("<a1>").In("<t:cites>").Unique().Count()`, GraphQL: `{ nodes(<t:cites>: <a1>) { id } }`}[lang]
		want, err := ask(t, ours, lang, short)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range list {
			if got, err := ask(t, ours, lang, text); err != nil || fmt.Sprint(got) != fmt.Sprint(want) || fmt.Sprint(got) == "[0]" {
				t.Errorf("%s: %v %v, want %v", text, got, err, want)
			}
		}
	}
}

// TestCancel wants the error of a context that ends, and no goroutine left.
func TestCancel(t *testing.T) {
	ours, _ := stores(t)
	before := runtime.NumGoroutine()
	for lang, text := range map[Language]string{Gizmo: `while (true) {}`, GraphQL: `{ nodes { id } }`} {
		ctx, cancel := context.WithCancel(context.Background())
		if lang == Gizmo {
			time.AfterFunc(short, cancel)
		} else {
			cancel()
		}
		_, err := Run(ctx, ours, Request{Language: lang, Text: text, Timeout: time.Minute})
		if !errors.Is(err, context.Canceled) || errors.Is(err, ErrQuery) {
			t.Errorf("%s: %v", lang, err)
		}
		cancel()
	}
	if after := runtime.NumGoroutine(); after > before+1 {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// TestReadOnly wants nothing that a script can reach to write.
func TestReadOnly(t *testing.T) {
	ours, _ := stores(t)
	s := ours.(*quadstore.Store)
	before, err := s.Stats(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{`g.addQuad("a", "b", "c")`, `g.AddQuad`, `g.save()`, `g.V().delete()`, `g.removeQuad("a", "b", "c")`, `graph.write("x")`} {
		_, err := Run(context.Background(), ours, Request{Language: Gizmo, Text: text})
		if strings.HasSuffix(text, ")") && !errors.Is(err, ErrQuery) {
			t.Errorf("%s: %v", text, err)
		}
	}
	after, err := s.Stats(context.Background(), true)
	if err != nil || after != before {
		t.Errorf("%v before, %v after, %v", before, after, err)
	}
}

// TestPlans runs what Cayley's own planner falls over: parts that the graph does not
// know, and Except before FollowRecursive, which divides by zero there.
func TestPlans(t *testing.T) {
	ours, theirs := stores(t)
	for _, text := range []string{
		`g.V("<d9>").Except(g.V("<nowhere>")).All()`,
		`g.V("<d9>").Or(g.V("<nowhere>")).Or(g.V("<nor here>")).All()`,
		`g.V("<nowhere>").Or(g.V("<d9>")).All()`,
	} {
		if got, err := ask(t, ours, Gizmo, text); err != nil || fmt.Sprint(got) != `[{"id":"\u003cd9\u003e"}]` {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	const text = `g.V("<d30>").Except(g.V().In("<t:cites>")).FollowRecursive("<t:cites>").All()`
	if _, err := ask(t, theirs, Gizmo, text); err != nil && !errors.Is(err, ErrQuery) {
		t.Errorf("%s on Cayley's store: %v", text, err)
	}
	if _, err := ask(t, ours, Gizmo, text); err != nil && !errors.Is(err, ErrQuery) {
		t.Errorf("%s: %v", text, err)
	}
}
