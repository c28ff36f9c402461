package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2"
)

// Format is the version of the index. Raise it whenever the same decisions must
// be indexed anew to be found: a change of what goes into a field (fields and
// names, in document.go and name.go). A change of the mapping or of the version
// of the analyzer is noticed without it.
const Format = 1

var (
	// ErrStale says that the folder must be deleted (Remove) and rebuilt from
	// the store: its format, analyzer or mapping differs, or it is damaged.
	ErrStale = errors.New("the text index must be rebuilt")
	// ErrLocked says that another process, or another Index of this one, has
	// the folder open.
	ErrLocked = errors.New("the text index is in use by another process")
	// ErrClosed says that the Index was closed.
	ErrClosed = errors.New("the text index is closed")
)

// Index is an open index. Its methods are safe for concurrent use.
type Index struct {
	bleve bleve.Index

	mu     sync.RWMutex // held for reading by every method, for writing by Close
	closed bool
	apply  sync.Mutex // one batch at a time, so that the cursor only follows
}

// Keys of what the index keeps beside the decisions.
var (
	cursorKey = []byte("attendu.cursor")
	formatKey = []byte("attendu.format")
)

// Cursor is the sequence number of the last batch applied, 0 when there was
// none.
func (x *Index) Cursor(ctx context.Context) (seq uint64, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return 0, err
	}
	b, err := x.bleve.GetInternal(cursorKey)
	switch {
	case err != nil:
		return 0, fmt.Errorf("index: cursor: %w", err)
	case b == nil:
		return 0, nil
	case len(b) != 8:
		return 0, fmt.Errorf("index: %w: the cursor has %d bytes", ErrStale, len(b))
	}
	return binary.BigEndian.Uint64(b), nil
}

// Count is the number of decisions in the index.
func (x *Index) Count() (n uint64, err error) {
	defer x.enter(context.Background(), &err)()
	if err != nil {
		return 0, err
	}
	if n, err = x.bleve.DocCount(); err != nil {
		return 0, fmt.Errorf("index: count: %w", err)
	}
	return n, nil
}

// Close waits for the calls under way and releases the folder. A second Close
// does nothing.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	if err := x.bleve.Close(); err != nil {
		return fmt.Errorf("index: close: %w", err)
	}
	return nil
}

// enter begins a method: it sets *err when the index is closed or ctx is done.
// The function returned ends it, and turns a panic of Bleve into ErrStale:
// Bleve trusts its files, and panics on what damage makes it read. A file that
// was cut is a fault of memory, since files are mapped into it.
func (x *Index) enter(ctx context.Context, err *error) func() {
	x.mu.RLock()
	faults := debug.SetPanicOnFault(true)
	switch {
	case x.closed:
		*err = fmt.Errorf("index: %w", ErrClosed)
	default:
		*err = ctx.Err()
	}
	return func() {
		debug.SetPanicOnFault(faults)
		x.mu.RUnlock()
		if r := recover(); r != nil {
			*err = fmt.Errorf("index: %w", damaged(r))
		}
	}
}

// damaged is ErrStale for a panic or a failure that only damage explains, of
// which the first line is told.
func damaged(why any) error {
	line, _, _ := strings.Cut(fmt.Sprint(why), "\n")
	return fmt.Errorf("%w: %s", ErrStale, line)
}
