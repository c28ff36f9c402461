package httpapi

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/attendu/attendu/"

// TestSpec wants the committed specification to be that of the program. UPDATE=1
// rewrites it, and before that the descriptions that go into it.
func TestSpec(t *testing.T) {
	same(t, "descriptions.tsv", []byte(collect(t)))
	if t.Failed() {
		return
	}
	descriptions = collect(t)
	spec, err := Spec()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "../../docs/openapi.yaml", spec)
	if n := bytes.Count(spec, []byte("operationId:")); n < 10 {
		t.Errorf("only %d operations", n)
	}
}

// same compares a file, or rewrites it.
func same(t *testing.T, path string, want []byte) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what the program says (%v); UPDATE=1 go test ./queries/httpapi -run TestSpec rewrites it", path, err)
	}
}

// collect makes the descriptions from the comments of the types that answers are of.
func collect(t *testing.T) string {
	t.Helper()
	registry := (&api{}).register(routes{http.NewServeMux()}).OpenAPI().Components.Schemas
	comments := commentsOf{}
	var lines []string
	add := func(schema, field, words string) {
		if words = strings.Join(strings.Fields(words), " "); words != "" {
			lines = append(lines, fmt.Sprintf("%s\t%s\t%s\n", schema, field, words))
		}
	}
	for name := range registry.Map() {
		typ := registry.TypeFromRef(schemaPrefix + name)
		add(name, "", comments.of(t, typ)[""])
		for _, f := range reflect.VisibleFields(typ) {
			json, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if json == "" || json == "-" || shadowed(typ, f, json) {
				continue
			}
			owner := typ
			for _, i := range f.Index[:len(f.Index)-1] {
				if owner = owner.Field(i).Type; owner.Kind() == reflect.Pointer {
					owner = owner.Elem()
				}
			}
			add(name, json, comments.of(t, owner)[f.Name])
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// shadowed reports whether a field nearer the top has the same name in JSON.
func shadowed(typ reflect.Type, f reflect.StructField, json string) bool {
	return slices.ContainsFunc(reflect.VisibleFields(typ), func(g reflect.StructField) bool {
		name, _, _ := strings.Cut(g.Tag.Get("json"), ",")
		return name == json && len(g.Index) < len(f.Index)
	})
}

// commentsOf are the comments of types, by package and type: of the type under "", of
// fields under their names.
type commentsOf map[string]map[string]map[string]string

func (c commentsOf) of(t *testing.T, typ reflect.Type) map[string]string {
	pkg := typ.PkgPath()
	if c[pkg] == nil {
		c[pkg] = parse(t, pkg)
	}
	return c[pkg][typ.Name()]
}

func parse(t *testing.T, pkg string) map[string]map[string]string {
	t.Helper()
	out := map[string]map[string]string{}
	dir, ours := strings.CutPrefix(pkg, module)
	if !ours {
		return out
	}
	files, err := filepath.Glob(filepath.Join("..", "..", dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of %s: %v", pkg, err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range g.Specs {
				if ts, ok := s.(*ast.TypeSpec); ok {
					out[ts.Name.Name] = fieldComments(g, ts)
				}
			}
		}
	}
	return out
}

func fieldComments(g *ast.GenDecl, ts *ast.TypeSpec) map[string]string {
	out := map[string]string{"": g.Doc.Text() + ts.Doc.Text()}
	if st, ok := ts.Type.(*ast.StructType); ok {
		for _, f := range st.Fields.List {
			for _, n := range f.Names {
				out[n.Name] = f.Doc.Text() + f.Comment.Text()
			}
		}
	}
	return out
}
