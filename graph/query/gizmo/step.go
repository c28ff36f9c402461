package gizmo

import (
	"errors"
	"fmt"
	"math"

	"github.com/attendu/attendu/graph/query/script"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

type stepMethod = func(*pathObject, *script.Call) (any, error)

// steps are the methods of a path that lead to another.
var steps = map[string]stepMethod{
	"is":  (*pathObject).is,
	"in":  hop((*path.Path).InWithTags, false),
	"out": hop((*path.Path).OutWithTags, false), "both": hop((*path.Path).BothWithTags, true),
	"follow":          joined((*path.Path).Follow),
	"followR":         joined((*path.Path).FollowReverse),
	"followRecursive": (*pathObject).followRecursive,
	"and":             joined((*path.Path).And), "intersect": joined((*path.Path).And),
	"or": joined((*path.Path).Or), "union": joined((*path.Path).Or),
	"except": joined((*path.Path).Except), "difference": joined((*path.Path).Except),
	"back": (*pathObject).back,
	"tag":  (*pathObject).tag, "as": (*pathObject).tag,
	"has": has(false), "hasR": has(true),
	"save":             save((*path.Path).Save),
	"saveR":            save((*path.Path).SaveReverse),
	"saveOpt":          save((*path.Path).SaveOptional),
	"saveOptR":         save((*path.Path).SaveOptionalReverse),
	"saveInPredicates": predicates(true), "saveOutPredicates": predicates(false),
	"unique": plain((*path.Path).Unique),
	"labels": func(p *pathObject, c *script.Call) (any, error) { // holds the path twice
		return p.step(c, 1+p.steps, (*path.Path).Labels)
	},
	"inPredicates":  plain((*path.Path).InPredicates),
	"outPredicates": plain((*path.Path).OutPredicates),
	"order":         plain((*path.Path).Order),
	"labelContext":  (*pathObject).labelContext,
	"filter":        (*pathObject).filter,
	"limit":         counted((*path.Path).Limit), "skip": counted((*path.Path).Skip),
}

func plain(f func(*path.Path) *path.Path) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) { return p.step(c, 1, f) }
}

func counted(f func(*path.Path, int64) *path.Path) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) {
		n, ok := c.Arg(0).(float64)
		if !ok || math.Abs(n) > 1<<53 {
			return nil, errors.New("a number is wanted")
		}
		return p.step(c, 1, func(x *path.Path) *path.Path { return f(x, int64(n)) })
	}
}

// joined is a step that takes another path; without one it leads nowhere else.
func joined(f func(p, q *path.Path) *path.Path) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) {
		switch q := c.Arg(0).(type) {
		case nil, script.Null:
			return p, nil
		case *pathObject:
			return p.step(c, 1+q.steps, func(x *path.Path) *path.Path { return f(x, q.path.Clone()) })
		}
		return nil, errors.New("a path is wanted")
	}
}

func (p *pathObject) is(c *script.Call) (any, error) {
	nodes, err := p.quadValues(c.Args)
	if err != nil {
		return nil, err
	}
	return p.step(c, 1+len(nodes)/valuesPerStep, func(x *path.Path) *path.Path { return x.Is(nodes...) })
}

// hop is a step over predicates: none, one, a list, or a path that leads to some. twice
// says that Cayley makes two paths of it, each with all steps so far.
func hop(f func(*path.Path, []string, ...any) *path.Path, twice bool) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) {
		via, size, err := p.via(c.Arg(0))
		if err != nil {
			return nil, err
		}
		tags, err := tagsOf(c.Args[min(1, len(c.Args)):])
		if err != nil {
			return nil, err
		}
		if twice {
			size += p.steps
		}
		return p.step(c, size, func(x *path.Path) *path.Path { return f(x, tags, via...) })
	}
}

// via reads what a hop goes over.
func (p *pathObject) via(arg any) (via []any, size int, err error) {
	items := []any{arg}
	switch a := arg.(type) {
	case nil, script.Null:
		return nil, 1, nil
	case *pathObject:
		return []any{a.path.Clone()}, 1 + a.steps, nil
	case *script.Array:
		items = a.Items
	}
	for _, x := range items {
		v, err := p.predicate(x)
		if err != nil {
			return nil, 0, err
		}
		via = append(via, v)
	}
	return via, 1 + len(via)/valuesPerStep, nil
}

// predicate reads a predicate, which is an IRI.
func (p *pathObject) predicate(x any) (quad.Value, error) {
	v, err := p.quadValue(x)
	if err != nil {
		return nil, err
	}
	if s, ok := v.(quad.String); ok {
		return nil, fmt.Errorf(`a predicate is written between < and >: "<%s>"`, string(s))
	}
	return v, nil
}

func (p *pathObject) followRecursive(c *script.Call) (any, error) {
	via, size, err := p.via(c.Arg(0))
	if err != nil {
		return nil, err
	}
	if len(via) != 1 {
		return nil, errors.New("one predicate or path is wanted")
	}
	rest := c.Args[1:]
	depth, ok := c.Arg(1).(float64)
	if ok {
		rest = rest[1:]
	}
	tags, err := tagsOf(rest)
	if err != nil {
		return nil, err
	}
	return p.step(c, size+1, func(x *path.Path) *path.Path { return x.FollowRecursive(via[0], int(depth), tags) })
}

func (p *pathObject) back(c *script.Call) (any, error) {
	tag, ok := c.Arg(0).(string)
	if !ok {
		return nil, errors.New("a tag is wanted")
	}
	return p.step(c, p.steps, func(x *path.Path) *path.Path { return x.Back(tag) })
}

func (p *pathObject) tag(c *script.Call) (any, error) {
	tags, err := tagsOf(c.Args)
	if err != nil {
		return nil, err
	}
	return p.step(c, 1, func(x *path.Path) *path.Path { return x.Tag(tags...) })
}

// tagsOf reads tags, and lists of tags.
func tagsOf(args []any) (tags []string, err error) {
	for _, a := range args {
		switch a := a.(type) {
		case string:
			tags = append(tags, a)
		case *script.Array:
			for _, x := range a.Items {
				s, ok := x.(string)
				if !ok {
					return nil, errors.New("a tag is a text")
				}
				tags = append(tags, s)
			}
		case nil, script.Null:
		default:
			return nil, errors.New("a tag is a text")
		}
	}
	return tags, nil
}

func predicates(in bool) stepMethod {
	return func(p *pathObject, c *script.Call) (any, error) {
		tag, ok := c.Arg(0).(string)
		if !ok {
			return nil, errors.New("a tag is wanted")
		}
		return p.step(c, 1, func(x *path.Path) *path.Path { return x.SavePredicates(in, tag) })
	}
}

// labelContext makes the steps that follow go over quads with given labels only.
func (p *pathObject) labelContext(c *script.Call) (any, error) {
	var labels []any
	size := 1
	if q, ok := c.Arg(0).(*pathObject); ok {
		labels, size = []any{q.path.Clone()}, 1+q.steps
	} else if c.Arg(0) != nil && c.Arg(0) != any(script.Null{}) {
		nodes, err := p.quadValues(c.Args[:1])
		if err != nil {
			return nil, err
		}
		for _, v := range nodes {
			labels = append(labels, v)
		}
		size += len(nodes) / valuesPerStep
	}
	tags, err := tagsOf(c.Args[min(1, len(c.Args)):])
	if err != nil {
		return nil, err
	}
	return p.step(c, size, func(x *path.Path) *path.Path { return x.LabelContextWithTags(tags, labels...) })
}
