package queries

import (
	"context"

	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/index"
)

// articleFeed leads the changes of the store into the index of articles. One batch is
// read while the one before it is applied.
type articleFeed struct {
	l       *Library
	at      uint64 // the last change that was read
	ctx     context.Context
	stop    func()
	ready   chan readyArticles
	applied chan error
}

type readyArticles struct {
	seq uint64
	*index.ArticleBatch
}

// feedArticles begins a feed behind the last change that an index holds. Its end must
// be called.
func (l *Library) feedArticles(ctx context.Context, x *index.Articles) (*articleFeed, error) {
	at, err := x.Cursor(ctx)
	if err != nil {
		return nil, err
	}
	f := &articleFeed{l: l, at: at, ready: make(chan readyArticles), applied: make(chan error, 1)}
	f.ctx, f.stop = context.WithCancel(ctx)
	go f.apply(x)
	return f, nil
}

// apply applies what is ready, up to the first error.
func (f *articleFeed) apply(x *index.Articles) {
	var err error
	for b := range f.ready {
		if err != nil {
			continue
		}
		if err = x.Apply(f.ctx, b.seq, b.ArticleBatch); err != nil {
			f.stop() // nothing more need be read
		}
	}
	f.applied <- err
}

// more reads what the store has changed by now. The changes of one sequence number are
// applied together.
func (f *articleFeed) more() error {
	if f.at == f.l.store.ArticleSeq() {
		return nil
	}
	var put []law.ArticleVersion
	var del []string
	for c, err := range f.l.store.ArticleChanges(f.ctx, f.at) {
		if err != nil {
			return err
		}
		if c.Seq != f.at && len(put)+len(del) >= index.ArticleBatchSize {
			if err := f.hand(put, del); err != nil {
				return err
			}
			put, del = nil, nil
		}
		f.at = c.Seq
		if c.Version != nil {
			put = append(put, *c.Version)
		} else {
			del = append(del, c.ID)
		}
	}
	return f.hand(put, del)
}

// hand reads the words of a batch, which ends with the last change that was read.
func (f *articleFeed) hand(put []law.ArticleVersion, del []string) error {
	b, err := index.NewArticleBatch(f.ctx, put, del)
	if err == nil {
		f.ready <- readyArticles{f.at, b}
	}
	return err
}

// end waits until all that was read is applied, and tells why that failed.
func (f *articleFeed) end() error {
	close(f.ready)
	err := <-f.applied
	f.stop()
	return err
}
