package queries_test

import (
	"cmp"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"
)

const ourModule = "github.com/attendu/attendu/"

// TestAPI compares the API of package queries, and the types of other packages of ours
// that it hands out, with testdata/api.txt: whatever programs rely on changes only in a
// diff that is read. UPDATE=1 rewrites the file.
func TestAPI(t *testing.T) {
	got := surfaceOf(compiled(t, ourModule+"queries"))
	if strings.Count(got, "\n") < 300 {
		t.Fatalf("the surface has a few lines only: this test has looked at nothing\n%s", got)
	}
	golden := filepath.Join("testdata", "api.txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := diff.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("the API has changed; UPDATE=1 go test ./queries -run TestAPI rewrites testdata/api.txt, and CHANGELOG.md tells users\n%s", d)
	}
}

// compiled reads a package as the compiler left it.
func compiled(t *testing.T, path string) *types.Package {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", path).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		files[name] = file
	}
	open := func(name string) (io.ReadCloser, error) { return os.Open(files[name]) }
	p, err := importer.ForCompiler(token.NewFileSet(), "gc", open).Import(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// surface gathers what a package hands out.
type surface struct {
	home  *types.Package
	lines []string
	todo  []*types.TypeName // types of other packages, to be described
	seen  map[*types.TypeName]bool
}

func surfaceOf(p *types.Package) string {
	s := &surface{home: p, seen: map[*types.TypeName]bool{}}
	for _, name := range p.Scope().Names() {
		if o := p.Scope().Lookup(name); o.Exported() {
			s.object(o)
		}
	}
	for len(s.todo) > 0 {
		next := s.todo
		s.todo = nil
		for _, o := range next {
			s.object(o)
		}
	}
	slices.Sort(s.lines)
	return strings.Join(s.lines, "\n") + "\n"
}

// name writes packages of ours by their last element, others by their path.
func (s *surface) name(p *types.Package) string {
	if p == s.home {
		return ""
	}
	return strings.TrimPrefix(p.Path(), ourModule)
}

func (s *surface) add(o types.Object, format string, args ...any) {
	pkg := cmp.Or(s.name(o.Pkg()), "queries")
	s.lines = append(s.lines, pkg+": "+fmt.Sprintf(format, args...))
}

// object describes a function, constant, variable or type.
func (s *surface) object(o types.Object) {
	text := func(t types.Type) string { s.expose(t); return types.TypeString(t, s.name) }
	switch o := o.(type) {
	case *types.Const:
		s.add(o, "const %s %s = %s", o.Name(), text(o.Type()), o.Val())
	case *types.Var:
		s.add(o, "var %s %s", o.Name(), text(o.Type()))
	case *types.Func:
		s.add(o, "func %s%s", o.Name(), strings.TrimPrefix(text(o.Type()), "func"))
	case *types.TypeName:
		s.typeName(o, text)
	}
}

// typeName describes a type by its fields and methods.
func (s *surface) typeName(o *types.TypeName, text func(types.Type) string) {
	if s.seen[o] {
		return
	}
	s.seen[o] = true
	under := o.Type().Underlying()
	switch u := under.(type) {
	case *types.Struct:
		s.add(o, "type %s struct", o.Name())
		for i := range u.NumFields() {
			if f := u.Field(i); f.Exported() {
				s.add(o, "type %s struct, %s %s `%s`", o.Name(), f.Name(), text(f.Type()), u.Tag(i))
			}
		}
	case *types.Interface:
		s.add(o, "type %s interface", o.Name())
		for i := range u.NumMethods() {
			if m := u.Method(i); m.Exported() {
				s.add(o, "type %s interface, %s%s", o.Name(), m.Name(), strings.TrimPrefix(text(m.Type()), "func"))
			}
		}
		return
	default:
		s.add(o, "type %s %s", o.Name(), text(under))
	}
	set := types.NewMethodSet(types.NewPointer(o.Type()))
	for i := range set.Len() {
		if m := set.At(i).Obj(); m.Exported() && len(set.At(i).Index()) == 1 { // not those of embedded fields
			s.add(o, "method (%s) %s%s", o.Name(), m.Name(), strings.TrimPrefix(text(m.Type()), "func"))
		}
	}
}

// expose notes the types of our other packages in a type: the words of the domain, not
// the packages below, which programs reach through Store at their own risk.
func (s *surface) expose(t types.Type) {
	switch t := t.(type) {
	case *types.Named:
		if p := t.Obj().Pkg(); p != nil && p != s.home && strings.HasPrefix(p.Path(), ourModule) && t.Obj().Name() != "Store" {
			s.todo = append(s.todo, t.Obj())
		}
		for i := range t.TypeArgs().Len() {
			s.expose(t.TypeArgs().At(i))
		}
	case *types.Pointer:
		s.expose(t.Elem())
	case *types.Slice:
		s.expose(t.Elem())
	case *types.Array:
		s.expose(t.Elem())
	case *types.Map:
		s.expose(t.Key())
		s.expose(t.Elem())
	case *types.Signature:
		for _, list := range []*types.Tuple{t.Params(), t.Results()} {
			for i := range list.Len() {
				s.expose(list.At(i).Type())
			}
		}
	}
}
