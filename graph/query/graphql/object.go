package graphql

import (
	"slices"

	"github.com/attendu/attendu/graph/query/session"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// tagged reads the flat fields of the node that an iterator is at: of a field with
// several values, all of them, each once.
func (r *run) tagged(it cayley.Iterator) (map[string]any, error) {
	values := map[string][]any{}
	seen := map[string]map[any]bool{}
	ctx := r.Context()
	for more := true; more; more = ctx.Err() == nil && it.NextPath(ctx) {
		tags := map[string]cayley.Ref{}
		it.TagResults(tags)
		for tag, ref := range tags {
			key := cayley.ToKey(ref)
			if seen[tag][key] {
				continue
			}
			if seen[tag] == nil {
				seen[tag] = map[any]bool{}
			}
			seen[tag][key] = true
			if err := r.add(values, tag, r.Quads.NameOf(ref)); err != nil {
				return collapse(values), err
			}
		}
	}
	return collapse(values), ctx.Err()
}

// add adds a value to those of a field. Each but the first counts as a result, for
// there may be a hundred thousand.
func (r *run) add(values map[string][]any, name string, v quad.Value) error {
	n := session.Native(v)
	if len(values[name]) > 0 {
		if err := r.Take(); err != nil {
			return err
		}
	}
	values[name] = append(values[name], n)
	size := 64
	if s, ok := n.(string); ok {
		size += len(s)
	}
	return r.Alloc(size)
}

// collapse gives a field with one value as that value.
func collapse(values map[string][]any) map[string]any {
	out := make(map[string]any, len(values))
	for name, list := range values {
		if len(list) == 1 {
			out[name] = list[0]
		} else {
			out[name] = list
		}
	}
	return out
}

// everything reads all that leads from a node, in any named graph.
func (r *run) everything(node cayley.Ref) (map[string]any, error) {
	values := map[string][]any{}
	if err := r.add(values, string(keyID), r.Quads.NameOf(node)); err != nil {
		return nil, err
	}
	ctx := r.Context()
	it := r.Quads.QuadIterator(quad.Subject, node)
	defer it.Close()
	for ctx.Err() == nil && it.Next(ctx) {
		q := r.Quads.Quad(it.Result())
		name := quad.ToString(q.Predicate)
		if iri, ok := q.Predicate.(quad.IRI); ok {
			name = string(iri)
		}
		if slices.Contains(values[name], session.Native(q.Object)) {
			continue // stated in several graphs
		}
		if err := r.add(values, name, q.Object); err != nil {
			return collapse(values), err
		}
	}
	if ctx.Err() != nil {
		return collapse(values), ctx.Err()
	}
	return collapse(values), it.Err()
}
