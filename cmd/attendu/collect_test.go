package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestCollectLate: the first collection sets what was put off back to what it was, but not
// what a command has chosen meanwhile.
func TestCollectLate(t *testing.T) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		t.Skip("the environment says how garbage is collected")
	}
	for name, c := range map[string]struct {
		choose  bool
		limit   int64
		percent int
	}{
		"as always": {false, math.MaxInt64, 100},
		"chosen":    {true, memoryGoal, garbageGoal},
	} {
		t.Run(name, func(t *testing.T) {
			defer debug.SetGCPercent(debug.SetGCPercent(100))
			defer debug.SetMemoryLimit(debug.SetMemoryLimit(math.MaxInt64))
			var g collecting
			g.late()
			if limit, percent := set(); limit != startMemory || percent != -1 {
				t.Errorf("at the start: limit %d, percent %d; want %d and -1", limit, percent, startMemory)
			}
			if c.choose {
				g.choose(memoryGoal, garbageGoal)
			}
			for range 200 { // the cleanup comes some time after a collection
				runtime.GC()
				if limit, _ := set(); !c.choose && limit == c.limit {
					break
				}
				time.Sleep(time.Millisecond)
			}
			if limit, percent := set(); limit != c.limit || percent != c.percent {
				t.Errorf("after a collection: limit %d, percent %d; want %d and %d", limit, percent, c.limit, c.percent)
			}
		})
	}
}

// set is how garbage is collected at present.
func set() (limit int64, percent int) {
	percent = debug.SetGCPercent(100)
	debug.SetGCPercent(percent)
	return debug.SetMemoryLimit(-1), percent
}
