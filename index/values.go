package index

import (
	"context"
	"errors"
	"fmt"
)

// Values lists the values of a field that stand in the index, sorted: the solutions, the
// chambers. Those of decisions that were deleted may be among them.
func (x *Index) Values(ctx context.Context, f Field) (out []string, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return nil, err
	}
	dict, err := x.bleve.FieldDict(string(f))
	if err != nil {
		return nil, fmt.Errorf("index: values of %s: %w", f, err)
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for {
		e, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("index: values of %s: %w", f, err)
		}
		if e == nil {
			return out, nil
		}
		out = append(out, e.Term)
	}
}
