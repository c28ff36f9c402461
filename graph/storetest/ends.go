package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

func canceled(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := s.Put(ctx, []*corpus.Decision{Decision("dila:B", "18-21.434", "2018-03-14")}); !errors.Is(err, context.Canceled) {
		t.Errorf("put after cancel: %v", err)
	}
	for _, err := range s.Citing(ctx, "code-civil/9") {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("citing after cancel: %v", err)
		}
	}
	if _, err := s.Get(ctx, "dila:A"); !errors.Is(err, context.Canceled) {
		t.Errorf("get after cancel: %v", err)
	}
}

// closedWhileReading: a store closed by its own reader ends the stream, and
// everything after it, with ErrClosed.
func closedWhileReading(t *testing.T, s graph.Store) {
	ctx := context.Background()
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"),
		Decision("dila:B", "18-21.434", "2019-03-14", "code-civil/9"))
	var last error
	for _, err := range s.Citing(ctx, "code-civil/9") {
		if last = err; last == nil {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_, get := s.Get(ctx, "dila:A")
	_, write := s.Put(ctx, []*corpus.Decision{Decision("dila:C", "19-21.434", "2020-03-14")})
	_, resolve := s.Resolve(ctx, "cass/17-21434")
	_, stats := s.Stats(ctx)
	for what, err := range map[string]error{"stream": last, "get": get, "put": write, "resolve": resolve, "stats": stats} {
		if !errors.Is(err, graph.ErrClosed) {
			t.Errorf("%s after close: %v, want ErrClosed", what, err)
		}
	}
}
