package queries

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// asker turns a query that was understood into a condition of the index, and asks the
// graph and the values of the index on the way.
type asker struct {
	*Library
	ctx   context.Context
	query string
	as    following // how numbers of articles are taken
	ans   *SearchAnswer
}

// wrong says what is wrong with a part of the query.
func (a *asker) wrong(n lang.Node, hint, format string, args ...any) error {
	return queryError(a.query, lang.Errorf(a.query, n.At(), hint, format, args...))
}

// notYet says that a part of the query cannot be answered so far.
func (a *asker) notYet(n lang.Node, format string, args ...any) error {
	e := queryError(a.query, lang.Errorf(a.query, n.At(), "", format, args...))
	e.Code = NotYet
	return e
}

// step notes what was done.
func (a *asker) step(format string, args ...any) {
	a.ans.Steps = append(a.ans.Steps, fmt.Sprintf(format, args...))
}

// expr is the condition of a part of the query.
func (a *asker) expr(n lang.Node) (index.Expr, error) {
	switch n := n.(type) {
	case lang.All:
		return nil, nil
	case lang.Ref:
		return a.ref(n)
	case lang.Field:
		return a.field(n)
	}
	return a.text(n, index.Where{}, a.expr)
}

// text is the condition of a part that is about words. inner is asked for the parts of
// ET, OU and SAUF.
func (a *asker) text(n lang.Node, in index.Where, inner func(lang.Node) (index.Expr, error)) (index.Expr, error) {
	switch n := n.(type) {
	case lang.And:
		list, err := a.list(n.Nodes, inner)
		return index.All(list), err
	case lang.Or:
		list, err := a.list(n.Nodes, inner)
		return index.Any(list), err
	case lang.Not:
		e, err := inner(n.Node)
		return index.Not{Expr: e}, err
	case lang.Near:
		return a.near(n, in)
	}
	return a.term(n, in)
}

func (a *asker) list(nodes []lang.Node, inner func(lang.Node) (index.Expr, error)) ([]index.Expr, error) {
	list := make([]index.Expr, 0, len(nodes))
	for _, n := range nodes {
		e, err := inner(n)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

// term is the condition of a word, a phrase or a pattern.
func (a *asker) term(n lang.Node, in index.Where) (index.Expr, error) {
	switch n := n.(type) {
	case lang.Word:
		return index.Words{Text: n.Text, In: in, Name: true}, nil
	case lang.Phrase:
		return index.Words{Text: n.Text, In: in, Written: true}, nil
	case lang.Wildcard:
		return index.Pattern{Pattern: n.Pattern, In: in}, nil
	case lang.Fuzzy:
		return index.Like{Word: n.Text, Edits: n.Edits, In: in}, nil
	case lang.Or:
		list, err := a.list(n.Nodes, func(x lang.Node) (index.Expr, error) { return a.term(x, in) })
		return index.Any(list), err
	}
	return nil, a.wrong(n, "", "%s cannot stand here", n)
}

// near flattens a chain of PROCHE.
func (a *asker) near(n lang.Near, in index.Where) (index.Expr, error) {
	e := index.Near{In: in}
	var add func(n lang.Node) error
	add = func(n lang.Node) error {
		if x, ok := n.(lang.Near); ok {
			if err := add(x.Left); err != nil {
				return err
			}
			e.Within = append(e.Within, x.Within)
			n = x.Right
		}
		part, err := a.term(n, in)
		e.Parts = append(e.Parts, part)
		return err
	}
	return e, add(n)
}

// zones are the parts of the text that have a field of their own.
var zones = map[string]corpus.ZoneKind{"motifs": corpus.Motifs, "dispositif": corpus.Dispositif, "faits": corpus.Expose,
	"moyens": corpus.Moyens, "en-tête": corpus.Entete, "annexe": corpus.Annexe}

// field is the condition of a field.
func (a *asker) field(f lang.Field) (index.Expr, error) {
	if zone, ok := zones[f.Name]; ok {
		return a.textField(f.Node, index.Where{Zones: []corpus.ZoneKind{zone}})
	}
	switch f.Name {
	case "titre":
		return a.textField(f.Node, index.Where{Field: index.InSummary})
	case "matière":
		return a.textField(f.Node, index.Where{Field: index.InMatter})
	}
	return a.values(f.Node, f.Name)
}

// textField is the condition of a field of words.
func (a *asker) textField(n lang.Node, in index.Where) (index.Expr, error) {
	return a.text(n, in, func(x lang.Node) (index.Expr, error) { return a.textField(x, in) })
}

// values is the condition of a field of values.
func (a *asker) values(n lang.Node, field string) (index.Expr, error) {
	switch n := n.(type) {
	case lang.Value:
		return a.value(n, field)
	case lang.Dates:
		return index.Days{From: n.From, To: n.To}, nil
	case lang.Amounts:
		return index.Cents{From: n.From, To: n.To}, nil
	}
	return a.text(n, index.Where{}, func(x lang.Node) (index.Expr, error) { return a.values(x, field) })
}

// understand reads a query; an error is an *Error with its place.
func (l *Library) understand(ctx context.Context, query string) (lang.Node, error) {
	n, err := l.lang.Parse(query, l.isReference(ctx))
	if err != nil {
		return nil, queryError(query, err.(*lang.Error))
	}
	return n, nil
}

// queryError makes an error about a place in a query one of this package.
func queryError(query string, e *lang.Error) *Error {
	return &Error{Code: Invalid, Message: e.Error(), Err: e, Column: e.Column,
		Hint: e.Hint, Pointer: strings.TrimRight(e.Pointer(query), "\n")}
}
