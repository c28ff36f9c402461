// Command sidebyside loads one graph into the quad store (incremental and bulk), into
// SQLite and into memory, asks all of them the same questions, checks that they answer
// alike, and prints one table in Markdown.
//
//	go run . -n 100000 -dir /tmp/sidebyside
//
// Each engine runs in a process of its own, one after the other, so that its memory
// and processor time are its own. Figures are for decisions of 40 quads that
// quadsOf invents; the module is apart so that attendu does not depend on SQLite.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	n := flag.Int("n", 100_000, "number of decisions, of 40 quads each")
	dir := flag.String("dir", "", "folder for the databases (default: a temporary one)")
	only := flag.String("engines", strings.Join(engineNames, ","), "engines to run, with commas")
	child := flag.String("engine", "", "run this engine only and print JSON")
	memory := flag.Int64("memory", 0, "bytes that the bulk load may keep in memory (default: its own)")
	patience := flag.Duration("patience", 2*time.Second, "how long a question is asked again")
	flag.Parse()
	s := settings{N: *n, Dir: *dir, Memory: *memory, Patience: *patience}
	if err := run(s, *child, strings.Split(*only, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "sidebyside:", err)
		os.Exit(1)
	}
}

// settings of a run.
type settings struct {
	N        int
	Dir      string
	Memory   int64
	Patience time.Duration
}

func run(s settings, child string, engines []string) (err error) {
	if child != "" {
		r, err := measure(context.Background(), child, s)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(r)
	}
	if s.Dir == "" {
		if s.Dir, err = os.MkdirTemp("", "sidebyside"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(s.Dir)) }()
	}
	var all []report
	for _, e := range engines {
		r, err := inChild(e, s)
		if err != nil {
			return fmt.Errorf("%s: %w", e, err)
		}
		all = append(all, r)
	}
	fmt.Print(markdown(all))
	return compare(all)
}

// inChild measures an engine in a process of its own.
func inChild(engine string, s settings) (r report, err error) {
	exe, err := os.Executable()
	if err != nil {
		return r, err
	}
	dir := filepath.Join(s.Dir, engine)
	if err := os.RemoveAll(dir); err != nil {
		return r, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return r, err
	}
	cmd := exec.Command(exe, "-engine", engine, "-n", fmt.Sprint(s.N), "-dir", dir,
		"-memory", fmt.Sprint(s.Memory), "-patience", s.Patience.String())
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(out, &r)
}
