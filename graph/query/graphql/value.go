package graphql

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/dennwc/graphql/language/ast"
)

// field is what a query asks for at one place.
type field struct {
	via    quad.IRI
	alias  string
	rev    bool
	opt    bool
	unnest bool
	all    bool // { * }
	labels []quad.Value
	has    []condition
	fields []field
}

// flat says that a field is a value of its parent, not an object.
func (f *field) flat() bool { return len(f.has)+len(f.fields) == 0 && !f.all }

// condition keeps nodes that have a predicate with one of some values.
type condition struct {
	via            quad.IRI
	rev            bool
	values, labels []quad.Value
	at             int
}

// via reads the name of a predicate: ~ before it turns the edge round.
func (r *reader) via(s string) (quad.IRI, bool) {
	s, rev := strings.CutPrefix(s, "~")
	iri := quad.IRI(bare(s))
	switch iri {
	case keyID, keyFirst, keyOffset, "*":
		return iri, rev
	}
	return r.names.Value(iri).(quad.IRI), rev
}

// bare takes < and > from a name.
func bare(s string) string {
	if len(s) > 2 && s[0] == '<' && s[len(s)-1] == '>' {
		return s[1 : len(s)-1]
	}
	return s
}

// values reads a value, or a list of them.
func (r *reader) values(v ast.Value) ([]quad.Value, error) {
	if list, ok := v.(*ast.ListValue); ok {
		var out []quad.Value
		for _, x := range list.Values {
			if err := r.count(list.Loc.Start); err != nil {
				return nil, err
			}
			one, err := r.value(x)
			if err != nil {
				return nil, err
			}
			out = append(out, one)
		}
		return out, nil
	}
	one, err := r.value(v)
	return []quad.Value{one}, err
}

func (r *reader) value(v ast.Value) (quad.Value, error) {
	switch v := v.(type) {
	case *ast.EnumValue:
		s := bare(v.Value)
		if id, ok := strings.CutPrefix(s, "_:"); ok && id != "" {
			return quad.BNode(id), nil
		}
		return r.names.Value(quad.IRI(s)), nil
	case *ast.StringValue:
		if v.Value == "" {
			return nil, r.fail(v.Loc.Start, "an empty text is no value of the graph")
		}
		return r.names.Value(quad.StringToValue(v.Value)), nil
	case *ast.IntValue:
		n, err := strconv.ParseInt(v.Value, 10, 64)
		if err != nil {
			return nil, r.fail(v.Loc.Start, "%s is too great a number", v.Value)
		}
		return quad.Int(n), nil
	case *ast.FloatValue:
		n, err := strconv.ParseFloat(v.Value, 64)
		if err != nil {
			return nil, r.fail(v.Loc.Start, "%s is too great a number", v.Value)
		}
		return quad.Float(n), nil
	case *ast.BooleanValue:
		return quad.Bool(v.Value), nil
	}
	return nil, r.fail(v.GetLoc().Start, "a value is wanted: <…>, a text, a number, true or false, or a list of them")
}
