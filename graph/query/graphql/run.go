package graphql

import (
	"github.com/attendu/attendu/graph/query/session"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// The names of arguments and fields that are no predicates.
const (
	keyID     quad.IRI = "id"
	keyFirst  quad.IRI = "first"
	keyOffset quad.IRI = "offset"
)

// Run runs a query. Its answer is one object, with a member for each field of the
// query: null, an object, or a list of them. A fault of the query is an *Error with
// its place; what was found before an error that session.Stops knows is in the answer.
func Run(s *session.Session, query string) error {
	fields, err := parse(query, s.Names)
	if err != nil {
		return err
	}
	r := &run{s, &reader{source: query}}
	answer := map[string]any{}
	for i := range fields {
		list, err := r.objects(&fields[i], path.StartPath(s.Quads))
		if err == nil || session.Stops(err) {
			answer[fields[i].alias] = single(list)
		}
		if err != nil {
			s.Keep(answer)
			return err
		}
	}
	s.Keep(answer)
	return nil
}

// run is one query at work.
type run struct {
	*session.Session
	*reader
}

// single is a list as an answer has it: nothing, its one item, or the list.
func single(list []map[string]any) any {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	return list
}

// objects fills the objects of a field, which are the nodes that p leads to. With an
// error comes what was filled before it.
func (r *run) objects(f *field, p *path.Path) (list []map[string]any, err error) {
	p, limit, err := r.narrow(f, p)
	if err != nil || limit == 0 {
		return nil, err
	}
	it, _ := r.Iterator(p).Optimize()
	defer it.Close()
	ctx := r.Context()
	for ctx.Err() == nil && (limit < 0 || len(list) < limit) && it.Next(ctx) {
		if err := r.Take(); err != nil {
			return list, err
		}
		object, err := r.object(f, it)
		if object != nil {
			list = append(list, object)
		}
		if err != nil {
			return list, err
		}
	}
	if ctx.Err() != nil {
		return list, ctx.Err()
	}
	return list, it.Err()
}

// narrow adds to a path what a field asks of its nodes, and the tags of its flat
// fields; limit is below 0 for none.
func (r *run) narrow(f *field, p *path.Path) (_ *path.Path, limit int, err error) {
	limit = -1
	skip := 0
	p = within(p, f.labels)
	for _, h := range f.has {
		switch h.via {
		case keyID:
			p = p.Is(h.values...)
		case keyFirst, keyOffset:
			n, ok := quad.Int(0), false
			if len(h.values) == 1 {
				n, ok = h.values[0].(quad.Int)
			}
			if !ok {
				return nil, 0, r.fail(h.at, "%s takes a number", string(h.via))
			}
			if h.via == keyFirst {
				limit = int(n)
			} else {
				skip = max(0, int(n))
			}
		default:
			if len(h.labels) != 0 {
				p = p.LabelContext(h.labels)
			}
			if h.rev {
				p = p.HasReverse(h.via, h.values...)
			} else {
				p = p.Has(h.via, h.values...)
			}
			if len(h.labels) != 0 {
				p = p.LabelContext()
			}
		}
	}
	for i := range f.fields {
		if !f.all && f.fields[i].flat() {
			p = tag(p, &f.fields[i])
		}
	}
	if skip > 0 {
		p = p.Skip(int64(skip))
	}
	if limit >= 0 {
		p = p.Limit(int64(limit))
	}
	return p, limit, nil
}

// within keeps the steps that follow to some named graphs, or to none.
func within(p *path.Path, labels []quad.Value) *path.Path {
	if len(labels) != 0 {
		return p.LabelContext(labels)
	}
	return p.LabelContext()
}

// tag makes a path carry the values of a flat field.
func tag(p *path.Path, f *field) *path.Path {
	if f.via == keyID {
		return p.Tag(f.alias)
	}
	if len(f.labels) != 0 {
		p = p.LabelContext(f.labels)
	}
	switch {
	case f.opt && f.rev:
		p = p.SaveOptionalReverse(f.via, f.alias)
	case f.opt:
		p = p.SaveOptional(f.via, f.alias)
	case f.rev:
		p = p.SaveReverse(f.via, f.alias)
	default:
		p = p.Save(f.via, f.alias)
	}
	if len(f.labels) != 0 {
		p = p.LabelContext()
	}
	return p
}

// object fills one object from the node that the iterator is at.
func (r *run) object(f *field, it cayley.Iterator) (map[string]any, error) {
	node := it.Result()
	if f.all {
		return r.everything(node)
	}
	out, err := r.tagged(it)
	if err != nil {
		return out, err
	}
	for i := range f.fields {
		inner := &f.fields[i]
		if inner.flat() {
			continue
		}
		p := within(path.StartPathNodes(r.Quads, node), inner.labels)
		if inner.rev {
			p = p.In(inner.via)
		} else {
			p = p.Out(inner.via)
		}
		list, err := r.objects(inner, p.LabelContext())
		if !inner.unnest {
			out[inner.alias] = single(list)
		} else if len(list) > 1 {
			return out, r.fail(0, "@unnest on %s, which has several objects; (first: 1) takes one", inner.alias)
		} else if len(list) == 1 {
			for k, v := range list[0] {
				out[k] = v
			}
		}
		if err != nil {
			return out, err
		}
	}
	return out, nil
}
