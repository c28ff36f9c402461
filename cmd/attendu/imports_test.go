package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/attendu/attendu"

// allowed says, for each part of the house, what of ours it may import besides
// itself. The first part that a package's path begins with counts. Tests are
// not looked at.
var allowed = []struct {
	part string
	may  []string
}{
	{"cmd", []string{"queries", "queries/mcp", "queries/relay", "queries/server", "queries/httpapi", "corpus", "corpus/examples", "corpus/synth"}},
	{"queries", []string{"graph", "graph/export", "graph/ordered", "graph/measure", "graph/query", "index", "corpus/..."}},
	{"graph/quadstore", nil}, // a Cayley back end that knows nothing of law
	{"graph", []string{"graph/...", "corpus", "corpus/law", "corpus/table"}},
	{"index", []string{"index/...", "corpus", "corpus/fold", "corpus/law", "corpus/table"}},
	{"corpus", []string{"corpus/..."}},
}

// TestImportDirection keeps the house as docs/architecture.md draws it: cmd →
// queries → graph, index → corpus. graph and index do not know each other, and
// the domain itself imports nothing of ours.
func TestImportDirection(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		pkg, imports, _ := strings.Cut(line, ": ")
		from := strings.TrimPrefix(pkg, module+"/")
		for _, imp := range strings.Fields(imports) {
			if to, ours := strings.CutPrefix(imp, module+"/"); ours && !mayImport(t, from, to) {
				t.Errorf("%s imports %s", from, to)
			}
		}
		seen++
	}
	if seen < 10 {
		t.Errorf("go list shows %d packages only: this test has looked at nothing", seen)
	}
}

func mayImport(t *testing.T, from, to string) bool {
	t.Helper()
	if from == "corpus" {
		return false
	}
	for _, rule := range allowed {
		if !within(from, rule.part) {
			continue
		}
		for _, may := range rule.may {
			if tree, ok := strings.CutSuffix(may, "/..."); ok && within(to, tree) || to == may {
				return true
			}
		}
		return within(to, rule.part) && rule.part != "corpus"
	}
	t.Errorf("%s is in no part of the house", from)
	return false
}

func within(path, part string) bool { return path == part || strings.HasPrefix(path, part+"/") }

// TestStorageIsHidden: nothing above graph sees Pebble, and nothing above index
// sees Bleve.
func TestStorageIsHidden(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		pkg, imports, _ := strings.Cut(line, ": ")
		from := strings.TrimPrefix(pkg, module+"/")
		for lib, owner := range map[string]string{"cockroachdb/pebble": "graph", "blevesearch/": "index"} {
			if strings.Contains(imports, lib) && !within(from, owner) {
				t.Errorf("%s imports %s, which is %s's alone", from, lib, owner)
			}
		}
	}
}

// TestCommandsAskQueries: what package queries hands out of the packages below, for
// programs at their own risk, no command takes.
func TestCommandsAskQueries(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		looked++
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Store" {
				t.Errorf("%s asks the store of a library; package queries should answer that", name)
			}
			return true
		})
	}
	if looked < 10 {
		t.Errorf("%d files only: this test has looked at nothing", looked)
	}
}
