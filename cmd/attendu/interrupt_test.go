package main

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
)

// TestInterrupt interrupts indexing as Ctrl-C does: it ends by itself between two
// batches, says that the same command goes on from there, and that command does.
func TestInterrupt(t *testing.T) {
	archive := synthtest.Archive(t, synth.Options{Decisions: 400, Seed: 4})
	dir := filepath.Join(t.TempDir(), "attendu.lib")
	c := attendu("--library", dir, "index", "--verbose", archive)
	stderr, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	added, last := 0, ""
	for lines := bufio.NewScanner(stderr); lines.Scan(); last = lines.Text() {
		if strings.HasPrefix(lines.Text(), "added ") {
			if added++; added == 1 {
				if err := c.Process.Signal(os.Interrupt); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitCanceled || last != "attendu: interrupted" {
		t.Fatalf("ended with %v, saying %q", err, last)
	}
	if added == 0 || added >= 400 {
		t.Errorf("%d of 400 decisions were added before the end", added)
	}
	out, err := attendu("--library", dir, "index", archive).Output()
	if err != nil || !strings.HasPrefix(string(out), "indexed ") || strings.HasPrefix(string(out), "indexed 400,") {
		t.Errorf("going on: %q, %v", out, err)
	}
	sound(t, dir, nil)
}
