package queries_test

import (
	"context"
	"errors"
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

// atFirst does something when it is first written to.
type atFirst struct {
	do   func() error
	done bool
}

func (w *atFirst) Write(b []byte) (int, error) {
	if !w.done {
		w.done = true
		if err := w.do(); err != nil {
			return 0, err
		}
	}
	return len(b), nil
}

// TestExportStops: an export that is stopped on its way, by who asked for it or by what it
// writes to, leaves no goroutine and nothing open, so that the library closes without a word.
func TestExportStops(t *testing.T) {
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Add(context.Background(), []string{synthtest.Archive(t, synth.Options{Decisions: 300})}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	citations := queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"citations"}}
	if err := lib.ExportTo(context.Background(), io.Discard, citations); err != nil { // what stays open once, is
		t.Fatal(err)
	}
	before, full := runtime.NumGoroutine(), errors.New("full")
	for _, req := range []queries.ExportRequest{citations, {Formats: []string{"nquads"}}, {Formats: []string{"gexf"}}} {
		ctx, cancel := context.WithCancel(context.Background())
		w := &atFirst{do: func() error { cancel(); return nil }}
		if err := lib.ExportTo(ctx, w, req); queries.CodeOf(err) != queries.Canceled || !w.done {
			t.Errorf("%v, cancelled while it writes: %v", req.Formats, err)
		}
		cancel()
		if err := lib.ExportTo(context.Background(), &atFirst{do: func() error { return full }}, req); !errors.Is(err, full) {
			t.Errorf("%v, cannot write: %v", req.Formats, err)
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
	if err := lib.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}
