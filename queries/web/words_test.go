package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/queries"
)

// TestWords: every key that a page asks for has words in both languages, with the same
// verbs, and no row is without a page that asks for it.
func TestWords(t *testing.T) {
	w, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	asked := keysAsked(t)
	for key := range asked {
		for _, l := range []language{french, english} {
			if w.say[l][key] == "" {
				t.Errorf("%s has no words for %s", l, key)
			}
		}
	}
	for key, fr := range w.say[french] {
		if !asked[key] {
			t.Errorf("nothing asks for %s", key)
		}
		if en := w.say[english][key]; !slices.Equal(verb.FindAllString(fr, -1), verb.FindAllString(en, -1)) {
			t.Errorf("%s: %q and %q are filled in differently", key, fr, en)
		}
	}
}

var (
	askedText  = regexp.MustCompile(`(?:\bt|text) ?\(?"([a-z._]+)"`)
	askedCount = regexp.MustCompile(`\bcount "([a-z.]+)"`)
)

// keysAsked are the keys in templates and code, and those of closed lists.
func keysAsked(t *testing.T) map[string]bool {
	asked := map[string]bool{}
	sources := func(fsys fs.FS, pattern string) (out []string) {
		names, err := fs.Glob(fsys, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, n := range names {
			b, err := fs.ReadFile(fsys, n)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(b))
		}
		return out
	}
	code, err := filepath.Glob("*.go")
	if err != nil || len(code) == 0 {
		t.Fatal(err)
	}
	for _, text := range sources(templateFiles, "templates/*.html") {
		for _, m := range askedText.FindAllStringSubmatch(text, -1) {
			asked[m[1]] = true
		}
		for _, m := range askedCount.FindAllStringSubmatch(text, -1) {
			asked[m[1]+".one"], asked[m[1]+".many"] = true, true
		}
	}
	for _, key := range []string{"home.title", "search.title", "help.title", "graph.of", "day.unknown", "several.title", "life.several", "life.under"} { // asked for by code
		asked[key] = true
	}
	delete(asked, "nav.theme.")
	for _, key := range closedKeys() {
		asked[key] = true
	}
	return asked
}

// closedKeys are the keys of closed lists: every value of each has words.
func closedKeys() (keys []string) {
	add := func(prefix string, values ...string) {
		for _, v := range values {
			keys = append(keys, prefix+v)
		}
	}
	add("nav.theme.", "dark", "light", "auto")
	add("sort.", (&searchPage{}).Sorts()...)
	add("facet.", searchFacets...)
	add("param.", append([]string{"prior", "on"}, narrowed[1:]...)...)
	for _, e := range tries {
		add("", e.Key)
	}
	for _, z := range corpus.ZoneKinds() {
		add("zone.", string(z))
	}
	for _, k := range corpus.HoldingKinds() {
		add("order.", string(k))
	}
	for _, u := range corpus.Uses() {
		add("use.", string(u))
		add("use.short.", string(u))
	}
	for _, m := range []queries.Mention{{Speaker: corpus.JugeAttaque}, {Speaker: corpus.Cour}, {Speaker: corpus.Cour, Zone: corpus.Dispositif}} {
		add("use.short.reported", reportedOf(&m, false), reportedOf(&m, true))
	}
	for _, o := range corpus.Outcomes() {
		add("outcome.", string(o)+".does", string(o)+".part.does")
	}
	add("outcome.", "ends")
	for _, s := range []queries.Standing{queries.Stands, queries.Falls, queries.FallsInPart, queries.PendingAgain, queries.PartPendingAgain, queries.Settled, queries.PartSettled} {
		add("standing.", string(s), string(s)+".short")
	}
	sides := []corpus.Side{corpus.Demandeur, corpus.Defendeur, corpus.Intervenant, corpus.Prevenu, corpus.MinisterePublic}
	add("side.", "unknown")
	for _, s := range sides {
		add("side.", string(s))
		keys = append(keys, voice{corpus.Partie, s}.Key())
	}
	for _, s := range []corpus.Speaker{corpus.Cour, corpus.Partie, corpus.JugeAttaque, corpus.Quote, ""} {
		keys = append(keys, voice{Speaker: s}.Key())
	}
	for _, k := range []corpus.PartyKind{corpus.Physique, corpus.Morale, corpus.Publique} {
		add("party.", string(k))
	}
	for _, q := range []corpus.Qualifier{corpus.Ancien, corpus.Nouveau, corpus.Redaction, corpus.Devenu} {
		add("qualifier.", string(q))
	}
	for _, r := range strength {
		add("relation.", r)
		add("graph.out.", r)
		add("graph.in.", r)
	}
	add("graph.", "between")
	add("form.", append([]string{"link"}, forms...)...)
	for c := range statuses {
		add("error.", string(c))
	}
	add("fact.", "text", "zones", "court", "chamber", "date", "numbers", "ecli", "title", "nature", "solution", "formation",
		"publication", "themes", "visa", "summaries", "contested", "rapprochements")
	add("fact.bytes.", "one", "many")
	add("article.", "applies", "invokes")
	rows, err := table.Read("help.tsv", helpTSV, "table", "typed", "also", "fr", "en")
	if err != nil {
		panic(err)
	}
	for _, r := range rows {
		add("help.", r.Get("table"))
	}
	add("source.", "text")
	return keys
}

