package queries

import (
	"context"
	"errors"
	"sync/atomic"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
)

// errRemaking answers who needs the text index while it is made anew: one that is half
// made would leave out decisions without a word.
var errRemaking = &Error{Code: Unavailable, Message: "the text index of the library is being made anew; try again in a while (if a repair was interrupted, check --repair ends it)"}

// textIndex is the text index of a library. Repair may put another in its place while
// others ask: calls under way end on the old one, which waits for them, and until the new
// one is whole others are told to come again.
type textIndex struct{ now atomic.Pointer[index.Index] }

// hold puts an index in the place of the one before; nil for none.
func (t *textIndex) hold(x *index.Index) (before *index.Index) { return t.now.Swap(x) }

// held reports whether there is an index.
func (t *textIndex) held() bool { return t.now.Load() != nil }

// on asks the index. Who asked one that was closed to be replaced comes again.
func on[T any](t *textIndex, f func(*index.Index) (T, error)) (out T, err error) {
	x := t.now.Load()
	if x == nil {
		return out, errRemaking
	}
	if out, err = f(x); errors.Is(err, index.ErrClosed) && t.now.Load() != x {
		err = errRemaking
	}
	return out, err
}

// Search and the others are those of index.Index.
func (t *textIndex) Search(ctx context.Context, req index.Request) (*index.Result, error) {
	return on(t, func(x *index.Index) (*index.Result, error) { return x.Search(ctx, req) })
}

func (t *textIndex) Cursor(ctx context.Context) (uint64, error) {
	return on(t, func(x *index.Index) (uint64, error) { return x.Cursor(ctx) })
}

func (t *textIndex) Count() (uint64, error) {
	return on(t, func(x *index.Index) (uint64, error) { return x.Count() })
}

func (t *textIndex) Citations(ctx context.Context) (*index.Authority, error) {
	return on(t, func(x *index.Index) (*index.Authority, error) { return x.Citations(ctx) })
}

func (t *textIndex) Suggest(ctx context.Context, text string) ([]index.Suggestion, error) {
	return on(t, func(x *index.Index) ([]index.Suggestion, error) { return x.Suggest(ctx, text) })
}

func (t *textIndex) Values(ctx context.Context, f index.Field) ([]string, error) {
	return on(t, func(x *index.Index) ([]string, error) { return x.Values(ctx, f) })
}

func (t *textIndex) Verify(ctx context.Context) error {
	_, err := on(t, func(x *index.Index) (any, error) { return nil, x.Verify(ctx) })
	return err
}

func (t *textIndex) Checkpoint(ctx context.Context, dir string) error {
	_, err := on(t, func(x *index.Index) (any, error) { return nil, x.Checkpoint(ctx, dir) })
	return err
}

// SnippetsOf looks at the text of a decision, and at no index.
func (t *textIndex) SnippetsOf(req index.Request, d *corpus.Decision, n, size int) []index.Snippet {
	return t.now.Load().SnippetsOf(req, d, n, size)
}

// Close closes the index; what asks from then on is told that it is closed.
func (t *textIndex) Close() error {
	if x := t.now.Load(); x != nil {
		return x.Close()
	}
	return nil
}
