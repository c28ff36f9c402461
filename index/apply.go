package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// BatchSize is the number of decisions that a call of Apply should hold: more
// are hardly faster and take memory in proportion, about 1 MB for each decision
// of 10 kB while the batch lasts.
const BatchSize = 200

// Apply deletes the nodes in del, then indexes the decisions in put, each in
// place of what stood under its node, and sets the cursor to seq: all of it
// together, or nothing when the process dies. When it returns without error the
// batch is on disk. After an error the batch may still have been applied;
// applying it again does no harm. A context that ends stops Apply only before
// the batch is handed over.
func (x *Index) Apply(ctx context.Context, seq uint64, put []*corpus.Decision, del []corpus.Node) (err error) {
	x.apply.Lock()
	defer x.apply.Unlock()
	defer x.enter(ctx, &err)()
	if err != nil {
		return err
	}
	batch := x.bleve.NewBatch()
	for _, node := range del {
		batch.Delete(string(node))
	}
	for _, d := range put {
		if err := ctx.Err(); err != nil {
			return err
		}
		if d == nil || d.Node == "" {
			return errors.New("index: apply: a decision without a node")
		}
		if err := batch.IndexAdvanced(newDocument(d)); err != nil {
			return fmt.Errorf("index: apply %s: %w", d.Node, err)
		}
	}
	return x.commit(batch, seq)
}