// TestFaults: what queries and its language say is wrong can be said in French. The
// formats are looked for in their sources.
func TestFaults(t *testing.T) {
	f, err := loadFaults()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, files := range []string{"../lang/*.go", "../*.go", "../kept/*.go", "*.go"} {
		for _, format := range formats(t, files) {
			found++
			if said := verb.ReplaceAllString(format, "7"); f.say(french, said) == said {
				t.Errorf("errors.tsv has no French for %q", format)
			}
		}
	}
	for _, x := range []struct {
		files string
		says  *regexp.Regexp
	}{
		{"../../corpus/cite/reference.go", regexp.MustCompile(`"cite: %w: ((?:[^"]{7,}))", ErrReference`)},
		{"../../corpus/cite/*.go", regexp.MustCompile(`Unresolved = (?:"[^"]*", )?"([^"]+)"`)},
		{"../../corpus/keyparse.go", regexp.MustCompile(`keyError\(s, "([^"]+)"\)`)},
	} {
		for _, reason := range reasons(t, x.files, x.says) {
			found++
			said := verb.ReplaceAllString(reason, "7")
			switch {
			case strings.Contains(x.files, "keyparse"):
				said = `corpus: "7": not a key: ` + said
			case strings.Contains(x.files, "*"):
				said = `"7": ` + said
			}
			if f.say(french, said) == said {
				t.Errorf("errors.tsv has no French for %q", said)
			}
		}
	}
	if found < 60 {
		t.Errorf("only %d messages were found in the sources: this test has looked at too little", found)
	}
}

// reasons are what a pattern finds in sources.
func reasons(t *testing.T, pattern string, says *regexp.Regexp) (list []string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range says.FindAllStringSubmatch(string(b), -1) {
			list = append(list, m[1])
		}
	}
	if len(list) == 0 {
		t.Errorf("%s: no reason was found", pattern)
	}
	return list
}

// unasked are the sources of queries that no page asks: their messages are for the command
// line and for programs. What is new is asked until it stands here.
var unasked = []string{"verify", "verifyrequest", "communities", "lineage", "ranked", "rankedprovision", "export*", "forget", "graph", "diff*", "snapshot*", "open", "articletext",
	"articles", "evaluate", "passages", "manifest"}

// isUnasked reports whether a source is one of those.
func isUnasked(file string) bool {
	name := strings.TrimSuffix(filepath.Base(file), ".go")
	return filepath.Dir(file) == ".." && slices.ContainsFunc(unasked, func(pattern string) bool {
		ok, err := filepath.Match(pattern, name)
		return ok && err == nil
	})
}

// formats are the messages in sources: the formats of the functions that make errors for
// people.
func formats(t *testing.T, pattern string) (list []string) {
	at := map[string]int{"errorf": 2, "Errorf": 3, "wrong": 2, "notYet": 1, "invalid": 0, "notFound": 0, "note": 0}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %v", pattern, files, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || isUnasked(file) {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := ""
			switch fun := call.Fun.(type) {
			case *ast.Ident:
				name = fun.Name
			case *ast.SelectorExpr:
				if x, ok := fun.X.(*ast.Ident); ok && x.Name == "fmt" || fun.Sel.Name == "Errorf" && len(call.Args) < 4 {
					return true
				}
				name = fun.Sel.Name
			}
			i, known := at[name]
			if !known || len(call.Args) <= i {
				return true
			}
			if lit, ok := call.Args[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				format, err := strconv.Unquote(lit.Value)
				if err == nil && strings.Trim(verb.ReplaceAllString(format, ""), " ") != "" {
					list = append(list, format)
				}
			}
			return true
		})
	}
	return list
}

func TestCounts(t *testing.T) {
	w, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		l    language
		n    int
		want string
	}{{french, 0, "0 décision"}, {french, 1, "1 décision"}, {french, 2, "2 décisions"}, {english, 0, "0 decisions"},
		{english, 1, "1 decision"}, {french, 12345, "12\u202f345 décisions"}, {english, 1234567, "1,234,567 decisions"}} {
		if got := w.in(c.l).count("decisions", c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.l, c.n, got, c.want)
		}
	}
	if got := w.in(french).euros(123456789); got != "1\u202f234\u202f567,89\u00a0€" {
		t.Errorf("euros: %q", got)
	}
	if got := w.in(english).euros(300000); got != "€3,000" {
		t.Errorf("euros: %q", got)
	}
	if got := w.in(english).day("2016-10-01"); got != "1 October 2016" {
		t.Errorf("day: %q", got)
	}
}
