// Command sidebyside indexes the same words in attendu's text index and in SQLite's FTS5,
// asks both the same questions, and prints in Markdown how much of the first ten they
// share, and what each costs.
//
//	go run . -n 10000 -dir /tmp/sidebyside
//
// The decisions are those of corpus/synth, without zones, so that both rank plain text.
// FTS5 gets the words as the analyzer of attendu gives them. Its idf is 0 for a word that
// half of the decisions have, and less than that of attendu for one that nearly half have:
// where such a word stands beside others the first ten differ by up to four. The module is
// apart so that attendu does not depend on SQLite.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	n := flag.Int("n", 5000, "number of decisions")
	dir := flag.String("dir", "", "folder for both indexes (default: a temporary one)")
	times := flag.Int("times", 20, "how often each question is asked")
	flag.Parse()
	if err := run(context.Background(), *n, *dir, *times); err != nil {
		fmt.Fprintln(os.Stderr, "sidebyside:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, n int, dir string, times int) error {
	if dir == "" {
		temp, err := os.MkdirTemp("", "sidebyside")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		dir = temp
	}
	engines := []engine{&ours{dir: filepath.Join(dir, "text")}, &fts{file: filepath.Join(dir, "fts.db")}}
	fmt.Printf("| engine | decisions | processor s | MB |\n|---|---|---|---|\n")
	for _, e := range engines {
		defer e.close()
		cost, err := spent(func() error { return e.fill(ctx, n) })
		if err != nil {
			return fmt.Errorf("%s: %w", e.name(), err)
		}
		fmt.Printf("| %s | %d | %.1f | %.0f |\n", e.name(), n, cost.processor.Seconds(), megabytes(dir, e))
	}
	fmt.Printf("\n| question | found | first ten shared | attendu ms | processor ms | FTS5 ms | processor ms |\n|---|---|---|---|---|---|---|\n")
	for _, q := range questions {
		if err := compare(ctx, q, engines, times); err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
	}
	return nil
}
