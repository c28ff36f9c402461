package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// column is one fact of each decision that has it, its day or its court, in memory: the
// nodes ascend, and values that come again are kept once. 12 bytes a decision. It is not
// changed once it is made.
type column struct {
	predicate quad.IRI
	name      func(quad.Value) string
	nodes     quadstore.Set
	values    []uint32 // of each node, a place in names
	names     []string
	places    map[quadstore.ID]uint32 // of the nodes that names name
}

// cell is a node of a column, and its value as a node.
type cell struct{ node, value quadstore.ID }

// read reads the whole of a predicate.
func (c column) read(ctx context.Context, v *moment) (*column, error) {
	p, ok, err := v.id(c.predicate)
	if err != nil || !ok {
		return c.of(v, nil)
	}
	var cells []cell
	err = v.q.Every(ctx, p, func(value quadstore.ID, nodes quadstore.Set) error {
		for _, node := range nodes {
			cells = append(cells, cell{node, value})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return c.of(v, cells)
}

// with is the column after some nodes have changed, which ascend.
func (c *column) with(ctx context.Context, v *moment, changed quadstore.Set) (*column, error) {
	p, ok, err := v.id(c.predicate)
	if err != nil {
		return nil, err
	}
	var cells []cell
	if ok {
		err = v.q.EachObject(ctx, changed, p, func(i int, value quadstore.ID) error {
			cells = append(cells, cell{changed[i], value})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	fresh, err := c.of(v, cells)
	if err != nil {
		return nil, err
	}
	out := *fresh
	out.nodes, out.values = make(quadstore.Set, 0, len(c.nodes)+len(fresh.nodes)), make([]uint32, 0, len(c.nodes)+len(fresh.nodes))
	at, skip := 0, 0
	for i, node := range c.nodes {
		for ; at < len(fresh.nodes) && fresh.nodes[at] < node; at++ {
			out.nodes, out.values = append(out.nodes, fresh.nodes[at]), append(out.values, fresh.values[at])
		}
		for skip < len(changed) && changed[skip] < node {
			skip++
		}
		if skip == len(changed) || changed[skip] != node {
			out.nodes, out.values = append(out.nodes, node), append(out.values, c.values[i])
		}
	}
	out.nodes, out.values = append(out.nodes, fresh.nodes[at:]...), append(out.values, fresh.values[at:]...)
	return &out, nil
}

// of makes a column of cells; the names that c knows keep their places. Of several values
// of a node the first counts, as Store.Day has it.
func (c column) of(v *moment, cells []cell) (*column, error) {
	slices.SortFunc(cells, func(a, b cell) int { return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(a.value, b.value)) })
	cells = slices.CompactFunc(cells, func(a, b cell) bool { return a.node == b.node })
	out := c
	out.nodes, out.values = make(quadstore.Set, len(cells)), make([]uint32, len(cells))
	out.names, out.places = slices.Clone(c.names), map[quadstore.ID]uint32{}
	for id, at := range c.places {
		out.places[id] = at
	}
	for i, x := range cells {
		at, ok := out.places[x.value]
		if !ok {
			val, err := v.q.Value(x.value)
			if err != nil {
				return nil, err
			}
			at = uint32(len(out.names))
			out.places[x.value], out.names = at, append(out.names, c.name(val))
		}
		out.nodes[i], out.values[i] = x.node, at
	}
	return &out, nil
}

// each calls f for each node of a set that has a value.
func (c *column) each(set quadstore.Set, f func(i int, value string)) {
	set.Meet(c.nodes, func(i, at int) { f(i, c.names[c.values[at]]) })
}
