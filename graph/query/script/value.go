package script

import (
	"math"
	"strconv"
	"strings"
)

// The values of a script are nil (undefined), Null, bool, float64, string, *Array,
// *Object, functions, and whatever the host passes in.
type (
	// Null is JavaScript's null.
	Null struct{}
	// Array is a list without holes.
	Array struct{ Items []any }
	// Object keeps its properties in the order in which they came.
	Object struct {
		keys   []string
		values map[string]any
	}
	// Native is a function of the host.
	Native func(c *Call) (any, error)
	// Host is an object of the host: Member is what its dot gives, nil if nothing.
	Host interface{ Member(name string) any }
	// Texter is a value of the host that has a text.
	Texter interface{ Text() string }
)

// NewObject is an empty object.
func NewObject() *Object { return &Object{values: map[string]any{}} }

// Set sets a property.
func (o *Object) Set(key string, v any) {
	if _, ok := o.values[key]; !ok {
		o.keys = append(o.keys, key)
	}
	o.values[key] = v
}

// Get is a property, nil if there is none.
func (o *Object) Get(key string) any { return o.values[key] }

// Keys are the names of the properties, in their order.
func (o *Object) Keys() []string { return o.keys }

// truth is the truth value of anything.
func truth(v any) bool {
	switch v := v.(type) {
	case nil, Null:
		return false
	case bool:
		return v
	case float64:
		return v != 0 && !math.IsNaN(v)
	case string:
		return v != ""
	}
	return true
}

// number is the number that a value stands for, NaN if none.
func number(v any) float64 {
	switch v := v.(type) {
	case Null:
		return 0
	case bool:
		if v {
			return 1
		}
		return 0
	case float64:
		return v
	case string:
		s := strings.TrimSpace(v)
		if s == "" {
			return 0
		}
		if f, err := strconv.ParseFloat(s, 64); err == nil && !strings.ContainsAny(s, "_nNpPxX") {
			return f
		}
	}
	return math.NaN()
}

// maxNesting is how deep values may lie in each other where they are walked.
const maxNesting = 32

// text is the text of a value; that of a list is counted, for it may be long.
func (m *machine) text(v any, depth int) (string, error) {
	if depth > maxNesting {
		return "", m.fail("a value that holds itself, or lies too deep, has no text")
	}
	switch v := v.(type) {
	case nil:
		return "undefined", nil
	case Null:
		return "null", nil
	case bool:
		return strconv.FormatBool(v), nil
	case float64:
		return formatNumber(v), nil
	case string:
		return v, nil
	case *Array:
		return m.join(v, ",", depth+1)
	case Texter:
		return v.Text(), nil
	case *closure, Native:
		return "function", nil
	}
	return "[object]", nil
}

func formatNumber(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case f == math.Trunc(f) && math.Abs(f) < 1e21:
		return strconv.FormatFloat(f+0, 'f', -1, 64)
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// join is the text of a list.
func (m *machine) join(a *Array, sep string, depth int) (string, error) {
	var b strings.Builder
	for i, item := range a.Items {
		s := ""
		if item != nil && item != (Null{}) {
			var err error
			if s, err = m.text(item, depth); err != nil {
				return "", err
			}
		}
		if i > 0 {
			s = sep + s
		}
		if err := m.spend(len(s) + 1); err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	return b.String(), nil
}
