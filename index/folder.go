package index

import (
	"context"
	"encoding/binary"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/attendu/attendu/index/bm25"
	"github.com/blevesearch/bleve/v2"
)

// folder is an open index of Bleve with a cursor: what the indexes of this
// package share.
type folder struct {
	bleve bleve.Index
	cache bm25.Cache
	watch watch

	mu     sync.RWMutex // held for reading by every method, for writing by Close
	closed bool
	apply  sync.Mutex // one batch at a time, so that the cursor only follows
}

// Keys of what an index keeps beside its documents.
var (
	cursorKey = []byte("attendu.cursor")
	formatKey = []byte("attendu.format")
)

// Cursor is the sequence number of the last batch applied, 0 when there was
// none.
func (x *folder) Cursor(ctx context.Context) (seq uint64, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return 0, err
	}
	if seq, err = readCursor(x.bleve.GetInternal(cursorKey)); err != nil {
		return 0, fmt.Errorf("index: cursor: %w", err)
	}
	return seq, nil
}

// readCursor reads the value of cursorKey.
func readCursor(b []byte, err error) (uint64, error) {
	switch {
	case err != nil:
		return 0, err
	case b == nil:
		return 0, nil
	case len(b) != 8:
		return 0, fmt.Errorf("%w: the cursor has %d bytes", ErrStale, len(b))
	}
	return binary.BigEndian.Uint64(b), nil
}

// Count is the number of documents in the index.
func (x *folder) Count() (n uint64, err error) {
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
func (x *folder) Close() error {
	x.watch.end()
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
func (x *folder) enter(ctx context.Context, err *error) func() {
	*err = ctx.Err() // a nil ctx panics before anything is held
	x.mu.RLock()
	faults := debug.SetPanicOnFault(true)
	switch {
	case x.closed:
		*err = fmt.Errorf("index: %w", ErrClosed)
	case *err == nil:
		*err = x.watch.damaged()
	}
	return func() {
		debug.SetPanicOnFault(faults)
		x.mu.RUnlock()
		if r := recover(); r != nil {
			*err = fmt.Errorf("index: %w", damaged(r))
		}
	}
}

// together calls do for 0 to n-1, as many at once as there are processors, and tell for
// what each returned. A panic becomes ErrStale, as in enter.
func together(n int, do func(i int) error, tell func(i int, err error)) {
	one := func(i int) (err error) {
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		defer func() {
			if r := recover(); r != nil {
				err = damaged(r)
			}
		}()
		return do(i)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				tell(i, one(i))
			}
		})
	}
	wg.Wait()
}

// damaged is ErrStale for a panic or a failure that only damage explains, of
// which the first line is told.
func damaged(why any) error {
	line, _, _ := strings.Cut(fmt.Sprint(why), "\n")
	return fmt.Errorf("%w: %s", ErrStale, line)
}

// commit writes a batch and sets the cursor to seq, both or nothing.
func (x *folder) commit(batch *bleve.Batch, seq uint64) error {
	batch.SetInternal(cursorKey, binary.BigEndian.AppendUint64(nil, seq))
	if err := x.bleve.Batch(batch); err != nil {
		return fmt.Errorf("index: apply: %w", err)
	}
	x.watch.wrote()
	return nil
}
