package main

import (
	"fmt"
	"strings"
)

// markdown prints reports as one table: a column for each engine.
func markdown(all []report) string {
	var b strings.Builder
	row := func(name string, cell func(r report) string) {
		fmt.Fprintf(&b, "| %s |", name)
		for _, r := range all {
			fmt.Fprintf(&b, " %s |", cell(r))
		}
		b.WriteString("\n")
	}
	row("", func(r report) string { return r.Engine })
	row("---", func(report) string { return "---:" })
	row("load, quads/s", func(r report) string { return thousands(int64(float64(r.Quads) / r.LoadS)) })
	row("load, s (processor s; of it the stream)", func(r report) string {
		return fmt.Sprintf("%.1f (%.1f; %.1f)", r.LoadS, r.LoadCPUS, r.StreamS)
	})
	row("load, peak memory, MB", func(r report) string { return fmt.Sprint(r.LoadPeak >> 20) })
	row("bytes on disk a quad", func(r report) string { return fmt.Sprintf("%.1f", float64(r.DiskBytes)/float64(r.Quads)) })
	row("close and open, ms", func(r report) string { return fmt.Sprintf("%.1f", r.ReopenMS) })
	for _, q := range questionNames {
		row(label(q, all), func(r report) string { return cell(q, r) })
	}
	row("peak memory, MB", func(r report) string { return fmt.Sprint(r.Peak >> 20) })
	return b.String()
}

// label names a question and its number of results.
func label(q string, all []report) string {
	for _, r := range all {
		if a, ok := r.Answers[q]; ok {
			return fmt.Sprintf("%s (%s), ms", q, thousands(int64(a.N)))
		}
	}
	return q
}

// cell gives median and least time.
func cell(q string, r report) string {
	a, ok := r.Answers[q]
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%.3f (%.3f)", a.MedianMS, a.LeastMS)
}

func thousands(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// compare tells whether all engines gave the same answers; the order of a page is
// that of the engine, so that only its length is the same.
func compare(all []report) error {
	for _, q := range questionNames {
		var first *report
		for i, r := range all {
			got, ok := r.Answers[q]
			if !ok {
				continue
			}
			if first == nil {
				first = &all[i]
			}
			if want := first.Answers[q]; got.N != want.N || q != page && got.Sum != want.Sum {
				return fmt.Errorf("%s: %s has %d results, %s %d, or others", q, first.Engine, want.N, r.Engine, got.N)
			}
			if c, ok := r.Answers[counterpart[q]]; ok && (c.N != got.N || c.Sum != got.Sum) {
				return fmt.Errorf("%s: %s has %d results, and %d when asked directly, or others", q, r.Engine, got.N, c.N)
			}
		}
	}
	return nil
}
