package main

import (
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// cost is what something took.
type cost struct{ wall, processor time.Duration }

// spent measures what is done.
func spent(do func() error) (cost, error) {
	begin, before := time.Now(), processor()
	err := do()
	return cost{time.Since(begin), processor() - before}, err
}

// processor is the processor time of the process.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// megabytes is the size of an engine's files.
func megabytes(dir string, e engine) float64 {
	sum := 0.0
	_ = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(p, e.path()) {
			return nil
		}
		if info, err := d.Info(); err == nil {
			sum += float64(info.Size()) / 1e6
		}
		return nil
	})
	return sum
}
