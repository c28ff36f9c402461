package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"
)

// startMemory is how much memory the process may take before garbage is collected for
// the first time. The rules take some 30 MB of it and leave little behind, but are read
// into a heap that grows from nothing, so that they would be looked through again and
// again: a third of the processor time of a short command.
const startMemory = 64 << 20

// collecting is how garbage is collected. Who sets GOGC or GOMEMLIMIT has it his way.
type collecting struct {
	mu     sync.Mutex
	chosen bool // by a command
}

// late puts the first collection of garbage off until startMemory is taken; from then on
// garbage is collected as always, unless a command has chosen another way.
func (g *collecting) late() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(startMemory)
	runtime.AddCleanup(new([64]byte), func(struct{}) { // found by the first collection
		g.mu.Lock()
		defer g.mu.Unlock()
		if !g.chosen {
			debug.SetMemoryLimit(limit)
			debug.SetGCPercent(percent)
		}
	}, struct{}{})
}

// choose is the way of a command that works for long: the collector works harder when the
// process takes more than limit bytes, and below that the heap may grow by so many per cent
// of what is in use before it is collected.
func (g *collecting) choose(limit int64, percent int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.chosen = true
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// garbage is how this process collects it.
var garbage collecting
