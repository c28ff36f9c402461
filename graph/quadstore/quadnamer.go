package quadstore

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// errStop says that the reader of a sequence has had enough.
var errStop = errors.New("stop")

// quadNamer turns quads of ids into quads of values. Predicates and labels are
// few and come again: they are remembered.
type quadNamer struct {
	nodes namer
	often map[uint64]quad.Value
}

// maxOften keeps a scan over many labels small.
const maxOften = 4096

func (n *quadNamer) quad(ids *quadRef) (q quad.Quad, err error) {
	for _, d := range quad.Directions {
		if ids[d] == 0 {
			continue
		}
		v, ok := n.often[ids[d]]
		if !ok {
			if v, err = n.nodes.known(ids[d]); err != nil {
				return quad.Quad{}, err
			}
			if d == quad.Predicate || d == quad.Label {
				n.remember(ids[d], v)
			}
		}
		q.Set(d, v)
	}
	return q, nil
}

func (n *quadNamer) remember(id uint64, v quad.Value) {
	if n.often == nil || len(n.often) >= maxOften {
		n.often = map[uint64]quad.Value{}
	}
	n.often[id] = v
}

// known is name for an id that stands in a quad: its node must be there.
func (n *namer) known(id uint64) (quad.Value, error) {
	v, err := n.name(id)
	if err == nil && v == nil {
		err = fmt.Errorf("%w: a quad uses node %d, which has no value", ErrCorrupt, id)
	}
	return v, err
}
