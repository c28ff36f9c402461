package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var graphSample = regexp.MustCompile(`(?m)^\$ attendu graph (--gizmo|--graphql) '([^']*)'$`)

// TestGraphPages wants the queries of docs/graph.md and the README to print what the
// pages show. UPDATE=1 writes what it prints into them.
func TestGraphPages(t *testing.T) {
	attendu := demoLibrary(t)
	n := 0
	for _, path := range []string{"../../docs/graph.md", "../../README.md", "../../README.fr.md"} {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fresh := string(page)
		for _, block := range sampleBlocks(fresh) {
			m := graphSample.FindStringSubmatch(block)
			if m == nil {
				continue
			}
			n++
			got := m[0] + "\n" + strings.TrimSpace(attendu("graph", m[1], m[2]))
			if got = shortened(strings.TrimSpace(got)); got == block {
				continue
			}
			if os.Getenv("UPDATE") == "" {
				t.Errorf("%s has\n%s\nand the program prints\n%s", path, block, got)
			}
			fresh = strings.Replace(fresh, "\n"+block+"\n", "\n"+got+"\n", 1)
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, []byte(fresh), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n < 35 {
		t.Errorf("%d samples only", n)
	}
}

// shortened leaves out the end of a long list of nodes, as the pages do.
func shortened(sample string) string {
	lines := strings.Split(sample, "\n")
	if len(lines) <= 9 || strings.HasPrefix(lines[1], "{") {
		return sample
	}
	return strings.Join(lines[:7], "\n") + "\n…"
}

// TestGraphInterrupt interrupts an endless query as Ctrl-C does.
func TestGraphInterrupt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "attendu.lib")
	text := filepath.Join(t.TempDir(), "order.txt")
	if err := os.WriteFile(text, []byte(order), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := attendu("--library", dir, "index", text).CombinedOutput(); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	c := attendu("--library", dir, "graph", "--timeout", "1h", "--gizmo", `g.emit(1); while (true) {}`)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * time.Second) // until it runs; earlier is as good
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := c.Wait()
	exit, ok := err.(*exec.ExitError)
	if !ok || exit.ExitCode() != exitCanceled {
		t.Errorf("it ended with %v", err)
	}
}
