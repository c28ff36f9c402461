package script

import (
	"errors"
	"fmt"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// Meter allows a script to go on. Both return an error when it may not: that error
// ends the script and is returned by Run as it is.
type Meter interface {
	Step() error
	Alloc(bytes int) error
}

// How deep a script may nest: calls within calls, and anything within anything.
const (
	maxCalls = 200
	maxDepth = 2000
)

// machine runs one script.
type machine struct {
	source string
	meter  Meter
	at     file.Idx // where the script is, for errors
	scope  *scope
	calls  int
	depth  int
	ended  error // of the meter
	last   any   // value of the last expression statement
}

// scope holds the variables of one function.
type scope struct {
	vars   map[string]any
	parent *scope
}

func (s *scope) find(name string) (map[string]any, bool) {
	for ; s != nil; s = s.parent {
		if _, ok := s.vars[name]; ok {
			return s.vars, true
		}
	}
	return nil, false
}

// Run runs a script that sees the globals, and returns the value of its last
// expression. A fault of the script is an *Error; what the meter says is returned
// as it is.
func Run(source string, globals map[string]any, meter Meter) (any, error) {
	program, err := parse(source)
	if err != nil {
		return nil, err
	}
	m := &machine{source: source, meter: meter, scope: &scope{vars: map[string]any{}}}
	for name, v := range mathematics {
		m.scope.vars[name] = v
	}
	for name, v := range globals {
		m.scope.vars[name] = v
	}
	m.hoist(program.DeclarationList)
	for _, s := range program.Body {
		if _, err := m.statement(s); err != nil {
			if m.ended != nil {
				return m.last, m.ended
			}
			return nil, err
		}
	}
	return m.last, nil
}

// fail is a fault at the place where the script is.
func (m *machine) fail(format string, args ...any) error {
	return placed(m.source, m.at, fmt.Sprintf(format, args...))
}

// blame puts the place to an error of the host.
func (m *machine) blame(err error) error {
	var e *Error
	if err == nil || m.ended != nil || errors.As(err, &e) {
		return err
	}
	e = placed(m.source, m.at, oneLine(err.Error()))
	e.Err = err
	return e
}

// enter is called at each node of the tree, leave after it.
func (m *machine) enter() error {
	if m.depth++; m.depth > maxDepth {
		return m.fail("nested more than %d deep", maxDepth)
	}
	return m.stop(m.meter.Step())
}

func (m *machine) leave() { m.depth-- }

// spend asks for n bytes.
func (m *machine) spend(n int) error { return m.stop(m.meter.Alloc(n)) }

// stop remembers that the meter ended the script.
func (m *machine) stop(err error) error {
	if err != nil && m.ended == nil {
		m.ended = err
	}
	return err
}

// hoist declares the variables and functions of a body.
func (m *machine) hoist(list []ast.Declaration) {
	for _, d := range list {
		switch d := d.(type) {
		case *ast.VariableDeclaration:
			for _, v := range d.List {
				if _, ok := m.scope.vars[v.Name]; !ok {
					m.scope.vars[v.Name] = nil
				}
			}
		case *ast.FunctionDeclaration:
			m.scope.vars[d.Function.Name.Name] = &closure{d.Function, m.scope}
		}
	}
}
