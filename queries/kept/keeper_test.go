package kept

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/attendu/attendu/queries"
)

// TestCacheBound: the cache never keeps more than it may, and what is used stays.
func TestCacheBound(t *testing.T) {
	c := newCache(100_000)
	put := func(key string) {
		_, m, mine := c.get(key)
		if !mine {
			t.Fatalf("%s is there", key)
		}
		c.end(key, m, &answer{status: 200, body: make([]byte, 1000)}, true)
	}
	put("used")
	for i := range 1000 {
		put(fmt.Sprint(i))
		if a, _, _ := c.get("used"); a == nil {
			t.Fatalf("what is used is gone after %d", i)
		}
		if e := c.event(true); e.Bytes > 100_000 {
			t.Fatalf("%d bytes are kept", e.Bytes)
		}
	}
	if e := c.event(true); e.Entries < 50 {
		t.Errorf("only %d entries are kept", e.Entries)
	}
	_, m, _ := c.get("great")
	c.end("great", m, &answer{status: 200, body: make([]byte, 90_000)}, true)
	if a, _, _ := c.get("great"); a != nil {
		t.Error("an answer that would push out all others is kept")
	}
}

// slow is a door whose questions wait until they are let go.
func slow(t *testing.T, opt Options) (h http.Handler, asked *atomic.Int32, let chan struct{}) {
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	asked, let = new(atomic.Int32), make(chan struct{})
	return New(lib, opt).Door(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		<-let
		_, _ = w.Write([]byte(r.URL.RawQuery))
	}), Door{}), asked, let
}

func status(h http.Handler, target string) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, nil))
	return w.Code
}

// TestAskedOnce: what many ask for at once is worked out once.
func TestAskedOnce(t *testing.T) {
	h, asked, let := slow(t, Options{})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if s := status(h, "/api/v1/stats"); s != 200 {
				t.Errorf("status %d", s)
			}
		})
	}
	for asked.Load() == 0 {
		runtime.Gosched()
	}
	close(let)
	all.Wait()
	if n := asked.Load(); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

// TestLimit: no more are worked on at a time than may be, and who finds the queue full is
// told to come again.
func TestLimit(t *testing.T) {
	h, asked, let := slow(t, Options{Concurrent: 2, Queue: 1})
	var all sync.WaitGroup
	for i := range 3 {
		all.Go(func() { status(h, fmt.Sprint("/api/v1/stats?", i)) })
	}
	for q := h.(*door).queue; len(q) < cap(q); {
		runtime.Gosched()
	}
	busy := status(h, "/api/v1/stats?more")
	if n := asked.Load(); n > 2 {
		t.Errorf("%d were worked on at a time", n)
	}
	close(let)
	all.Wait()
	if busy != http.StatusServiceUnavailable {
		t.Errorf("one too many got %d", busy)
	}
}

// TestHeavy: answers that take long have their share of the turns and no more: a short one
// is made while they wait for each other.
func TestHeavy(t *testing.T) {
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	let, at := make(chan struct{}), new(atomic.Int32)
	h := New(lib, Options{Concurrent: 3, Heavy: 2}).Door(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/long" {
			at.Add(1)
			<-let
		}
	}), Door{Heavy: func(r *http.Request) bool { return r.URL.Path == "/long" }})
	var all sync.WaitGroup
	for i := range 5 {
		all.Go(func() {
			if s := status(h, fmt.Sprint("/long?", i)); s != http.StatusOK {
				t.Errorf("a long one: %d", s)
			}
		})
	}
	for q := h.(*door).queue; len(q) < 5 || at.Load() < 2; {
		runtime.Gosched()
	}
	if s := status(h, "/short"); s != http.StatusOK { // it would wait for ever
		t.Errorf("a short one: %d", s)
	}
	if n := at.Load(); n != 2 {
		t.Errorf("%d long ones are worked on at a time, want 2", n)
	}
	close(let)
	all.Wait()
}
