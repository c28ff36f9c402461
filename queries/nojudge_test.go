package queries

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// judges are words for those who judge, or write down what was judged.
var judges = regexp.MustCompile(`(?i)judge|juge|magistrat|pr[eé]sident|conseill|rapporteur|greffi|clerk|assesseur|avocat.?g[eé]n`)

// mayJudge are names that match and mean no person: the decision or court under review.
var mayJudge = map[string]bool{"JugeAttaque": true}

// exported lists the exported names, fields and JSON names of the packages that answer.
func exported(t *testing.T, dir string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		p, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(p, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				names = append(names, n.Name.Name)
			case *ast.TypeSpec:
				names = append(names, n.Name.Name)
			case *ast.ValueSpec:
				for _, id := range n.Names {
					names = append(names, id.Name)
				}
			case *ast.Field:
				for _, id := range n.Names {
					names = append(names, id.Name)
				}
				if n.Tag != nil {
					tag := reflect.StructTag(strings.Trim(n.Tag.Value, "`"))
					name, _, _ := strings.Cut(tag.Get("json"), ",")
					names = append(names, name)
				}
			}
			return true
		})
	}
	return names
}

// TestNoMeasureByJudge: nothing that answers groups, counts or ranks by those who judge,
// and the graph has no term for them (code de l'organisation judiciaire, L. 111-13; code
// de justice administrative, L. 10).
func TestNoMeasureByJudge(t *testing.T) {
	n := 0
	for _, dir := range []string{".", "../graph", "../graph/measure", "../queries/figure", "../index"} {
		for _, name := range exported(t, dir) {
			n++
			if judges.MatchString(name) && !mayJudge[name] {
				t.Errorf("%s: %s speaks of judges", dir, name)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d names: this test has looked at little", n)
	}
	data, err := os.ReadFile("../graph/vocabulary.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read("vocabulary.tsv", string(data), "term", "what", "from", "to", "source", "relation", "standard", "meaning", "example")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, column := range []string{"term", "from", "to"} {
			if judges.MatchString(r.Get(column)) {
				t.Errorf("the vocabulary has %s", r.Get(column))
			}
		}
	}
	if len(rows) < 30 {
		t.Errorf("only %d terms", len(rows))
	}
	if !judges.MatchString("RankByJudge") || !judges.MatchString("attendu:rapporteur") {
		t.Error("the test does not see what it looks for")
	}
}

// TestDecisionHasNoJudge: neither is there a place for them in what is stored.
func TestDecisionHasNoJudge(t *testing.T) {
	var look func(typ reflect.Type, path string, seen map[reflect.Type]bool)
	fields := 0
	look = func(typ reflect.Type, path string, seen map[reflect.Type]bool) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			fields++
			if judges.MatchString(f.Name) {
				t.Errorf("%s.%s speaks of judges", path, f.Name)
			}
			look(f.Type, path+"."+f.Name, seen)
		}
	}
	look(reflect.TypeOf(corpus.Decision{}), "Decision", map[reflect.Type]bool{})
	if fields < 50 {
		t.Errorf("only %d fields", fields)
	}
}
