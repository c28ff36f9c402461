package quadstore

import (
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2"
)

// patience is how long flushes and compactions may fail one after the other before
// it is given up that the disk will take them.
const patience = 3 * time.Second

// watch ends a database whose flushes and compactions fail all the time: Pebble
// tries them again for ever, and writes wait for them for ever.
type watch struct {
	logger logger
	mu     sync.Mutex
	since  time.Time // of the first failure after the last success
}

// listener hears how flushes and compactions end. Damage that a read meets is the
// error of that read, which names the file: without a listener of its own Pebble
// ends the process.
func (w *watch) listener() *pebble.EventListener {
	return &pebble.EventListener{
		DataCorruption: func(i pebble.DataCorruptionInfo) {
			w.logger.Errorf("damaged: %s: %v", i.Path, i.Details)
		},
		BackgroundError: w.failed,
		FlushEnd:        func(i pebble.FlushInfo) { w.ended(i.Err) },
		CompactionEnd:   func(i pebble.CompactionInfo) { w.ended(i.Err) },
	}
}

func (w *watch) ended(err error) {
	if err == nil {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.since = time.Time{}
	}
}

func (w *watch) failed(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.since.IsZero():
		w.since = time.Now()
		w.logger.Errorf("background error: %v", err)
	case time.Since(w.since) > patience:
		w.logger.Fatalf("the disk takes no more: %v", err)
	}
}
