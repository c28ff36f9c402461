package query

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/graph/query/session"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	_ "github.com/cayleygraph/cayley/query/gizmo"
	_ "github.com/cayleygraph/cayley/query/graphql"
	"github.com/cayleygraph/quad"
)

// gizmoQueries are answered as Cayley's own session answers them on Cayley's own
// store in memory.
var gizmoQueries = []string{
	`g.V("<a1>").In("<t:cites>").All()`,
	`g.V("<a1>", "<a2>").In("<t:cites>").All()`,
	`g.V("<a1>", "<a1>").in("<t:cites>").all()`,
	`g.V("<d9>").Out("<t:cites>").All()`,
	`g.V("<d9>").Out().All()`,
	`g.V("<d9>").In().All()`,
	`g.V("<d9>").Both("<t:cites>").All()`,
	`g.V("<d9>").Both(["<t:cites>", "<t:court>"]).All()`,
	`g.V("<d9>").Out(["<t:cites>", "<t:court>"]).All()`,
	`g.V("<d9>").Out(["<t:cites>", "<t:court>"], "pred").All()`,
	`g.V("<a1>").In("<t:cites>").Out("<t:cites>").Unique().All()`,
	`g.V("<a1>").In("<t:cites>").Has("<t:court>", "<court/1>").All()`,
	`g.V().Has("<t:court>", "<court/1>").Has("<t:solution>", "rejet").All()`,
	`g.V().Has("<t:solution>").All()`,
	`g.V("<d3>").HasR("<t:cites>").All()`,
	`g.V().HasR("<t:cites>", "<d9>").All()`,
	`g.V().Has("<t:date>", gte(day("2014-03-01"))).All()`,
	`g.V().Has("<t:date>", gt(day("2012-01-01")), lt(day("2015-01-01"))).Save("<t:date>", "date").All()`,
	`g.V().Has("<t:amount>", gt(2500)).In("<t:order>").All()`,
	`g.V().Has("<t:amount>", lte(1000)).All()`,
	`g.V().Out("<t:amount>").Filter(gte(3000)).All()`,
	`g.V().Has("<t:solution>", like("rej%")).All()`,
	`g.V().Has("<t:solution>", regex("^cass")).All()`,
	`g.V("<a1>").In("<t:cites>").Filter(regex("^d1", true)).All()`,
	`g.V("<a1>").In("<t:cites>").Tag("who").Out("<t:court>").All()`,
	`g.V("<a1>").In("<t:cites>").Save("<t:court>", "court").Save("<t:date>", "date").All()`,
	`g.V("<a1>").In("<t:cites>").Save("<t:court>").All()`,
	`g.V("<a1>").In("<t:cites>").SaveOpt("<t:solution>", "how").All()`,
	`g.V("<d3>").SaveR("<t:cites>", "by").All()`,
	`g.V("<d3>").SaveOptR("<t:order>", "by").All()`,
	`g.V("<a1>").In("<t:cites>").And(g.V("<a2>").In("<t:cites>")).All()`,
	`g.V("<a1>").In("<t:cites>").Intersect(g.V().Has("<t:court>", "<court/0>")).All()`,
	`g.V("<a1>").In("<t:cites>").Or(g.V("<a2>").In("<t:cites>")).Unique().All()`,
	`g.V("<a1>").In("<t:cites>").Except(g.V("<a2>").In("<t:cites>")).All()`,
	`var cites = g.M().Out("<t:cites>"); g.V("<d9>").Follow(cites).All()`,
	`var cites = g.M().Out("<t:cites>"); g.V("<d3>").FollowR(cites).All()`,
	`g.V("<d30>").FollowRecursive("<t:cites>").All()`,
	`g.V("<d30>").FollowRecursive("<t:cites>", 2, "depth").All()`,
	`g.V("<d3>").FollowRecursive(g.M().In("<t:cites>")).All()`,
	`g.V("<a1>").In("<t:cites>").Tag("d").Out("<t:court>").Back("d").All()`,
	`g.V("<a1>").LabelContext("<d1>").Out("<t:named>").All()`,
	`g.V("<a1>").LabelContext(["<d1>", "<d9>"]).Out("<t:named>").All()`,
	`g.V("<a1>").LabelContext("<d1>").Out("<t:named>").LabelContext(null).In("<t:named>").All()`,
	`g.V("<a1>").LabelContext(g.V("<court/1>").In("<t:court>"), "graph").Out("<t:named>").All()`,
	`g.V("<d9>").Labels().All()`,
	`g.V("<d9>").InPredicates().All()`,
	`g.V("<d9>").OutPredicates().All()`,
	`g.V("<d9>").SaveOutPredicates("p").All()`,
	`g.V("<d9>").SaveInPredicates("p").All()`,
	`g.V("<a1>").In("<t:cites>").Is("<d9>", "<d10>", "<d11>").All()`,
	`g.V("<nowhere>").In("<t:cites>").All()`,
	`g.V("<a1>").In("<t:nothing>").All()`,
	`g.emit(g.V("<a1>").In("<t:cites>").Unique().ToArray().length)`,
	`g.emit(g.V("<a1>").In("<t:cites>").Count())`,
	`g.V("<a1>").In("<t:cites>").Save("<t:court>", "c").ForEach(function(d) { if (d.c == "<court/1>") g.emit({decision: d.id}) })`,
	`var n = 0; g.V().Has("<t:type>").ForEach(function(d) { n++ }); g.emit({count: n})`,
	`var sum = 0, l = g.V().Out("<t:amount>").Unique().ToArray(); for (var i = 0; i < l.length; i++) sum += l[i]; g.emit(sum)`,
	`var t = g.V("<d9>").Save("<t:court>", "c").TagArray(); for (var i in t) g.emit(t[i])`,
	`g.emit(g.V("<d9>").Out("<t:court>").ToValue())`,
	`g.emit([1, "two", [true, null], {a: 1.5}])`,
	`function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2) } g.emit(f(12))`,
	`var s = ""; for (var i = 0; i < 5; i++) { if (i == 3) continue; s += i } g.emit(s); g.emit(typeof s); g.emit(7 % 4 | 8)`,
	`var o = {a: 1}; o.b = o["a"] + 1; var k = []; for (var x in o) k.push(x + o[x]); g.emit(k.join("+").toUpperCase())`,
	`g.emit([3, 1, 2].sort().map(function(x) { return x * 2 }).filter(function(x) { return x > 2 }).concat([9]).slice(1))`,
	`g.emit("héritier".substring(1, 4).indexOf("i")); g.emit("a,b".split(",")); g.emit("1" * "2" + 3); g.emit("1" + 2)`,
	`var i = 0; do { i++ } while (i < 4); while (true) { if (--i < 0) break } g.emit(i); g.emit(!0 && 1 == "1" && 1 !== "1")`,
}

