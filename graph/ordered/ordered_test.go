package ordered_test

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/attendu/attendu/graph/ordered"
)

// numbers yields 0 to n-1, then an error unless it is nil, and counts what it gave.
func numbers(n int, last error, given *atomic.Int64) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			given.Add(1)
			if !yield(i, nil) {
				return
			}
		}
		if last != nil {
			yield(0, last)
		}
	}
}

// unevenly takes longer for some numbers than for those behind them.
func unevenly(_ context.Context, i int) (int, error) {
	if i%7 == 0 {
		time.Sleep(time.Millisecond)
	}
	return i * i, nil
}

// ended fails when goroutines are left that were not there before.
func ended(t *testing.T, before int) {
	t.Helper()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func TestOrder(t *testing.T) {
	before := runtime.NumGoroutine()
	var given atomic.Int64
	var got []int
	for v, err := range ordered.Map(context.Background(), numbers(500, nil, &given), unevenly) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, v)
	}
	var want []int
	for i := range 500 {
		want = append(want, i*i)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	ended(t, before)
}

// TestFirstError wants what came before an error, the error, and nothing behind it.
func TestFirstError(t *testing.T) {
	before, wrong := runtime.NumGoroutine(), errors.New("wrong")
	odd := func(ctx context.Context, i int) (int, error) {
		if i == 5 || i == 6 {
			return 0, wrong
		}
		return unevenly(ctx, i)
	}
	for name, seq := range map[string]iter.Seq2[int, error]{
		"do": ordered.Map(context.Background(), numbers(50, nil, new(atomic.Int64)), odd),
		"in": ordered.Map(context.Background(), numbers(5, wrong, new(atomic.Int64)), unevenly),
	} {
		var got []int
		var last error
		for v, err := range seq {
			if last != nil {
				t.Errorf("%s: more came behind the error", name)
			}
			if last = err; err == nil {
				got = append(got, v)
			}
		}
		if !errors.Is(last, wrong) || !slices.Equal(got, []int{0, 1, 4, 9, 16}) {
			t.Errorf("%s: %v, %v", name, got, last)
		}
	}
	ended(t, before)
}

// TestStops wants no goroutine left, and no more read than the workers need, of one who
// stops listening, and of one who is cancelled while a worker waits.
func TestStops(t *testing.T) {
	before := runtime.NumGoroutine()
	var given atomic.Int64
	for v := range ordered.Map(context.Background(), numbers(1<<40, nil, &given), unevenly) {
		if v == 100 {
			break
		}
	}
	if most := int64(10 + 1 + 3*runtime.GOMAXPROCS(0) + 1); given.Load() > most {
		t.Errorf("%d were read, at most %d are needed", given.Load(), most)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	waits := func(ctx context.Context, i int) (int, error) {
		if i == 3 {
			cancel()
			<-ctx.Done()
			return 0, ctx.Err()
		}
		return i, nil
	}
	var last error
	for _, err := range ordered.Map(ctx, numbers(1<<40, nil, &given), waits) {
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("cancelled: %v", last)
	}
	ended(t, before)
}

func TestBatches(t *testing.T) {
	wrong := errors.New("wrong")
	for _, c := range []struct {
		n    int
		last error
		want []int // the lengths
	}{{0, nil, nil}, {3, nil, []int{3}}, {4, nil, []int{4}}, {9, nil, []int{4, 4, 1}}, {5, wrong, []int{4, 1}}} {
		var lengths, all []int
		var last error
		for b, err := range ordered.Batches(numbers(c.n, c.last, new(atomic.Int64)), 4) {
			if last = err; err == nil {
				lengths, all = append(lengths, len(b)), append(all, b...)
			}
		}
		if !slices.Equal(lengths, c.want) || len(all) != c.n || !slices.IsSorted(all) || !errors.Is(last, c.last) {
			t.Errorf("%d: lengths %v of %v, %v", c.n, lengths, all, last)
		}
	}
}
