package session

import (
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/graph/shape"
)

// Iterator plans a path over the quads of the session.
func (s *Session) Iterator(p *path.Path) cayley.Iterator {
	sh, _ := p.Shape().Optimize(known{s.Quads})
	if shape.IsNull(sh) {
		return iterator.NewNull()
	}
	return shape.BuildIterator(s.Quads, sh)
}

// known looks up the nodes of a path before Cayley does: where a part of it has none
// that the graph knows, Cayley leaves a nil that Except and Union trip over.
type known struct{ quads cayley.QuadStore }

// OptimizeShape implements shape.Optimizer.
func (k known) OptimizeShape(sh shape.Shape) (shape.Shape, bool) {
	switch x := sh.(type) {
	case shape.Lookup:
		var nodes shape.Fixed
		seen := map[any]bool{} // a node that is named twice is one
		for _, v := range x {
			ref := k.quads.ValueOf(v)
			if ref == nil || seen[cayley.ToKey(ref)] {
				continue
			}
			seen[cayley.ToKey(ref)] = true
			nodes = append(nodes, ref)
		}
		if len(nodes) == 0 {
			return shape.Null{}, true
		}
		return nodes, true
	case shape.Except:
		if !shape.IsNull(x.Exclude) {
			return sh, false
		}
		if x.From == nil {
			return shape.AllNodes{}, true
		}
		return x.From, true
	case shape.Union:
		var parts shape.Union
		for _, part := range x {
			if !shape.IsNull(part) {
				parts = append(parts, part)
			}
		}
		if len(parts) == 0 {
			return shape.Null{}, true
		}
		return parts, len(parts) < len(x)
	}
	return sh, false
}
