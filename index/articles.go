package index

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2/document"
)

// ArticleFormat is the version of the index of articles. Raise it whenever the
// same versions must be indexed anew to be found, as Format.
const ArticleFormat = 4

// Articles is an open index of versions of articles: one document each, under
// the identifier of the version (LEGIARTI…). It has a folder of its own, and is
// disposable like Index; Remove deletes it. Its methods are safe for concurrent
// use.
type Articles struct{ folder }

// kindOfArticles is what the folder of Articles holds.
var kindOfArticles = kind{
	format:  fmt.Sprintf("articles %d %s/%d", ArticleFormat, frlegal.Name, frlegal.Version),
	mapping: newMapping,
}

// OpenArticles opens the index of articles in the folder dir, as Open does. The
// folder of another kind of index is ErrStale.
func OpenArticles(dir string, opt Options) (*Articles, error) {
	x := new(Articles)
	if err := x.open(dir, opt, kindOfArticles); err != nil {
		return nil, err
	}
	return x, nil
}

// ArticleBatchSize is the number of versions that a batch should hold: more are
// hardly faster and take memory in proportion, about 80 MB for each thousand when one
// batch is made while another is applied.
const ArticleBatchSize = 2000

// ArticleBatch is a change of an index of articles, read and ready to be applied.
type ArticleBatch struct {
	docs []*document.Document
	del  []string
}

// NewArticleBatch makes the batch that deletes the versions with the identifiers in
// del, then indexes those in put, each in place of what stood under its identifier.
// It reads the words of the versions, on all processors, and needs no index: the next
// batch may be made while one is applied.
func NewArticleBatch(ctx context.Context, put []law.ArticleVersion, del []string) (*ArticleBatch, error) {
	b := &ArticleBatch{docs: make([]*document.Document, len(put)), del: del}
	for i := range put {
		if put[i].ID == "" {
			return nil, errors.New("index: apply: a version of an article without an identifier")
		}
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(put)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(put) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				b.docs[i] = articleDocument(&put[i])
			}
		})
	}
	wait.Wait()
	return b, ctx.Err()
}

// Apply applies a batch and sets the cursor to seq, as Index.Apply does: all of it
// together, or nothing. A batch serves once.
func (x *Articles) Apply(ctx context.Context, seq uint64, b *ArticleBatch) (err error) {
	x.apply.Lock()
	defer x.apply.Unlock()
	defer x.enter(ctx, &err)()
	if err != nil {
		return err
	}
	batch := x.bleve.NewBatch()
	for _, id := range b.del {
		batch.Delete(id)
	}
	for _, d := range b.docs {
		if err := batch.IndexAdvanced(d); err != nil {
			return fmt.Errorf("index: apply %s: %w", d.ID(), err)
		}
	}
	return x.commit(batch, seq)
}
