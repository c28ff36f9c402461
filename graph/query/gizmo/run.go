package gizmo

import (
	"errors"
	"fmt"

	"github.com/attendu/attendu/graph/query/script"
	"github.com/attendu/attendu/graph/query/session"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// Run runs a query and sends its results to the session. A fault of the query is a
// *script.Error with its place; errors that end a query early are told apart by
// session.Stops.
func Run(s *session.Session, query string) error {
	r := &run{Session: s}
	globals := map[string]any{"g": root{r}, "graph": root{r}}
	for name, f := range values {
		globals[name] = script.Native(func(c *script.Call) (any, error) { return f(r, c) })
	}
	last, err := script.Run(query, globals, s)
	if err != nil || r.asked {
		return err
	}
	if p, ok := last.(*pathObject); ok && !p.morphism {
		return p.send(-1)
	}
	out, err := r.export(last, 0)
	if err != nil || out == nil {
		return err
	}
	return s.Send(out)
}

// run is one query at work.
type run struct {
	*session.Session
	asked bool // results were asked for by the script
}

// root is the object g.
type root struct{ *run }

// Member gives a method of g.
func (g root) Member(name string) any {
	if f, ok := rootMethods[small(name)]; ok {
		return script.Native(func(c *script.Call) (any, error) { return f(g.run, c) })
	}
	return nil
}

var rootMethods = map[string]func(*run, *script.Call) (any, error){
	"v": (*run).vertices, "vertex": (*run).vertices,
	"m": (*run).newMorphism, "morphism": (*run).newMorphism,
	"emit": (*run).emit,
	"iRI":  (*run).fullIRI, "uri": (*run).fullIRI,
	"addNamespace":         (*run).addNamespace,
	"addDefaultNamespaces": func(*run, *script.Call) (any, error) { return nil, nil }, // those of the session are known already
	"loadNamespaces":       func(*run, *script.Call) (any, error) { return nil, nil }, // the graph holds none
}

func (r *run) vertices(c *script.Call) (any, error) {
	nodes, err := r.quadValues(c.Args)
	if err != nil {
		return nil, err
	}
	return r.path(c, path.StartMorphism(nodes...), 1+len(nodes)/valuesPerStep, false)
}

func (r *run) newMorphism(c *script.Call) (any, error) {
	return r.path(c, path.StartMorphism(), 1, true)
}

func (r *run) emit(c *script.Call) (any, error) {
	r.asked = true
	v, err := r.export(c.Arg(0), 0)
	if err == nil && v != nil {
		err = r.Send(v)
	}
	return script.Null{}, halt(c, err)
}

func (r *run) fullIRI(c *script.Call) (any, error) {
	s, ok := c.Arg(0).(string)
	if !ok {
		return nil, errors.New("a text is wanted")
	}
	return value{r.Names.Value(quad.IRI(s))}, nil
}

func (r *run) addNamespace(c *script.Call) (any, error) {
	prefix, ok := c.Arg(0).(string)
	full, ok2 := c.Arg(1).(string)
	if !ok || !ok2 || prefix == "" || full == "" {
		return nil, errors.New("a prefix and a namespace are wanted")
	}
	if len(r.Names) > maxNames {
		return nil, fmt.Errorf("more than %d namespaces", maxNames)
	}
	r.Names = r.Names.With(prefix, full)
	return nil, nil
}

// maxNames is how many namespaces a query may have.
const maxNames = 100

// halt passes an error on, and makes one that ends the query end the script.
func halt(c *script.Call, err error) error {
	if session.Stops(err) {
		return c.Stop(err)
	}
	return err
}

// small gives a name with a small first letter: Cayley knows both.
func small(name string) string {
	if name == "" || name[0] < 'A' || name[0] > 'Z' {
		return name
	}
	return string(name[0]+'a'-'A') + name[1:]
}
