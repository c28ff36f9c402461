package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/index/frlegal"
)

// ArticleFormat is the version of the index of articles. Raise it whenever the
// same versions must be indexed anew to be found, as Format.
const ArticleFormat = 1

// Articles is an open index of versions of articles: one document each, under
// the identifier of the version (LEGIARTI…). It has a folder of its own, and is
// disposable like Index; Remove deletes it. Its methods are safe for concurrent
// use.
type Articles struct{ folder }

// kindOfArticles is what the folder of Articles holds.
var kindOfArticles = kind{
	format:  fmt.Sprintf("articles %d %s/%d", ArticleFormat, frlegal.Name, frlegal.Version),
	mapping: newArticleMapping,
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

// ArticleBatchSize is the number of versions that a call of Apply should hold:
// more are hardly faster and take memory in proportion, about 70 MB for each
// thousand.
const ArticleBatchSize = 2000

// Apply deletes the versions with the identifiers in del, then indexes those in
// put, each in place of what stood under its identifier, and sets the cursor to
// seq, as Index.Apply does: all together, or nothing.
func (x *Articles) Apply(ctx context.Context, seq uint64, put []law.ArticleVersion, del []string) (err error) {
	x.apply.Lock()
	defer x.apply.Unlock()
	defer x.enter(ctx, &err)()
	if err != nil {
		return err
	}
	batch := x.bleve.NewBatch()
	for _, id := range del {
		batch.Delete(id)
	}
	for i := range put {
		if err := ctx.Err(); err != nil {
			return err
		}
		if put[i].ID == "" {
			return errors.New("index: apply: a version of an article without an identifier")
		}
		if err := batch.IndexAdvanced(articleDocument(&put[i])); err != nil {
			return fmt.Errorf("index: apply %s: %w", put[i].ID, err)
		}
	}
	return x.commit(batch, seq)
}
