package gizmo

import (
	"errors"

	"github.com/attendu/attendu/graph/query/script"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// has keeps the nodes that have a predicate with one of some values, or with a value
// that passes filters.
func has(reverse bool) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) {
		via, size, err := p.via(c.Arg(0))
		if err != nil || len(via) != 1 {
			return nil, one(err)
		}
		if filters := filtersOf(c.Args[1:]); filters != nil {
			return p.step(c, size, func(x *path.Path) *path.Path { return x.HasFilter(via[0], reverse, filters...) })
		}
		nodes, err := p.quadValues(c.Args[1:])
		if err != nil {
			return nil, err
		}
		return p.step(c, size+len(nodes)/valuesPerStep, func(x *path.Path) *path.Path {
			if reverse {
				return x.HasReverse(via[0], nodes...)
			}
			return x.Has(via[0], nodes...)
		})
	}
}

// one is the error of what is not one predicate.
func one(err error) error {
	if err == nil {
		err = errors.New("one predicate is wanted")
	}
	return err
}

// filtersOf takes filters, nil when anything is none.
func filtersOf(args []any) (list []shape.ValueFilter) {
	for _, a := range args {
		f, ok := a.(filter)
		if !ok {
			return nil
		}
		list = append(list, f.ValueFilter)
	}
	return list
}

func (p *pathObject) filter(c *script.Call) (any, error) {
	filters := filtersOf(c.Args)
	if filters == nil {
		return nil, errors.New("filters are wanted: lt, lte, gt, gte, like, regex")
	}
	return p.step(c, 1, func(x *path.Path) *path.Path { return x.Filters(filters...) })
}

// save tags what a predicate leads to, under its own name or another.
func save(f func(*path.Path, any, string) *path.Path) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) {
		via, size, err := p.via(c.Arg(0))
		if err != nil || len(via) != 1 {
			return nil, one(err)
		}
		tag, ok := c.Arg(1).(string)
		if !ok && c.Arg(1) != nil {
			return nil, errors.New("a tag is a text")
		}
		if v, ok := via[0].(quad.Value); ok && tag == "" {
			tag = quad.StringOf(v)
		}
		if tag == "" {
			return nil, errors.New("a tag is wanted for what the path leads to")
		}
		return p.step(c, size, func(x *path.Path) *path.Path { return f(x, via[0], tag) })
	}
}
