package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestCollectLate: the first collection sets what was put off back to what it was.
func TestCollectLate(t *testing.T) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		t.Skip("the environment says how garbage is collected")
	}
	collectLate()
	if got := debug.SetMemoryLimit(-1); got != startMemory {
		t.Errorf("the limit is %d, want %d", got, startMemory)
	}
	for range 1000 {
		runtime.GC()
		if debug.SetMemoryLimit(-1) == math.MaxInt64 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	percent := debug.SetGCPercent(100)
	if limit := debug.SetMemoryLimit(-1); limit != math.MaxInt64 || percent != 100 {
		t.Errorf("after a collection: limit %d, percent %d; want none and 100", limit, percent)
	}
}
