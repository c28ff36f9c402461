package queries

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/departure"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/checkpoint"
	"github.com/attendu/attendu/queries/flock"
	"github.com/attendu/attendu/queries/lang"
)

// Library is a folder of decisions that can be asked: manifest.json, store/ (the
// truth) and text/ (the full-text index, which can always be rebuilt).
type Library struct {
	dir  string // "" in memory
	lock *flock.Lock
	// readOnly: nothing in dir is changed. checkpoint is what it reads when another
	// process owns the library.
	readOnly   bool
	checkpoint *heldCheckpoint
	store      graph.Store
	index      textIndex
	extract    *extract.Extractor
	leaving    *departure.Reader
	lang       *lang.Language
	endings    endings
	law        heldLaw
	// lawText is nil until it is asked for: see articleIndex.
	lawText   *index.Articles
	lawTextMu sync.Mutex
	// remade says that an index was made anew since the last checkpoint.
	remade   atomic.Bool
	remaking func()     // told before; nil when nobody wants to know
	adding   sync.Mutex // one Add at a time
	closed   sync.Once
	// authorities is how many decisions cite each, at the change authoritiesAt of the store.
	authorities   *index.Authority
	authoritiesAt uint64
	authoritiesMu sync.Mutex
	// measures are the citations between decisions: see measured.
	measures   *measured
	measuresMu sync.Mutex
	tally      tally
	turns      turns // of searches
}

// openIndex opens the full-text index, rebuilds it when it is stale, and lets it
// catch up with the store. It is there for others when it is whole.
func (l *Library) openIndex(ctx context.Context) error {
	x, err := l.freshIndex(ctx, filepath.Join(l.dir, "text"))
	if err == nil {
		if err = l.followWith(ctx, x); err != nil {
			err = errors.Join(err, x.Close())
		}
	}
	if err != nil {
		return err
	}
	l.index.hold(x)
	if l.store.ArticleSeq() == 0 {
		return nil
	}
	_, err = l.articleIndex()
	return err
}

// freshIndex opens an index, or an empty one where it is stale.
func (l *Library) freshIndex(ctx context.Context, dir string) (*index.Index, error) {
	x, err := index.Open(dir, index.Options{})
	if err == nil {
		var at uint64
		if at, err = x.Cursor(ctx); err == nil && at > l.store.Seq() {
			err = fmt.Errorf("%w: it is ahead of the store", index.ErrStale)
		}
	}
	if err == nil {
		return x, nil
	}
	if x != nil {
		if e := x.Close(); e != nil || !errors.Is(err, index.ErrStale) {
			return nil, errors.Join(err, e)
		}
	}
	if !errors.Is(err, index.ErrStale) {
		return nil, err
	}
	l.remade.Store(true)
	if l.remaking != nil {
		l.remaking()
	}
	if err := index.Remove(dir); err != nil {
		return nil, err
	}
	return index.Open(dir, index.Options{})
}

// followBatch is how many decisions the index takes in one commit.
const followBatch = 200

// follow brings the index up to the last change of the store, as it is when it begins: more
// may be written meanwhile. Only one follows at a time.
func (l *Library) follow(ctx context.Context) error {
	_, err := on(&l.index, func(x *index.Index) (any, error) { return nil, l.followWith(ctx, x) })
	return err
}

func (l *Library) followWith(ctx context.Context, x *index.Index) error {
	at, err := x.Cursor(ctx)
	if err != nil {
		return err
	}
	seq := l.store.Seq() // others may write meanwhile
	if at == seq {
		return nil
	}
	var put []*corpus.Decision
	var del []corpus.Node
	for c, err := range l.store.Changes(ctx, at) {
		if err != nil {
			return err
		}
		if c.Seq != at && len(put)+len(del) >= followBatch {
			if err := x.Apply(ctx, at, put, del); err != nil {
				return err
			}
			put, del = nil, nil
		}
		at = c.Seq
		if c.Decision != nil {
			put = append(put, c.Decision)
		} else {
			del = append(del, c.Node)
		}
	}
	return x.Apply(ctx, max(at, seq), put, del)
}

// ownsPublished reports whether this process owns the library, and its present state is
// published.
func (l *Library) ownsPublished() bool {
	return l.dir != "" && !l.readOnly && l.store != nil && l.index.held() && l.published()
}

// Close ends all work on the library. A second Close does nothing.
func (l *Library) Close() (err error) {
	l.closed.Do(func() {
		leave := l.ownsPublished()
		err = l.index.Close()
		if l.lawText != nil {
			err = errors.Join(err, l.lawText.Close())
		}
		if l.store != nil {
			err = errors.Join(err, l.store.Close())
		}
		if leave && err == nil { // and what readers kept goes, if they have left
			err = errors.Join(leaveCurrent(l.dir), checkpoint.Tidy(checkpoints(l.dir)))
		}
		if l.lock != nil {
			err = errors.Join(err, l.lock.Close())
		}
		if l.checkpoint != nil {
			err = errors.Join(err, l.checkpoint.Close())
		}
		err = coded(err)
	})
	return err
}

// Store gives the graph to programs that ask more than this package answers:
// Store().Quads() is a Cayley back end.
func (l *Library) Store() graph.Store { return l.store }
