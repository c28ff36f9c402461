package pdf

import (
	"context"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// What one PDF may use.
const (
	maxPages  = 5000
	maxMemory = 1 << 30 // bytes of the sandbox, the file included
	maxTime   = 2 * time.Minute
)

// patience is how many pages are read by the interpreter before compiling is
// worth its time: it reads a page in about 0.2 s, and compiling takes about 5 s.
const patience = 20

// engine holds PDFium in its two shapes: interpreted, which is there at once,
// and compiled, which is made when there is much to read. Both give the same
// text. Nothing happens before the first PDF.
type engine struct {
	interpreted func() (pdfium.Pool, error)
	compiled    func() (pdfium.Pool, error)
	ready       atomic.Bool // compiled will not make one wait
	behind      sync.Once   // starts to compile
	pages       atomic.Int64
}

var shared = &engine{
	interpreted: sync.OnceValues(func() (pdfium.Pool, error) { return start(wazero.NewRuntimeConfigInterpreter()) }),
	compiled:    sync.OnceValues(func() (pdfium.Pool, error) { return start(wazero.NewRuntimeConfig()) }),
}

// start makes a pool whose instances see no file, no clock and no standard
// stream, and have a bounded memory.
func start(config wazero.RuntimeConfig) (pdfium.Pool, error) {
	workers := runtime.GOMAXPROCS(0)
	return webassembly.Init(webassembly.Config{
		Context:  experimental.WithCompilationWorkers(context.Background(), workers),
		MaxIdle:  1,
		MaxTotal: workers,
		FSConfig: wazero.NewFSConfig(),
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: config.
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(maxMemory >> 16).
			WithCloseOnContextDone(true),
	})
}

// pool gives the shape to read with. long says that the PDF at hand alone is
// worth compiling for.
func (e *engine) pool(long bool) (pdfium.Pool, error) {
	if long || e.ready.Load() {
		return e.compiled()
	}
	return e.interpreted()
}

// note counts pages that were read, and has PDFium compiled behind the reading
// once they are many.
func (e *engine) note(pages int) {
	if e.pages.Add(int64(pages)) <= patience {
		return
	}
	e.behind.Do(func() {
		go func() {
			if _, err := e.compiled(); err == nil {
				e.ready.Store(true)
			}
		}()
	})
}
