package main

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// acknowledged finds on standard error of index --verbose the records of which it
// was told that they are in the library.
var acknowledged = regexp.MustCompile(`(?m)^added \S*/(JURITEXT\d+)\.xml: \S+$`)

// TestKill kills attendu in mid-indexing, again and again, each time at another
// moment, and opens the library after each: nothing that was acknowledged is lost or
// missing from a search, no decision is there in part, and store, graph and index agree. The command, run
// again, goes on; in the end the library is what one undisturbed run makes.
// ATTENDU_KILLS says how many times.
func TestKill(t *testing.T) {
	kills, decisions := 8, 600
	if testing.Short() {
		kills, decisions = 2, 300
	}
	if n, err := strconv.Atoi(os.Getenv("ATTENDU_KILLS")); err == nil {
		kills = n
	}
	archive := synthtest.Archive(t, synth.Options{Decisions: decisions, Seed: 3})
	undisturbed := filepath.Join(t.TempDir(), "attendu.lib")
	began := time.Now()
	if out, err := attendu("--library", undisturbed, "index", archive).CombinedOutput(); err != nil {
		t.Fatalf("an undisturbed run: %v\n%s", err, out)
	}
	whole, want := time.Since(began), contents(t, undisturbed)

	random := rand.New(rand.NewPCG(1, 2))
	dir, acked, told, runs := filepath.Join(t.TempDir(), "attendu.lib"), map[corpus.Node]bool{}, 0, 0
	for n := 0; n < kills; runs++ {
		stderr, done := killAfter(t, time.Duration(random.Int64N(int64(whole))), "--library", dir, "index", "--verbose", archive)
		for _, m := range acknowledged.FindAllSubmatch(stderr, -1) {
			acked[corpus.Node("dila:"+string(m[1]))] = true
			told++
		}
		sound(t, dir, acked)
		if !done {
			n++
			continue
		}
		if diff := cmp.Diff(want, contents(t, dir)); diff != "" {
			t.Fatalf("a library that was killed differs from one that was not:\n%s", diff)
		}
		dir, acked = filepath.Join(t.TempDir(), "attendu.lib"), map[corpus.Node]bool{}
	}
	t.Logf("%d runs, %d of them killed, %d decisions acknowledged", runs, kills, told)
	if told == 0 && kills > 2 {
		t.Error("nothing was acknowledged before a kill: nothing was tried")
	}
	if out, err := attendu("--library", dir, "index", archive).CombinedOutput(); err != nil {
		t.Fatalf("the last run: %v\n%s", err, out)
	}
	if diff := cmp.Diff(want, contents(t, dir)); diff != "" {
		t.Errorf("a library that was killed differs from one that was not:\n%s", diff)
	}
}

// attendu is the command as a process of its own.
func attendu(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), asAttendu+"=1")
	return c
}

// killAfter starts attendu and kills it, unless it is done before; what it said on
// standard error until then is what a person has seen.
func killAfter(t *testing.T, d time.Duration, args ...string) (stderr []byte, done bool) {
	t.Helper()
	c := attendu(args...)
	var out bytes.Buffer
	c.Stderr = &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(d, func() { _ = c.Process.Kill() })
	defer timer.Stop()
	err := c.Wait()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.Exited()) {
		t.Fatalf("attendu ended by itself: %v\n%s", err, out.Bytes())
	}
	return out.Bytes(), err == nil
}

// sound opens a library that was killed, and checks it.
func sound(t *testing.T, dir string, acked map[corpus.Node]bool) {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{})
	if queries.CodeOf(err) == queries.NotFound && len(acked) == 0 {
		return // killed before there was a library
	}
	if err != nil {
		t.Fatalf("open after a kill: %v", err)
	}
	defer lib.Close()
	faults, err := lib.Check(context.Background())
	if err != nil || len(faults) > 0 {
		t.Fatalf("after a kill: %v, %v", faults, err)
	}
	found := searched(t, lib)
	for node := range acked {
		if _, err := lib.Store().Get(context.Background(), node); err != nil {
			t.Fatalf("%s was acknowledged: %v", node, err)
		}
		if !found[node] {
			t.Fatalf("%s was acknowledged, and is not found by a search", node)
		}
	}
}

// searched are the decisions that a search for a word of all finds, page by page.
func searched(t *testing.T, lib *queries.Library) map[corpus.Node]bool {
	t.Helper()
	found, req := map[corpus.Node]bool{}, queries.SearchRequest{Text: "article", Sort: "date", Limit: 200}
	for {
		ans, err := lib.Search(context.Background(), req)
		if err != nil {
			t.Fatalf("search after a kill: %v", err)
		}
		for _, h := range ans.Hits {
			found[h.Node] = true
		}
		if req.After = ans.Next; req.After == "" {
			return found
		}
	}
}

// contents is all that a library holds, by node.
func contents(t *testing.T, dir string) map[corpus.Node]*corpus.Decision {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	all := map[corpus.Node]*corpus.Decision{}
	for d, err := range lib.Store().Decisions(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		all[d.Node] = d
	}
	return all
}