var graphqlQueries = []string{
	`{ nodes(id: <a1>) { id } }`,
	`{ nodes(id: <d9>) { id <t:court> <t:date> } }`,
	`{ nodes(id: <d9>) { id court: <t:court> cites: <t:cites> { id } } }`,
	`{ nodes(id: <a1>) { id by: <t:cites> @rev { id <t:court> } } }`,
	`{ nodes(id: <a1>) { id by: ~<t:cites> { id <t:date> } } }`,
	`{ nodes(<t:court>: <court/1>) { id <t:solution> } }`,
	`{ nodes(<t:court>: <court/1>) { id <t:solution> @opt } }`,
	`{ nodes(<t:court>: <court/1>, <t:solution>: "rejet") { id } }`,
	`{ nodes(<t:court>: ["<court/1>", "<court/2>"], <t:cites>: <a1>) { id <t:court> } }`,
	`{ nodes(<t:amount>: 1000) { id in: <t:order> @rev { id } } }`,
	`{ nodes @rev(<t:cites>: <d9>) { id } }`,
	`{ nodes(id: <a1>) { id name: <t:named> @label(v: <d1>) } }`,
	`{ nodes(id: <a1>) @label(v: <d1>) { id name: <t:named> } }`,
	`{ nodes(id: <d9>) { id <t:order> @unnest { order: id amount: <t:amount> } } }`,
	`{ nodes(id: <d9>) { id o: <t:order> { amount: <t:amount> } c: <t:cites> { id c: <t:cites> { id } } } }`,
	`{ a: nodes(id: <d1>) { id } b: nodes(id: <d2>) { id <t:court> } }`,
	`{ nodes(id: <nowhere>) { id } }`,
	`{ nodes(id: <d3>) { id by: <t:cites> @rev } }`,
	`{ nodes(id: <d9#order1>) { * } }`,
	`query { nodes(id: "<d9>") { id } }`,
}

