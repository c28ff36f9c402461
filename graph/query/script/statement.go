package script

import (
	"fmt"
	"strconv"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

// flow is how a statement ended.
type flow int

const (
	onward flow = iota
	broken
	continued
	returned // the value is in machine.last
)

func (m *machine) statement(s ast.Statement) (flow, error) {
	if err := m.enter(); err != nil {
		return onward, err
	}
	defer m.leave()
	switch s := s.(type) {
	case *ast.EmptyStatement:
	case *ast.ExpressionStatement:
		v, err := m.eval(s.Expression)
		m.last = v
		return onward, err
	case *ast.VariableStatement:
		return onward, m.all(s.List)
	case *ast.BlockStatement:
		return m.block(s.List)
	case *ast.IfStatement:
		return m.choice(s)
	case *ast.WhileStatement:
		return m.loop(s.Test, nil, s.Body, false)
	case *ast.DoWhileStatement:
		return m.loop(s.Test, nil, s.Body, true)
	case *ast.ForStatement:
		if s.Initializer != nil {
			if _, err := m.eval(s.Initializer); err != nil {
				return onward, err
			}
		}
		return m.loop(s.Test, s.Update, s.Body, false)
	case *ast.ForInStatement:
		return m.forIn(s)
	case *ast.ReturnStatement:
		m.last = nil
		if s.Argument == nil {
			return returned, nil
		}
		v, err := m.eval(s.Argument)
		m.last = v
		return returned, err
	case *ast.BranchStatement:
		m.at = s.Idx
		if s.Label != nil {
			return onward, m.fail("labels are not known here")
		}
		if s.Token == token.BREAK {
			return broken, nil
		}
		return continued, nil
	default:
		return onward, m.refuse(s)
	}
	return onward, nil
}

// refuse names what is not part of the language.
func (m *machine) refuse(n ast.Node) error {
	m.at = n.Idx0()
	what := fmt.Sprintf("%T", n)
	if name, ok := refused[what]; ok {
		what = name
	}
	return m.fail("%s is not known here", what)
}

var refused = map[string]string{
	"*ast.TryStatement": "try", "*ast.ThrowStatement": "throw", "*ast.SwitchStatement": "switch",
	"*ast.WithStatement": "with", "*ast.LabelledStatement": "a label", "*ast.DebuggerStatement": "debugger",
	"*ast.NewExpression": "new", "*ast.ThisExpression": "this", "*ast.RegExpLiteral": "/…/ (write regex(\"…\"))",
}

// all evaluates expressions one after the other.
func (m *machine) all(list []ast.Expression) error {
	for _, e := range list {
		if _, err := m.eval(e); err != nil {
			return err
		}
	}
	return nil
}

func (m *machine) block(list []ast.Statement) (flow, error) {
	for _, s := range list {
		if f, err := m.statement(s); err != nil || f != onward {
			return f, err
		}
	}
	return onward, nil
}

func (m *machine) choice(s *ast.IfStatement) (flow, error) {
	v, err := m.eval(s.Test)
	switch {
	case err != nil:
		return onward, err
	case truth(v):
		return m.statement(s.Consequent)
	case s.Alternate != nil:
		return m.statement(s.Alternate)
	}
	return onward, nil
}

// loop runs while, do and for; before says that the body goes before the first test.
func (m *machine) loop(test, update ast.Expression, body ast.Statement, before bool) (flow, error) {
	for {
		if test != nil && !before {
			v, err := m.eval(test)
			if err != nil || !truth(v) {
				return onward, err
			}
		}
		before = false
		if f, err := m.statement(body); err != nil || f == returned {
			return f, err
		} else if f == broken {
			return onward, nil
		}
		if update != nil {
			if _, err := m.eval(update); err != nil {
				return onward, err
			}
		}
	}
}

func (m *machine) forIn(s *ast.ForInStatement) (flow, error) {
	source, err := m.eval(s.Source)
	if err != nil {
		return onward, err
	}
	var keys []string
	switch x := source.(type) {
	case *Object:
		keys = append(keys, x.keys...)
	case *Array:
		if err := m.spend(24 * len(x.Items)); err != nil {
			return onward, err
		}
		for i := range x.Items {
			keys = append(keys, strconv.Itoa(i))
		}
	}
	if err := m.spend(16 * len(keys)); err != nil {
		return onward, err
	}
	into := s.Into
	if v, ok := into.(*ast.VariableExpression); ok {
		into = &ast.Identifier{Name: v.Name, Idx: v.Idx}
	}
	for _, k := range keys {
		if err := m.assign(into, k); err != nil {
			return onward, err
		}
		if f, err := m.statement(s.Body); err != nil || f == returned {
			return f, err
		} else if f == broken {
			return onward, nil
		}
	}
	return onward, nil
}
