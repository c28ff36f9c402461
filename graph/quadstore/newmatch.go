package quadstore

import (
	"slices"

	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// matchBuilder puts filters on quads together to one match.
type matchBuilder struct {
	m     match
	p     pattern
	preds []uint64 // any of several predicates
	some  bool     // objects is set
	objs  valueRange
}

// newMatch makes the match that gives direction result of the quads that pass
// all filters. ok is false if they are more than one scan and one join.
func (s *Store) newMatch(result quad.Direction, filters shape.Quads) (m match, ok bool) {
	b := matchBuilder{m: match{s: s, result: result}}
	b.p.labelled = result == quad.Label
	for _, f := range filters {
		if !b.add(f) {
			return m, false
		}
	}
	return b.build()
}

// add takes one filter; false if it does not fit.
func (b *matchBuilder) add(f shape.QuadFilter) bool {
	v := f.Values
	if f.Dir == quad.Any || v == nil {
		return false
	}
	if save, ok := v.(shape.Save); ok {
		switch save.From.(type) {
		case shape.AllNodes, shape.Fixed:
			for _, t := range save.Tags {
				b.m.save = append(b.m.save, saveTag{f.Dir, t})
			}
			v = save.From
		}
	}
	switch v := v.(type) {
	case shape.AllNodes:
		b.p.labelled = b.p.labelled || f.Dir == quad.Label
		return true
	case shape.Fixed:
		if len(v) == 1 || f.Dir == quad.Predicate {
			return b.addFixed(f.Dir, v)
		}
	case valueRange:
		if f.Dir == quad.Object && !b.some && v.inlineOnly() {
			b.objs, b.some = v, true
			return true
		}
	}
	if b.m.from != nil {
		return false
	}
	b.m.from, b.m.join = v, f.Dir
	return true
}

// addFixed binds a direction to a node, or the predicate to one of several.
func (b *matchBuilder) addFixed(d quad.Direction, nodes shape.Fixed) bool {
	if b.p.bound[d] || d == quad.Predicate && b.preds != nil || len(nodes) == 0 {
		return false
	}
	var ids []uint64
	for _, r := range nodes {
		n, ok := r.(nodeRef)
		if !ok {
			return false
		}
		if !slices.Contains(ids, uint64(n)) {
			ids = append(ids, uint64(n))
		}
	}
	if len(ids) == 1 {
		b.p = b.p.with(d, ids[0])
	} else {
		b.preds = ids
	}
	return true
}

func (b *matchBuilder) build() (m match, ok bool) {
	taken := func(d quad.Direction) bool {
		return b.p.bound[d] || d == quad.Predicate && b.preds != nil || d == quad.Object && b.some
	}
	switch {
	case b.m.from != nil && taken(b.m.join):
		return m, false
	case b.some && b.p.bound[quad.Object], b.preds != nil && b.p.bound[quad.Predicate]:
		return m, false
	}
	if b.some {
		b.p.ranged, b.p.lo, b.p.hi = true, b.objs.inLo, b.objs.inHi
	}
	b.m.pats = []pattern{b.p}
	if b.preds != nil {
		b.m.pats = b.m.pats[:0]
		for _, id := range b.preds {
			b.m.pats = append(b.m.pats, b.p.with(quad.Predicate, id))
		}
	}
	if b.m.from != nil {
		return b.m, true
	}
	for i, p := range b.m.pats {
		planned, err := b.m.s.plan(p)
		if err != nil {
			b.m.s.note(err)
			return m, false
		}
		b.m.pats[i] = planned
	}
	return b.m, true
}
