package script

import (
	"math"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

func (m *machine) eval(e ast.Expression) (any, error) {
	if err := m.enter(); err != nil {
		return nil, err
	}
	defer m.leave()
	switch e := e.(type) {
	case nil:
		return nil, nil
	case *ast.StringLiteral:
		return e.Value, nil
	case *ast.NumberLiteral:
		return e.Value, nil
	case *ast.BooleanLiteral:
		return e.Value, nil
	case *ast.NullLiteral:
		return Null{}, nil
	case *ast.Identifier:
		return m.variable(e)
	case *ast.ArrayLiteral:
		return m.array(e)
	case *ast.ObjectLiteral:
		return m.object(e)
	case *ast.FunctionLiteral:
		return &closure{e, m.scope}, m.spend(64)
	case *ast.DotExpression, *ast.BracketExpression:
		_, v, err := m.member(e)
		return v, err
	case *ast.CallExpression:
		return m.call(e)
	case *ast.AssignExpression:
		return m.assignment(e)
	case *ast.VariableExpression:
		if e.Initializer == nil {
			return nil, nil
		}
		v, err := m.eval(e.Initializer)
		if err != nil {
			return nil, err
		}
		return v, m.assign(&ast.Identifier{Name: e.Name, Idx: e.Idx}, v)
	case *ast.UnaryExpression:
		return m.unary(e)
	case *ast.BinaryExpression:
		return m.binary(e)
	case *ast.ConditionalExpression:
		v, err := m.eval(e.Test)
		if err != nil {
			return nil, err
		}
		if truth(v) {
			return m.eval(e.Consequent)
		}
		return m.eval(e.Alternate)
	case *ast.SequenceExpression:
		var last any
		for _, x := range e.Sequence {
			var err error
			if last, err = m.eval(x); err != nil {
				return nil, err
			}
		}
		return last, nil
	}
	return nil, m.refuse(e)
}

func (m *machine) variable(e *ast.Identifier) (any, error) {
	if vars, ok := m.scope.find(e.Name); ok {
		return vars[e.Name], nil
	}
	switch e.Name {
	case "undefined":
		return nil, nil
	case "NaN":
		return math.NaN(), nil
	case "Infinity":
		return math.Inf(1), nil
	}
	m.at = e.Idx
	return nil, m.fail("%s is not defined", e.Name)
}

func (m *machine) array(e *ast.ArrayLiteral) (any, error) {
	if err := m.spend(32 + 16*len(e.Value)); err != nil {
		return nil, err
	}
	a := &Array{Items: make([]any, 0, len(e.Value))}
	for _, x := range e.Value {
		v, err := m.eval(x)
		if err != nil {
			return nil, err
		}
		a.Items = append(a.Items, v)
	}
	return a, nil
}

func (m *machine) object(e *ast.ObjectLiteral) (any, error) {
	o := NewObject()
	if err := m.spend(64); err != nil {
		return nil, err
	}
	for _, p := range e.Value {
		if p.Kind != "value" {
			m.at = e.LeftBrace
			return nil, m.fail("%sters are not known here", p.Kind)
		}
		v, err := m.eval(p.Value)
		if err != nil {
			return nil, err
		}
		if err := m.set(o, p.Key, v); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// set sets a property of an object and counts it.
func (m *machine) set(o *Object, key string, v any) error {
	if _, ok := o.values[key]; !ok {
		if err := m.spend(len(key) + 80); err != nil {
			return err
		}
	}
	o.Set(key, v)
	return nil
}

// assignment runs = and its kin.
func (m *machine) assignment(e *ast.AssignExpression) (any, error) {
	if e.Operator == token.ASSIGN {
		v, err := m.eval(e.Right)
		if err != nil {
			return nil, err
		}
		return v, m.assign(e.Left, v)
	}
	old, err := m.eval(e.Left)
	if err != nil {
		return nil, err
	}
	v, err := m.eval(e.Right)
	if err != nil {
		return nil, err
	}
	m.at = e.Left.Idx0()
	if v, err = m.operate(e.Operator, old, v); err != nil {
		return nil, err
	}
	return v, m.assign(e.Left, v)
}

// assign gives a variable, or a place in an array or object, a value.
func (m *machine) assign(to ast.Expression, v any) error {
	switch to := to.(type) {
	case *ast.Identifier:
		vars, ok := m.scope.find(to.Name)
		if !ok {
			vars = m.global()
			if err := m.spend(len(to.Name) + 64); err != nil {
				return err
			}
		}
		vars[to.Name] = v
		return nil
	case *ast.DotExpression, *ast.BracketExpression:
		return m.assignMember(to, v)
	}
	m.at = to.Idx0()
	return m.fail("nothing can be assigned to this")
}

// global is the scope of the script itself.
func (m *machine) global() map[string]any {
	s := m.scope
	for s.parent != nil {
		s = s.parent
	}
	return s.vars
}
