package script

import (
	"math"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

func (m *machine) unary(e *ast.UnaryExpression) (any, error) {
	if e.Operator == token.INCREMENT || e.Operator == token.DECREMENT {
		old, err := m.eval(e.Operand)
		if err != nil {
			return nil, err
		}
		n := number(old)
		next := n + 1
		if e.Operator == token.DECREMENT {
			next = n - 1
		}
		if err := m.assign(e.Operand, next); err != nil || e.Postfix {
			return n, err
		}
		return next, nil
	}
	if id, ok := e.Operand.(*ast.Identifier); ok && e.Operator == token.TYPEOF {
		if _, defined := m.scope.find(id.Name); !defined {
			return "undefined", nil
		}
	}
	v, err := m.eval(e.Operand)
	if err != nil {
		return nil, err
	}
	switch e.Operator {
	case token.NOT:
		return !truth(v), nil
	case token.MINUS:
		return -number(v), nil
	case token.PLUS:
		return number(v), nil
	case token.BITWISE_NOT:
		return float64(^bits(v)), nil
	case token.VOID:
		return nil, nil
	case token.TYPEOF:
		return typeOf(v), nil
	}
	m.at = e.Idx
	return nil, m.fail("%s is not known here", e.Operator)
}

func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return "undefined"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case *closure, Native:
		return "function"
	}
	return "object"
}

// bits is a value as the operators on bits see it.
func bits(v any) int32 {
	f := number(v)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return int32(uint32(int64(math.Mod(math.Trunc(f), 1<<32))))
}

func (m *machine) binary(e *ast.BinaryExpression) (any, error) {
	a, err := m.eval(e.Left)
	if err != nil {
		return nil, err
	}
	switch e.Operator {
	case token.LOGICAL_AND:
		if !truth(a) {
			return a, nil
		}
		return m.eval(e.Right)
	case token.LOGICAL_OR:
		if truth(a) {
			return a, nil
		}
		return m.eval(e.Right)
	}
	b, err := m.eval(e.Right)
	if err != nil {
		return nil, err
	}
	m.at = e.Right.Idx0()
	return m.operate(e.Operator, a, b)
}

// operate applies an operator to two values.
func (m *machine) operate(op token.Token, a, b any) (any, error) {
	switch op {
	case token.PLUS:
		return m.add(a, b)
	case token.EQUAL:
		return equal(a, b), nil
	case token.NOT_EQUAL:
		return !equal(a, b), nil
	case token.STRICT_EQUAL:
		return same(a, b), nil
	case token.STRICT_NOT_EQUAL:
		return !same(a, b), nil
	}
	if s, ok := a.(string); ok {
		if t, ok := b.(string); ok {
			switch op {
			case token.LESS:
				return s < t, nil
			case token.GREATER:
				return s > t, nil
			case token.LESS_OR_EQUAL:
				return s <= t, nil
			case token.GREATER_OR_EQUAL:
				return s >= t, nil
			}
		}
	}
	if f, ok := arithmetic[op]; ok {
		return f(number(a), number(b)), nil
	}
	if f, ok := bitwise[op]; ok {
		return f(bits(a), uint32(bits(b))), nil
	}
	return nil, m.fail("%s is not known here", op)
}

var arithmetic = map[token.Token]func(a, b float64) any{
	token.MINUS:            func(a, b float64) any { return a - b },
	token.MULTIPLY:         func(a, b float64) any { return a * b },
	token.SLASH:            func(a, b float64) any { return a / b },
	token.REMAINDER:        func(a, b float64) any { return math.Mod(a, b) },
	token.LESS:             func(a, b float64) any { return a < b },
	token.GREATER:          func(a, b float64) any { return a > b },
	token.LESS_OR_EQUAL:    func(a, b float64) any { return a <= b },
	token.GREATER_OR_EQUAL: func(a, b float64) any { return a >= b },
}

var bitwise = map[token.Token]func(a int32, b uint32) any{
	token.AND:                  func(a int32, b uint32) any { return float64(a & int32(b)) },
	token.OR:                   func(a int32, b uint32) any { return float64(a | int32(b)) },
	token.EXCLUSIVE_OR:         func(a int32, b uint32) any { return float64(a ^ int32(b)) },
	token.SHIFT_LEFT:           func(a int32, b uint32) any { return float64(a << (b & 31)) },
	token.SHIFT_RIGHT:          func(a int32, b uint32) any { return float64(a >> (b & 31)) },
	token.UNSIGNED_SHIFT_RIGHT: func(a int32, b uint32) any { return float64(uint32(a) >> (b & 31)) },
}

// add adds numbers, and joins anything else as text.
func (m *machine) add(a, b any) (any, error) {
	if plain(a) && plain(b) {
		return number(a) + number(b), nil
	}
	s, err := m.text(a, 0)
	if err != nil {
		return nil, err
	}
	t, err := m.text(b, 0)
	if err != nil {
		return nil, err
	}
	if err := m.spend(len(s) + len(t) + 16); err != nil {
		return nil, err
	}
	return s + t, nil
}

// plain says that + takes a value as a number.
func plain(v any) bool {
	switch v.(type) {
	case nil, Null, bool, float64:
		return true
	}
	return false
}

// same is ===.
func same(a, b any) (ok bool) {
	defer func() {
		if recover() != nil { // functions of the host cannot be compared
			ok = false
		}
	}()
	return a == b
}

// equal is ==.
func equal(a, b any) bool {
	none := func(v any) bool { return v == nil || v == any(Null{}) }
	switch {
	case none(a) || none(b):
		return none(a) && none(b)
	case plain(a) && plain(b):
		return number(a) == number(b)
	}
	if s, ok := a.(string); ok && plain(b) {
		return number(s) == number(b)
	}
	if s, ok := b.(string); ok && plain(a) {
		return number(s) == number(a)
	}
	return same(a, b)
}
