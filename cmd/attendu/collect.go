package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// startMemory is how much memory the process may take before garbage is collected for
// the first time. The rules take some 30 MB of it and leave little behind, but are read
// into a heap that grows from nothing, so that they would be looked through again and
// again: a third of the processor time of a short command.
const startMemory = 64 << 20

// collectLate puts the first collection of garbage off until startMemory is taken; from
// then on garbage is collected as always. Who sets GOGC or GOMEMLIMIT has it his way.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(startMemory)
	runtime.AddCleanup(new([64]byte), func(struct{}) { // found by the first collection
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}, struct{}{})
}
