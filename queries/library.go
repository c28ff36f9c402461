package queries

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// Options open a library. The zero value is usable.
type Options struct {
	// NoSync lets Add go on before its last batches are on disk. A crash of the
	// process loses nothing; a loss of power may lose the last batches, whole.
	NoSync bool
	// CacheBytes is the size of the store's block cache; 0 means 64 MiB.
	CacheBytes int64
	// Fatal is told why the library cannot be written any more without losing
	// data (the disk is broken, or was filled by others), and must end the
	// process; nil panics. What was committed before is safe.
	Fatal func(error)
}

// Library is a folder of decisions that can be asked: manifest.json, store/ (the
// truth) and text/ (the full-text index, which can always be rebuilt).
type Library struct {
	dir     string // "" in memory
	store   graph.Store
	index   *index.Index
	extract *extract.Extractor
	lang    *lang.Language
	law     heldLaw
	// lawText is nil until it is asked for: see articleIndex.
	lawText   *index.Articles
	lawTextMu sync.Mutex
	adding    sync.Mutex // one Add at a time
	closed    sync.Once
	// authorities is how many decisions cite each, at the change authoritiesAt of the store.
	authorities   *index.Authority
	authoritiesAt uint64
	authoritiesMu sync.Mutex
}

// Create makes a new library in a folder, which is made when it is missing. It
// answers Conflict when a library is there already, or when the folder holds
// other things.
func Create(dir string, opt Options) (*Library, error) {
	if _, err := readManifest(dir); err == nil {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is a library already", dir)}
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is not empty and no attendu library", dir)}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, coded(fmt.Errorf("create library: %w", err))
	}
	if err := writeManifest(dir); err != nil {
		return nil, coded(fmt.Errorf("create library: %w", err))
	}
	return open(dir, opt)
}

// Open opens the library in a folder. It answers NotFound when there is none,
// Unavailable at once when another process has it, and Conflict when a newer
// attendu wrote it. An index that is missing, damaged or behind is brought up
// to the store.
func Open(dir string, opt Options) (*Library, error) {
	if err := checkManifest(dir); err != nil {
		return nil, err
	}
	return open(dir, opt)
}

// Memory opens an empty library that lives in memory and is gone at Close.
func Memory() (*Library, error) {
	x, err := extract.New()
	if err != nil {
		return nil, coded(err)
	}
	language, err := lang.Load()
	if err != nil {
		return nil, coded(err)
	}
	store, err := graph.Memory(graph.Options{NoSync: true})
	if err != nil {
		return nil, coded(err)
	}
	idx, err := index.Open("", index.Options{})
	if err != nil {
		return nil, coded(errors.Join(err, store.Close()))
	}
	held := heldLaw{store}
	return &Library{store: store, index: idx, extract: x.With(held, held), lang: language, law: held}, nil
}

func open(dir string, opt Options) (*Library, error) {
	x, err := extract.New()
	if err != nil {
		return nil, coded(err)
	}
	language, err := lang.Load()
	if err != nil {
		return nil, coded(err)
	}
	store, err := graph.Open(filepath.Join(dir, "store"), graph.Options{
		NoSync: opt.NoSync, CacheBytes: opt.CacheBytes, Fatal: opt.Fatal})
	if errors.Is(err, graph.ErrInUse) {
		return nil, &Error{Code: Unavailable, Err: err,
			Message: fmt.Sprintf("the library %s is in use by another process", dir)}
	}
	if err != nil {
		return nil, coded(err)
	}
	held := heldLaw{store}
	l := &Library{dir: dir, store: store, extract: x.With(held, held), lang: language, law: held}
	if err := l.openIndex(); err != nil {
		return nil, coded(errors.Join(err, l.Close()))
	}
	return l, nil
}

// openIndex opens the full-text index, rebuilds it when it is stale, and lets it
// catch up with the store.
func (l *Library) openIndex() (err error) {
	dir := filepath.Join(l.dir, "text")
	l.index, err = index.Open(dir, index.Options{})
	if err == nil {
		var at uint64
		if at, err = l.index.Cursor(context.Background()); err == nil && at > l.store.Seq() {
			err = fmt.Errorf("%w: it is ahead of the store", index.ErrStale)
		}
	}
	if errors.Is(err, index.ErrStale) {
		if l.index != nil {
			err = l.index.Close()
			l.index = nil
		} else {
			err = nil
		}
		if err = errors.Join(err, index.Remove(dir)); err != nil {
			return err
		}
		l.index, err = index.Open(dir, index.Options{})
	}
	if err != nil {
		return err
	}
	if err := l.follow(context.Background()); err != nil || l.store.ArticleSeq() == 0 {
		return err
	}
	_, err = l.articleIndex()
	return err
}

// followBatch is how many decisions the index takes in one commit.
const followBatch = 200

// follow brings the index up to the store's last change.
func (l *Library) follow(ctx context.Context) error {
	at, err := l.index.Cursor(ctx)
	if err != nil {
		return err
	}
	if at == l.store.Seq() {
		return nil
	}
	var put []*corpus.Decision
	var del []corpus.Node
	for c, err := range l.store.Changes(ctx, at) {
		if err != nil {
			return err
		}
		if c.Seq != at && len(put)+len(del) >= followBatch {
			if err := l.index.Apply(ctx, at, put, del); err != nil {
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
	return l.index.Apply(ctx, l.store.Seq(), put, del)
}

// Close ends all work on the library. A second Close does nothing.
func (l *Library) Close() (err error) {
	l.closed.Do(func() {
		if l.index != nil {
			err = l.index.Close()
		}
		if l.lawText != nil {
			err = errors.Join(err, l.lawText.Close())
		}
		err = coded(errors.Join(err, l.store.Close()))
	})
	return err
}

// Store gives the graph to programs that ask more than this package answers:
// Store().Quads() is a Cayley back end.
func (l *Library) Store() graph.Store { return l.store }
