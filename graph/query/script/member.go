package script

import (
	"math"
	"unicode/utf8"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// reference evaluates the parts of a.b or a[b].
func (m *machine) reference(e ast.Expression) (of, key any, at file.Idx, err error) {
	switch e := e.(type) {
	case *ast.DotExpression:
		of, err = m.eval(e.Left)
		return of, e.Identifier.Name, e.Identifier.Idx, err
	case *ast.BracketExpression:
		if of, err = m.eval(e.Left); err == nil {
			key, err = m.eval(e.Member)
		}
		return of, key, e.LeftBracket, err
	}
	return nil, nil, e.Idx0(), m.refuse(e)
}

// member gives what a.b or a[b] is, and a.
func (m *machine) member(e ast.Expression) (of, v any, err error) {
	of, key, at, err := m.reference(e)
	if err != nil {
		return nil, nil, err
	}
	m.at = at
	if n, ok := key.(float64); ok {
		switch x := of.(type) {
		case *Array:
			if i := int(n); float64(i) == n && i >= 0 && i < len(x.Items) {
				return of, x.Items[i], nil
			}
			return of, nil, nil
		case string:
			v, err := m.character(x, n)
			return of, v, err
		}
	}
	name, err := m.text(key, 0)
	if err != nil {
		return nil, nil, err
	}
	switch x := of.(type) {
	case nil, Null:
		return nil, nil, m.fail("nothing has no %s", name)
	case *Object:
		return of, x.values[name], nil
	case *Array:
		if name == "length" {
			return of, float64(len(x.Items)), nil
		}
		if n := number(name); n == math.Trunc(n) && n >= 0 && n < float64(len(x.Items)) {
			return of, x.Items[int(n)], nil
		}
		return of, methodOf(arrayMethods, name, x), nil
	case string:
		if name == "length" {
			return of, float64(utf8.RuneCountInString(x)), m.spend(len(x) / 8)
		}
		return of, methodOf(textMethods, name, x), nil
	case Host:
		return of, x.Member(name), nil
	}
	return of, nil, nil
}

// methodOf binds a method of a built-in kind; nil if there is none of that name.
func methodOf[T any](methods map[string]func(*Call, T) (any, error), name string, self T) any {
	f, ok := methods[name]
	if !ok {
		return nil
	}
	return Native(func(c *Call) (any, error) { return f(c, self) })
}

func (m *machine) assignMember(to ast.Expression, v any) error {
	of, key, at, err := m.reference(to)
	if err != nil {
		return err
	}
	m.at = at
	switch x := of.(type) {
	case *Object:
		name, err := m.text(key, 0)
		if err != nil {
			return err
		}
		return m.set(x, name, v)
	case *Array:
		n := number(key)
		switch {
		case n == float64(len(x.Items)):
			return m.push(x, v)
		case n >= 0 && n < float64(len(x.Items)) && n == math.Trunc(n):
			x.Items[int(n)] = v
			return nil
		}
		return m.fail("an array has no holes: it can be set up to its length, %d", len(x.Items))
	}
	return m.fail("this has no places to assign to")
}

// push adds to an array.
func (m *machine) push(a *Array, items ...any) error {
	if err := m.spend(40 * len(items)); err != nil {
		return err
	}
	a.Items = append(a.Items, items...)
	return nil
}
