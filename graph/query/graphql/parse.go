package graphql

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/graph/query/session"
	"github.com/cayleygraph/quad"
	"github.com/dennwc/graphql/gqlerrors"
	"github.com/dennwc/graphql/language/ast"
	"github.com/dennwc/graphql/language/lexer"
	"github.com/dennwc/graphql/language/parser"
)

// How large a query may be: bytes, levels of objects, and fields and conditions. The
// parser counts the characters before each word again, and takes seconds for more bytes.
const (
	maxSource = 8 << 10
	maxLevels = 16
	maxFields = 256
)

// Error is a fault in a query: where, and what.
type Error struct {
	Line, Column int // from 1; the column counts characters
	Message      string
}

func (e *Error) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}

func init() {
	// What may stand in a name: that of a predicate, with < and > or without. It is
	// what Cayley sets, and cannot be given to one parser.
	lexer.AllowNameRunes = func(r rune) bool {
		return r > 0x20 && !strings.ContainsRune("\"{}()|^`", r) && !unicode.IsSpace(r)
	}
}

// reader turns the tree of the parser into fields.
type reader struct {
	source string
	names  session.Names
	fields int
}

// fail is a fault at a place, which the parser counts in characters.
func (r *reader) fail(at int, format string, args ...any) error {
	e := &Error{Line: 1, Column: 1, Message: fmt.Sprintf(format, args...)}
	for i, c := range []rune(r.source) {
		if i >= at {
			break
		}
		if e.Column++; c == '\n' {
			e.Line, e.Column = e.Line+1, 1
		}
	}
	return e
}

// parse reads a query.
func parse(source string, names session.Names) (list []field, err error) {
	r := &reader{source: source, names: names}
	if len(source) > maxSource || !utf8.ValidString(source) {
		return nil, r.fail(0, "the query is not UTF-8, or longer than %d bytes", maxSource)
	}
	defer func() {
		if p := recover(); p != nil { // the parser trips over some broken input
			list, err = nil, r.fail(0, "the query cannot be read")
		}
	}()
	doc, err := parser.Parse(parser.ParseParams{Source: source})
	if err != nil {
		return nil, r.syntax(err)
	}
	if len(doc.Definitions) != 1 {
		return nil, r.fail(0, "one query is wanted, not %d", len(doc.Definitions))
	}
	def, ok := doc.Definitions[0].(*ast.OperationDefinition)
	if !ok || def.Operation != "query" {
		return nil, r.fail(0, "only queries are known here")
	}
	list, all, err := r.selection(def.SelectionSet, nil, 0)
	if err == nil && all {
		err = r.fail(0, "* stands within an object only")
	}
	return list, err
}

// syntax words an error of the parser in one line.
func (r *reader) syntax(err error) error {
	var e *gqlerrors.Error
	if !errors.As(err, &e) || len(e.Positions) == 0 {
		return r.fail(0, "the query cannot be read")
	}
	line, _, _ := strings.Cut(e.Message, "\n")
	if _, after, ok := strings.Cut(line, ") "); ok {
		line = after
	}
	first, n := utf8.DecodeRuneInString(line)
	return r.fail(e.Positions[0], "%s", string(unicode.ToLower(first))+strings.TrimSuffix(line[n:], "."))
}

// selection reads what stands between { and }; all says that it is *.
func (r *reader) selection(set *ast.SelectionSet, labels []quad.Value, level int) (list []field, all bool, err error) {
	if set == nil {
		return nil, false, nil
	}
	if level > maxLevels {
		return nil, false, r.fail(set.Loc.Start, "more than %d levels", maxLevels)
	}
	for _, s := range set.Selections {
		sel, ok := s.(*ast.Field)
		if !ok {
			return nil, false, r.fail(set.Loc.Start, "fragments are not known here")
		}
		f, err := r.field(sel, labels, level)
		if err != nil {
			return nil, false, err
		}
		if f.via == "*" {
			if len(set.Selections) != 1 || len(f.has)+len(f.fields) != 0 {
				return nil, false, r.fail(sel.Loc.Start, "* stands alone, without conditions")
			}
			return nil, true, nil
		}
		list = append(list, f)
	}
	return list, false, nil
}

// count counts a field or condition.
func (r *reader) count(at int) error {
	if r.fields++; r.fields > maxFields {
		return r.fail(at, "more than %d fields and conditions", maxFields)
	}
	return nil
}

func (r *reader) field(sel *ast.Field, labels []quad.Value, level int) (f field, err error) {
	if err := r.count(sel.Loc.Start); err != nil {
		return f, err
	}
	f.labels, f.alias = labels, sel.Name.Value
	if sel.Alias != nil && sel.Alias.Value != "" {
		f.alias = sel.Alias.Value
	}
	f.via, f.rev = r.via(sel.Name.Value)
	for _, d := range sel.Directives { // it holds for the others, wherever it stands
		if d.Name.Value == "label" {
			if f.labels, err = r.label(d); err != nil {
				return f, err
			}
		}
	}
	for _, d := range sel.Directives {
		switch d.Name.Value {
		case "rev", "reverse":
			if len(d.Arguments) == 0 {
				f.rev = !f.rev
			} else if f.has, err = r.conditions(f.has, d.Arguments, true, f.labels); err != nil {
				return f, err
			}
		case "opt", "optional":
			f.opt = true
		case "unnest":
			f.unnest = true
		case "label":
		default:
			return f, r.fail(sel.Loc.Start, "@%s is not known here: @rev, @opt, @label, @unnest are", d.Name.Value)
		}
	}
	if f.fields, f.all, err = r.selection(sel.SelectionSet, f.labels, level+1); err != nil {
		return f, err
	}
	f.has, err = r.conditions(f.has, sel.Arguments, false, f.labels)
	return f, err
}

func (r *reader) label(d *ast.Directive) ([]quad.Value, error) {
	switch {
	case len(d.Arguments) == 0:
		return nil, nil
	case len(d.Arguments) > 1 || d.Arguments[0].Name.Value != "v":
		return nil, r.fail(d.Loc.Start, "@label is written @label(v: <graph>)")
	}
	return r.values(d.Arguments[0].Value)
}

func (r *reader) conditions(list []condition, args []*ast.Argument, rev bool, labels []quad.Value) ([]condition, error) {
	for _, a := range args {
		if err := r.count(a.Loc.Start); err != nil {
			return nil, err
		}
		vals, err := r.values(a.Value)
		if err != nil {
			return nil, err
		}
		h := condition{values: vals, labels: labels, at: a.Loc.Start}
		h.via, h.rev = r.via(a.Name.Value)
		h.rev = h.rev != rev
		list = append(list, h)
	}
	return list, nil
}
