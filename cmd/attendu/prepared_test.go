package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// shelf is the folder of what the tests share: the examples, and a library of them.
var shelf string

// shelved runs the tests with a shelf, which is gone behind them.
type shelved struct{ *testing.M }

func (s shelved) Run() int {
	var err error
	if shelf, err = os.MkdirTemp("", "attendu-test"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(shelf)
	return s.M.Run()
}

// sharedExamples is the folder of the examples.
var sharedExamples = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(shelf, "examples")
	return dir, writeExamples(dir)
})

// prepared is a library of the examples, made once: most tests only ask it, and to make it
// takes longer than what they ask.
var prepared = sync.OnceValues(func() (string, error) {
	examples, err := sharedExamples()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(shelf, "prepared.lib")
	_, err = runHere("--library", dir, "index", examples)
	return dir, err
})

// runHere runs a command in this process, and gives what it prints.
func runHere(args ...string) (string, error) {
	var out, errs bytes.Buffer
	if code := run(context.Background(), args, std{in: strings.NewReader(""), out: &out, err: &errs}); code != 0 {
		return "", fmt.Errorf("%v: exit code %d, %s", args, code, &errs)
	}
	return out.String(), nil
}

// copyLibrary is library FOLDER: a library of the examples, as attendu index $EXAMPLES
// makes it.
func copyLibrary(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: library FOLDER")
	}
	from, err := prepared()
	ts.Check(err)
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS(from)))
}

// demoLibrary gives what runs the program on a library of the examples: it returns what a
// command prints, and ends the test when it fails.
func demoLibrary(t *testing.T) (attendu func(args ...string) string) {
	t.Helper()
	from, err := prepared()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "demo.lib")
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return func(args ...string) string {
		t.Helper()
		out, err := runHere(append(args, "--library", dir)...)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}
