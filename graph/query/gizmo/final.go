package gizmo

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/attendu/attendu/graph/query/script"
	"github.com/attendu/attendu/graph/query/session"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
)

// resultTag is the name of the node at the end of a path in a result.
const resultTag = "id"

// finals are the methods of a path that read the graph.
var finals = map[string]func(*pathObject, *script.Call) (any, error){
	"all": func(p *pathObject, _ *script.Call) (any, error) {
		p.asked = true
		return nil, p.send(-1)
	},
	"getLimit": func(p *pathObject, c *script.Call) (any, error) {
		p.asked = true
		n, ok := c.Arg(0).(float64)
		if !ok {
			return nil, errors.New("a number is wanted")
		}
		return nil, p.send(int(n))
	},
	"toArray":  func(p *pathObject, c *script.Call) (any, error) { return p.array(limitOf(c), false) },
	"tagArray": func(p *pathObject, c *script.Call) (any, error) { return p.array(limitOf(c), true) },
	"toValue":  func(p *pathObject, _ *script.Call) (any, error) { return p.first(false) },
	"tagValue": func(p *pathObject, _ *script.Call) (any, error) { return p.first(true) },
	"forEach":  (*pathObject).forEach, "map": (*pathObject).forEach,
	"count": (*pathObject).count,
}

func limitOf(c *script.Call) int {
	if n, ok := c.Arg(0).(float64); ok {
		return int(n)
	}
	return -1
}

// iterate hands each result of the path, with its tags, to use: once for each way to
// it if paths is set.
func (p *pathObject) iterate(paths bool, limit int, use func(tags map[string]cayley.Ref) error) error {
	if limit == 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(p.Context())
	defer cancel()
	var failed error
	it := iterator.Tag(p.Iterator(p.path), resultTag)
	err := cayley.Iterate(ctx, it).Paths(paths).Limit(limit).TagEach(func(tags map[string]cayley.Ref) {
		if failed == nil {
			if failed = use(tags); failed != nil {
				cancel()
			}
		}
	})
	switch {
	case failed != nil:
		return failed
	case p.Context().Err() != nil: // an iteration may end early without saying so
		return p.Context().Err()
	}
	return err
}

// send makes each way to a result a result of the query. limit is the most, below 0
// all.
func (p *pathObject) send(limit int) error {
	return p.iterate(true, limit, func(tags map[string]cayley.Ref) error {
		out := map[string]any{}
		for tag, ref := range tags {
			if v := session.Native(p.Quads.NameOf(ref)); v != nil {
				out[tag] = v
				if s, ok := v.(string); ok {
					if err := p.Alloc(len(s) + len(tag) + 64); err != nil {
						return err
					}
				}
			}
		}
		return p.Send(out)
	})
}

// tagged is a result with its tags, for the script.
func (p *pathObject) tagged(tags map[string]cayley.Ref) (*script.Object, error) {
	out := script.NewObject()
	for _, tag := range sortedKeys(tags) {
		v := p.Quads.NameOf(tags[tag])
		if v == nil {
			continue
		}
		x, err := p.give(v)
		if err != nil {
			return nil, err
		}
		if err := p.Alloc(len(tag) + 80); err != nil {
			return nil, err
		}
		out.Set(tag, x)
	}
	return out, nil
}

// array reads results for the script: with their tags, or the nodes only.
func (p *pathObject) array(limit int, withTags bool) (*script.Array, error) {
	out := &script.Array{}
	err := p.iterate(withTags, limit, func(tags map[string]cayley.Ref) error {
		x, err := p.tagged(tags)
		switch {
		case err != nil:
			return err
		case len(x.Keys()) == 0:
			return nil
		case withTags:
			out.Items = append(out.Items, x)
		case x.Get(resultTag) != nil:
			out.Items = append(out.Items, x.Get(resultTag))
		}
		return nil
	})
	return out, err
}

func (p *pathObject) first(withTags bool) (any, error) {
	a, err := p.array(1, withTags)
	if err != nil || len(a.Items) == 0 {
		return script.Null{}, err
	}
	return a.Items[0], nil
}

// forEach calls a function with the tags of each result: forEach(f), forEach(limit, f).
func (p *pathObject) forEach(c *script.Call) (any, error) {
	limit, f := -1, c.Arg(0)
	if n, ok := f.(float64); ok {
		limit, f = int(n), c.Arg(1)
	}
	if !script.IsFunction(f) {
		return nil, errors.New("a function is wanted")
	}
	p.asked = true
	return script.Null{}, p.iterate(true, limit, func(tags map[string]cayley.Ref) error {
		x, err := p.tagged(tags)
		if err != nil || len(x.Keys()) == 0 {
			return err
		}
		_, err = c.Call(f, x)
		return err
	})
}

// count counts the ways to the results.
func (p *pathObject) count(*script.Call) (any, error) {
	n, err := cayley.Iterate(p.Context(), p.Iterator(p.path)).Paths(true).Count()
	if err == nil {
		err = p.Context().Err()
	}
	return float64(n), err
}

func sortedKeys(tags map[string]cayley.Ref) []string {
	return slices.Sorted(maps.Keys(tags))
}
