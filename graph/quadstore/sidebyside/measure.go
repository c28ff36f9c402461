package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// report is what one engine did.
type report struct {
	Engine    string            `json:"engine"`
	Quads     int               `json:"quads"`
	LoadS     float64           `json:"load_s"`
	LoadCPUS  float64           `json:"load_cpu_s"`
	StreamS   float64           `json:"stream_cpu_s"` // of LoadCPUS, for inventing the quads
	LoadPeak  int64             `json:"load_peak_bytes"`
	DiskBytes int64             `json:"disk_bytes"`
	ReopenMS  float64           `json:"reopen_ms"`
	Peak      int64             `json:"peak_bytes"`
	Answers   map[string]answer `json:"answers"`
}

// answer to a question. Sum is the same for the same values in any order.
type answer struct {
	N        int     `json:"n"`
	Sum      uint64  `json:"sum"`
	MedianMS float64 `json:"median_ms"`
	LeastMS  float64 `json:"least_ms"`
}

// measure loads an engine and asks it everything.
func measure(ctx context.Context, name string, s settings) (r report, err error) {
	e, err := newEngine(name, s)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, e.close()) }()
	r = report{Engine: name, Answers: map[string]answer{}}
	start := processorTime()
	for range graphOf(s.N) {
		r.Quads++
	}
	r.StreamS = (processorTime() - start).Seconds()
	began, start := time.Now(), processorTime()
	if err := e.load(ctx, s.N); err != nil {
		return r, fmt.Errorf("load: %w", err)
	}
	r.LoadS, r.LoadCPUS = time.Since(began).Seconds(), (processorTime() - start).Seconds()
	r.LoadPeak = peakMemory()
	began = time.Now()
	if err := e.reopen(ctx); err != nil {
		return r, fmt.Errorf("reopen: %w", err)
	}
	r.ReopenMS = ms(time.Since(began))
	if r.DiskBytes, err = e.size(); err != nil {
		return r, fmt.Errorf("size: %w", err)
	}
	all := e.questions()
	for _, q := range questionNames {
		if all[q] == nil {
			continue
		}
		if r.Answers[q], err = ask(ctx, all[q], s.Patience); err != nil {
			return r, fmt.Errorf("%s: %w", q, err)
		}
	}
	r.Peak = peakMemory()
	return r, nil
}

// ask asks once for the values and up to 51 times for the time.
func ask(ctx context.Context, q question, patience time.Duration) (a answer, err error) {
	a.N, err = q(ctx, func(value string) {
		h := fnv.New64a()
		h.Write([]byte(value))
		a.Sum += h.Sum64()
	})
	if err != nil {
		return a, err
	}
	var times []time.Duration
	for begun := time.Now(); len(times) < 51 && (len(times) < 3 || time.Since(begun) < patience); {
		start := time.Now()
		n, err := q(ctx, nil)
		times = append(times, time.Since(start))
		if err != nil {
			return a, err
		}
		if n != a.N {
			return a, fmt.Errorf("%d results, then %d", a.N, n)
		}
	}
	slices.Sort(times)
	a.MedianMS, a.LeastMS = ms(times[len(times)/2]), ms(times[0])
	return a, nil
}

func ms(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory is the most the process has had resident, in bytes; 0 where the system
// does not tell.
func peakMemory() int64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		var kb int64
		if n, _ := fmt.Sscanf(in.Text(), "VmHWM: %d kB", &kb); n == 1 {
			return kb << 10
		}
	}
	return 0
}

// settled waits until the bytes under a folder have been the same for two seconds, at
// most for a minute: files that a database has replaced go a little later.
func settled(dir string) (total int64, err error) {
	for same, turn := 0, 0; same < 4 && turn < 120; turn++ {
		n, err := diskUsage(dir)
		if err != nil {
			return 0, err
		}
		if same++; n != total {
			same, total = 0, n
		}
		time.Sleep(500 * time.Millisecond)
	}
	return total, nil
}

// diskUsage sums the sizes of the files under a folder.
func diskUsage(dir string) (total int64, err error) {
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if errors.Is(err, os.ErrNotExist) { // removed since
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		if err == nil && !strings.HasSuffix(path, ".log") { // a journal that is used again
			total += info.Size()
		}
		return err
	})
	return total, err
}
