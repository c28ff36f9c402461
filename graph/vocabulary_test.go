package graph

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
)

// terms are the predicates and classes of vocab.go.
func terms(t *testing.T) (list []string) {
	f, err := parser.ParseFile(token.NewFileSet(), "vocab.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if of, ok := spec.Type.(*ast.SelectorExpr); ok && of.Sel.Name == "IRI" {
			s, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, s)
		}
		return true
	})
	return list
}

// TestVocabulary wants every term in the table and in docs/graph.md, with the same
// facts, and nothing else in either.
func TestVocabulary(t *testing.T) {
	data, err := os.ReadFile("vocabulary.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read("vocabulary.tsv", string(data), "term", "what", "from", "to", "source", "relation", "standard", "meaning", "example")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../docs/graph.md")
	if err != nil {
		t.Fatal(err)
	}
	_, described, ok := strings.Cut(string(page), "## Classes and predicates\n")
	if !ok {
		t.Fatal("docs/graph.md has no classes and predicates")
	}
	sections := map[string]string{}
	for _, s := range strings.Split(described, "\n### ")[1:] {
		name, body, _ := strings.Cut(s, "\n")
		sections[name] = body
	}
	listed := map[string]bool{}
	for _, r := range rows {
		term := r.Get("term")
		_, name, _ := strings.Cut(term, ":")
		listed[term] = true
		facts := "`" + term + "`; class"
		if r.Get("what") == "predicate" {
			facts = "`" + term + "`; from " + r.Get("from") + " to " + r.Get("to")
		}
		facts += "; source: " + r.Get("source")
		switch r.Get("relation") {
		case "same":
			facts += "; same as " + r.Get("standard")
		case "narrower":
			facts += "; narrower than " + r.Get("standard")
		case "":
		default:
			t.Errorf("%s: the relation %q", term, r.Get("relation"))
		}
		for _, want := range []string{r.Get("meaning"), facts + ".", "$ attendu graph --gizmo '" + r.Get("example") + "'"} {
			if !strings.Contains(sections[name], want) {
				t.Errorf("docs/graph.md, %s, lacks: %s", name, want)
			}
		}
		if !strings.Contains(r.Get("example"), "<"+term+">") {
			t.Errorf("%s: its example does not use it: %s", term, r.Get("example"))
		}
	}
	if len(sections) != len(listed) {
		t.Errorf("docs/graph.md describes %d terms, the table %d", len(sections), len(listed))
	}
	all := terms(t)
	if len(all) < 30 || len(all) != len(listed) {
		t.Errorf("vocab.go has %d terms, the table %d", len(all), len(listed))
	}
	for _, term := range all {
		if !listed[term] {
			t.Errorf("%s is not in vocabulary.tsv", term)
		}
	}
}
