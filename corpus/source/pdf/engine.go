package pdf

import (
	"context"
	"io"
	"runtime"
	"sync"
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
// and compiled, which is made when there is much to read, and replaces the other.
// Both give the same text. Nothing happens before the first PDF.
type engine struct {
	mu          sync.Mutex
	interpreted *shape
	compiled    *shape
	pages       int
	behind      sync.Once // starts to compile
	compile     func() (*shape, error)
}

// shape is a pool of instances, and how many are in use.
type shape struct {
	pdfium.Pool
	users int
}

var shared = &engine{compile: sync.OnceValues(func() (*shape, error) { return start(wazero.NewRuntimeConfig()) })}

// start makes a pool whose instances see no file, no clock and no standard
// stream, and have a bounded memory.
func start(config wazero.RuntimeConfig) (*shape, error) {
	workers := runtime.GOMAXPROCS(0)
	pool, err := webassembly.Init(webassembly.Config{
		Context:      experimental.WithCompilationWorkers(context.Background(), workers),
		MaxIdle:      1,
		MaxTotal:     workers,
		ReuseWorkers: true,
		FSConfig:     wazero.NewFSConfig(),
		Stdout:       io.Discard,
		Stderr:       io.Discard,
		RuntimeConfig: config.
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(maxMemory >> 16).
			WithCloseOnContextDone(true),
	})
	return &shape{Pool: pool}, err
}

// take gives the shape to read with; give takes it back. long says that the PDF
// at hand alone is worth compiling for.
func (e *engine) take(long bool) (*shape, error) {
	if long {
		if err := e.switchOver(); err != nil {
			return nil, err
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	s := e.compiled
	if s == nil {
		if e.interpreted == nil {
			started, err := start(wazero.NewRuntimeConfigInterpreter())
			if err != nil {
				return nil, err
			}
			e.interpreted = started
		}
		s = e.interpreted
	}
	s.users++
	return s, nil
}

func (e *engine) give(s *shape) {
	e.mu.Lock()
	defer e.mu.Unlock()
	s.users--
	e.retire()
}

// retire frees the interpreted shape, some 130 MB, when it is not needed any more.
func (e *engine) retire() {
	if e.compiled != nil && e.interpreted != nil && e.interpreted.users == 0 {
		e.interpreted.Close()
		e.interpreted = nil
	}
}

// switchOver compiles PDFium, or waits until that is done.
func (e *engine) switchOver() error {
	compiled, err := e.compile()
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.compiled = compiled
	e.retire()
	return nil
}

// note counts pages that were read, and has PDFium compiled behind the reading
// once they are many. When that fails, the interpreter goes on.
func (e *engine) note(pages int) {
	e.mu.Lock()
	e.pages += pages
	many := e.pages > patience && e.compiled == nil
	e.mu.Unlock()
	if many {
		e.behind.Do(func() { go e.switchOver() })
	}
}
