package script

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/dop251/goja/ast"
)

// closure is a function of the script.
type closure struct {
	code  *ast.FunctionLiteral
	scope *scope
}

// Call is a call of a function of the host.
type Call struct {
	Args []any
	m    *machine
}

// Arg is the i-th argument, nil when there are fewer.
func (c *Call) Arg(i int) any {
	if i < len(c.Args) {
		return c.Args[i]
	}
	return nil
}

// Alloc asks for n bytes before the host makes them for the script.
func (c *Call) Alloc(n int) error { return c.m.spend(n) }

// Stop tells the script that an error of the host ends it, whatever it does: Run
// returns that error as it is.
func (c *Call) Stop(err error) error { return c.m.stop(err) }

// Call calls a function of the script back.
func (c *Call) Call(f any, args ...any) (any, error) { return c.m.apply(f, args) }

// IsFunction says that a value can be called.
func IsFunction(v any) bool {
	switch v.(type) {
	case *closure, Native:
		return true
	}
	return false
}

func (m *machine) call(e *ast.CallExpression) (any, error) {
	var f any
	var err error
	name, at := "this", e.Callee.Idx0()
	switch callee := e.Callee.(type) {
	case *ast.DotExpression:
		name, at = callee.Identifier.Name, callee.Identifier.Idx
		_, f, err = m.member(callee)
	case *ast.Identifier:
		name = callee.Name
		f, err = m.eval(callee)
	default:
		f, err = m.eval(callee)
	}
	if err != nil {
		return nil, err
	}
	args := make([]any, 0, len(e.ArgumentList))
	for _, a := range e.ArgumentList {
		v, err := m.eval(a)
		if err != nil {
			return nil, err
		}
		args = append(args, v)
	}
	m.at = at
	if !IsFunction(f) {
		return nil, m.fail("%s is no function", name)
	}
	return m.apply(f, args)
}

// apply calls a function.
func (m *machine) apply(f any, args []any) (any, error) {
	if m.calls++; m.calls > maxCalls {
		return nil, m.fail("more than %d calls within each other", maxCalls)
	}
	defer func() { m.calls-- }()
	if err := m.enter(); err != nil {
		return nil, err
	}
	defer m.leave()
	switch f := f.(type) {
	case Native:
		at := m.at
		v, err := m.native(f, args)
		m.at = at
		return v, m.blame(err)
	case *closure:
		return m.run(f, args)
	}
	return nil, m.fail("a function is wanted")
}

// native calls a function of the host. What panics in it is an error of the call.
func (m *machine) native(f Native, args []any) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			v, err = nil, errors.New("this step cannot be asked here")
			if fault, ok := r.(runtime.Error); ok { // of a program, not of the query
				err = fmt.Errorf("this step cannot be asked here: %w", fault)
			}
		}
	}()
	return f(&Call{Args: args, m: m})
}

// run runs the body of a function of the script.
func (m *machine) run(f *closure, args []any) (any, error) {
	if err := m.spend(256); err != nil {
		return nil, err
	}
	outer, last := m.scope, m.last
	m.scope = &scope{vars: map[string]any{}, parent: f.scope}
	defer func() { m.scope, m.last = outer, last }()
	for i, p := range f.code.ParameterList.List {
		m.scope.vars[p.Name] = nil
		if i < len(args) {
			m.scope.vars[p.Name] = args[i]
		}
	}
	if f.code.Name != nil {
		if _, ok := m.scope.vars[f.code.Name.Name]; !ok {
			m.scope.vars[f.code.Name.Name] = f
		}
	}
	m.hoist(f.code.DeclarationList)
	how, err := m.statement(f.code.Body)
	if err != nil || how != returned {
		return nil, err
	}
	return m.last, nil
}
