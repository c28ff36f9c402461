package gizmo

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"time"

	"github.com/attendu/attendu/graph/query/script"
	"github.com/attendu/attendu/graph/query/session"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// value is a value of the graph in a script.
type value struct{ quad.Value }

// Text is the value as a result shows it.
func (v value) Text() string { return fmt.Sprint(session.Native(v.Value)) }

// filter is what lt, gte, like and so on make.
type filter struct{ shape.ValueFilter }

// maxPattern is how long a pattern may be.
const maxPattern = 1000

// values are the functions that make values and filters.
var values = map[string]func(*run, *script.Call) (any, error){
	"iri":   textual(func(r *run, s string) quad.Value { return r.Names.Value(quad.IRI(s)) }),
	"bnode": textual(func(_ *run, s string) quad.Value { return quad.BNode(s) }),
	"raw":   textual(func(r *run, s string) quad.Value { return r.Names.Value(quad.StringToValue(s)) }),
	"str":   textual(func(_ *run, s string) quad.Value { return quad.String(s) }),
	"day":   day,
	"lang": paired(func(s, lang string) quad.Value {
		return quad.LangString{Value: quad.String(s), Lang: lang}
	}),
	"typed": paired(func(s, typ string) quad.Value {
		return quad.TypedString{Value: quad.String(s), Type: quad.IRI(typ)}
	}),
	"lt":    comparison(iterator.CompareLT),
	"lte":   comparison(iterator.CompareLTE),
	"gt":    comparison(iterator.CompareGT),
	"gte":   comparison(iterator.CompareGTE),
	"regex": matching,
	"like":  wildcard,
}

func textual(f func(*run, string) quad.Value) func(*run, *script.Call) (any, error) {
	return func(r *run, c *script.Call) (any, error) {
		s, ok := text(c.Arg(0))
		if !ok || len(c.Args) != 1 {
			return nil, errors.New("one text is wanted")
		}
		return value{f(r, s)}, nil
	}
}

func paired(f func(s, t string) quad.Value) func(*run, *script.Call) (any, error) {
	return func(_ *run, c *script.Call) (any, error) {
		s, ok := text(c.Arg(0))
		t, ok2 := text(c.Arg(1))
		if !ok || !ok2 || len(c.Args) != 2 {
			return nil, errors.New("two texts are wanted")
		}
		return value{f(s, t)}, nil
	}
}

// text takes a text, or a value of the graph as its text.
func text(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case value:
		return quad.StringOf(v.Value), true
	}
	return "", false
}

// day makes the time value that the graph has for a day.
func day(_ *run, c *script.Call) (any, error) {
	s, _ := c.Arg(0).(string)
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || len(c.Args) != 1 {
		return nil, errors.New(`a day is wanted, as in day("2016-10-01")`)
	}
	return value{quad.Time(t)}, nil
}

func comparison(op iterator.Operator) func(*run, *script.Call) (any, error) {
	return func(r *run, c *script.Call) (any, error) {
		if len(c.Args) != 1 {
			return nil, fmt.Errorf("one value is wanted, not %d", len(c.Args))
		}
		v, err := r.quadValue(c.Args[0])
		if err != nil {
			return nil, err
		}
		return filter{shape.Comparison{Op: op, Val: v}}, nil
	}
}

func wildcard(_ *run, c *script.Call) (any, error) {
	s, ok := c.Arg(0).(string)
	if !ok || len(c.Args) != 1 || len(s) > maxPattern {
		return nil, fmt.Errorf("one pattern of at most %d bytes is wanted", maxPattern)
	}
	return filter{shape.Wildcard{Pattern: s}}, nil
}

// matching makes a filter by a regular expression; with a second argument true, or
// written as an IRI with one, it looks at IRIs too.
func matching(r *run, c *script.Call) (any, error) {
	v, err := r.quadValue(c.Arg(0))
	if err != nil {
		return nil, err
	}
	refs, ok := c.Arg(1).(bool)
	if c.Arg(1) != nil && !ok {
		return nil, errors.New("the second argument is true or false")
	}
	var pattern string
	switch v := v.(type) {
	case quad.String:
		pattern = string(v)
	case quad.IRI:
		pattern = string(v)
	default:
		return nil, errors.New("a text is wanted")
	}
	if _, iri := v.(quad.IRI); iri && !refs {
		return nil, errors.New("regex on an IRI needs true as second argument")
	}
	if len(pattern) > maxPattern {
		return nil, fmt.Errorf("one pattern of at most %d bytes is wanted", maxPattern)
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, err
	}
	return filter{shape.Regexp{Re: re, Refs: refs}}, nil
}

// quadValue is a value of the script as the graph has it: text between < and > is an
// IRI, other text is text.
func (r *run) quadValue(v any) (quad.Value, error) {
	switch v := v.(type) {
	case value:
		if v.Value == nil {
			return nil, errors.New("an empty text is no value of the graph")
		}
		return v.Value, nil
	case string:
		if v == "" {
			return nil, errors.New("an empty text is no value of the graph")
		}
		return r.Names.Value(quad.StringToValue(v)), nil
	case bool:
		return quad.Bool(v), nil
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<62 {
			return quad.Int(v), nil
		}
		return quad.Float(v), nil
	}
	return nil, errors.New("a value of the graph is wanted: text, a number, true or false, iri(…), day(…)")
}

// quadValues takes values and lists of values.
func (r *run) quadValues(args []any) (list []quad.Value, err error) {
	for _, a := range args {
		items := []any{a}
		if x, ok := a.(*script.Array); ok {
			items = x.Items
		}
		for _, x := range items {
			v, err := r.quadValue(x)
			if err != nil {
				return nil, err
			}
			if err := r.Alloc(16); err != nil {
				return nil, err
			}
			list = append(list, v)
		}
	}
	return list, nil
}

// give is a value of the graph for the script.
func (r *run) give(v quad.Value) (any, error) {
	switch n := session.Native(v).(type) {
	case int64:
		return float64(n), nil
	case string:
		return n, r.Alloc(len(n) + 16)
	default:
		return n, nil
	}
}

// maxNesting is how deep the values of a result may lie in each other.
const maxNesting = 32

// export gives a value of the script as JSON has it. nil is none.
func (r *run) export(v any, depth int) (any, error) {
	if depth > maxNesting {
		return nil, errors.New("the result holds itself, or lies too deep")
	}
	if err := r.Alloc(32); err != nil {
		return nil, err
	}
	switch v := v.(type) {
	case nil, script.Null:
		return nil, nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, nil
		}
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return int64(v), nil
		}
		return v, nil
	case bool:
		return v, nil
	case string:
		return v, r.Alloc(len(v)) // one text may stand in a result many times
	case value:
		return session.Native(v.Value), nil
	case *script.Array:
		out := []any{}
		for _, x := range v.Items {
			y, err := r.export(x, depth+1)
			if err != nil {
				return nil, err
			}
			out = append(out, y)
		}
		return out, nil
	case *script.Object:
		out := map[string]any{}
		for _, k := range v.Keys() {
			y, err := r.export(v.Get(k), depth+1)
			if err != nil {
				return nil, err
			}
			out[k] = y
		}
		return out, nil
	}
	return nil, errors.New("only text, numbers, truth values, lists and objects are results; a path gives some with .All() or .ToArray()")
}