// rows are the results of a query as sorted, distinct lines of JSON.
func rows(results []any) (list []string) {
	for _, r := range results {
		b, err := json.Marshal(plainOrder(r))
		if err != nil {
			panic(err)
		}
		list = append(list, string(b))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// plainOrder sorts lists that GraphQL gives in no order, and turns Cayley's values
// into ours.
func plainOrder(v any) any {
	switch v := v.(type) {
	case quad.Value:
		return session.Native(v)
	case []quad.Value:
		return sortedList(v)
	case []map[string]any:
		return sortedList(v)
	case []any:
		return sortedList(v)
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = plainOrder(x)
		}
		return out
	case time.Time:
		return session.Time(v)
	}
	return v
}

func sortedList[T any](in []T) []string {
	out := []string{}
	for _, x := range in {
		out = append(out, rows([]any{x})...)
	}
	slices.Sort(out)
	return out
}

func ask(t *testing.T, quads cayley.QuadStore, lang Language, text string) ([]string, error) {
	t.Helper()
	a, err := Run(context.Background(), quads, Request{Language: lang, Text: text, Limit: 1 << 20, Timeout: time.Minute, Names: testNames})
	if err != nil {
		return nil, err
	}
	if a.Stopped != "" {
		t.Fatalf("%s: stopped by %s", text, a.Stopped)
	}
	return rows(a.Results), nil
}

// cayleys asks Cayley's own session. Its JavaScript has no day(), but dates.
func cayleys(t *testing.T, quads cayley.QuadStore, lang Language, text string) (list []any) {
	t.Helper()
	if lang == Gizmo {
		text = "function day(s) { return new Date(s) }; " + text
	}
	it, err := query.Execute(context.Background(), quads, string(lang), text, query.Options{Collation: query.JSON})
	if err != nil {
		t.Fatalf("Cayley, %s: %v", text, err)
	}
	defer it.Close()
	for it.Next(context.Background()) {
		if r := it.Result(); r != nil {
			list = append(list, r)
		}
	}
	if err := it.Err(); err != nil {
		t.Fatalf("Cayley, %s: %v", text, err)
	}
	return list
}

// TestAsCayley wants both languages to find in our store what Cayley's own sessions
// find in Cayley's own store in memory.
func TestAsCayley(t *testing.T) {
	ours, theirs := stores(t)
	found := 0
	for lang, list := range map[Language][]string{Gizmo: gizmoQueries, GraphQL: graphqlQueries} {
		for _, text := range list {
			got, err := ask(t, ours, lang, text)
			if err != nil {
				t.Errorf("%s: %v", text, err)
				continue
			}
			if want := rows(cayleys(t, theirs, lang, text)); !slices.Equal(got, want) {
				t.Errorf("%s\n got %s\nwant %s", text, got, want)
			}
			found += len(got)
		}
	}
	if found < 300 {
		t.Errorf("all queries found %d results only: they ask nothing", found)
	}
}

// TestRandomGizmo runs random paths on both stores, and where Cayley's own session can
// run them without falling over (no Except), compares with that too.
func TestRandomGizmo(t *testing.T) {
	ours, theirs := stores(t)
	r := rand.New(rand.NewPCG(7, 11))
	full, compared := 0, 0
	for range 600 {
		text := randomPath(r, 3, true) + ".All()"
		want, err := ask(t, theirs, Gizmo, text)
		if err != nil {
			if !errors.Is(err, ErrQuery) {
				t.Fatalf("%s: %v", text, err)
			}
			continue // Cayley's iterators cannot
		}
		got, err := ask(t, ours, Gizmo, text)
		if err != nil || !agree(text, got, want) {
			t.Errorf("%s\n got %s %v\nwant %s", text, got, err, want)
		}
		if len(got) > 0 {
			full++
		}
		if !strings.Contains(text, "Except") {
			compared++
			if want := rows(cayleys(t, theirs, Gizmo, text)); !agree(text, got, want) {
				t.Errorf("%s\n   got %s\nCayley %s", text, got, want)
			}
		}
	}
	if full < 200 || compared < 300 {
		t.Errorf("%d paths found something, %d compared with Cayley: too few", full, compared)
	}
}

// agree compares results. Where several values are saved, Cayley's iterators give some
// of their combinations with the ways that follow, and ours all.
func agree(text string, ours, theirs []string) bool {
	if !strings.Contains(text, `Save("<t:cites>"`) {
		return slices.Equal(ours, theirs)
	}
	for _, row := range theirs {
		if _, ok := slices.BinarySearch(ours, row); !ok {
			return false
		}
	}
	return (len(ours) == 0) == (len(theirs) == 0)
}

func pick(r *rand.Rand, list ...string) string { return list[r.IntN(len(list))] }

func randomNodes(r *rand.Rand) string {
	var nodes []string
	for range 1 + r.IntN(3) {
		nodes = append(nodes, pick(r, fmt.Sprintf("%q", "<d"+fmt.Sprint(r.IntN(testDecisions))+">"), fmt.Sprintf("%q", "<a"+fmt.Sprint(r.IntN(testArticles))+">")))
	}
	return strings.Join(nodes, ", ")
}

// randomPath writes a path of Gizmo without its end. Where it is a part of another it
// has no tags: Cayley's own Except leaves those of what it takes away in the results.
func randomPath(r *rand.Rand, depth int, tags bool) string {
	var b strings.Builder
	b.WriteString("g.V(" + randomNodes(r) + ")")
	if r.IntN(4) == 0 {
		b.Reset()
		b.WriteString(`g.V().Has("<t:court>", "<court/1>")`)
	}
	predicate := func() string {
		return pick(r, `"<t:cites>"`, `"<t:cites>"`, `"<t:court>"`, `"<t:order>"`, `["<t:cites>", "<t:order>"]`)
	}
	for i := range 1 + r.IntN(4) {
		switch r.IntN(13) {
		case 0, 1, 2:
			b.WriteString(".In(" + predicate() + ")")
		case 3, 4:
			b.WriteString(".Out(" + predicate() + ")")
		case 5:
			b.WriteString(".Both(" + predicate() + ").Unique()")
		case 6:
			b.WriteString(pick(r, `.Has("<t:court>", "<court/0>")`, `.Has("<t:solution>", "rejet")`,
				`.Has("<t:date>", gte(day("2015-06-01")))`, `.Has("<t:date>", lt(day("2014-01-01")))`, `.Has("<t:amount>", gt(1000))`))
		case 7:
			if tags {
				fmt.Fprintf(&b, `.Save(%s, "s%d")`, pick(r, `"<t:court>"`, `"<t:date>"`, `"<t:cites>"`), i)
			}
		case 8:
			if tags {
				fmt.Fprintf(&b, `.Tag("t%d")`, i)
			}
		case 9:
			if depth > 0 {
				fmt.Fprintf(&b, ".%s(%s)", pick(r, "And", "Or", "Except"), randomPath(r, depth-2, false))
			}
		case 10:
			b.WriteString(".LabelContext(" + randomNodes(r)[:4] + `>")`)
		case 11:
			b.WriteString(".Unique()")
		case 12:
			b.WriteString(pick(r, ".LabelContext(null)", ".InPredicates()", ".OutPredicates()", `.Filter(regex("^d", true))`))
		}
	}
	return b.String()
}

// TestRandomGraphQL does the same with random objects.
func TestRandomGraphQL(t *testing.T) {
	ours, theirs := stores(t)
	r := rand.New(rand.NewPCG(3, 5))
	full := 0
	for range 300 {
		text := "{ nodes" + pick(r, "(id: ["+randomNodes(r)+"])", "(<t:court>: <court/1>)", "(<t:cites>: <a2>)", `(<t:solution>: "rejet")`) + randomObject(r, 2) + " }"
		got, err := ask(t, ours, GraphQL, text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if want := rows(cayleys(t, theirs, GraphQL, text)); !slices.Equal(got, want) {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
		if !strings.Contains(strings.Join(got, ""), `"nodes":null`) {
			full++
		}
	}
	if full < 100 {
		t.Errorf("%d queries found something: too few", full)
	}
}

func randomObject(r *rand.Rand, depth int) string {
	fields := []string{"id"}
	for i := range r.IntN(3) {
		f := fmt.Sprintf("f%d: %s", i, pick(r, "<t:court>", "<t:date>", "<t:cites>", "<t:solution> @opt", "<t:order>", "<t:cites> @rev @opt"))
		fields = append(fields, f)
	}
	if depth > 0 && r.IntN(2) == 0 {
		fields = append(fields, pick(r, "o: <t:cites>", "o: <t:cites> @rev", "o: <t:order>", "o: ~<t:cites>")+randomObject(r, depth-1))
	}
	return " { " + strings.Join(fields, " ") + " }"
}
