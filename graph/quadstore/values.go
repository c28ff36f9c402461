package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Values gives the values of many nodes, in their order; nil for one that no quad
// uses any more. It is fastest for a Set.
func (s *Store) Values(ctx context.Context, ids []ID) ([]quad.Value, error) {
	n := namer{s: s}
	defer n.close()
	out := make([]quad.Value, len(ids))
	for i, id := range ids {
		if i%pollEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		var err error
		if out[i], err = n.name(uint64(id)); err != nil {
			return nil, fmt.Errorf("quadstore: values: %w", err)
		}
	}
	return out, nil
}
