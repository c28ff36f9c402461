package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
)

const killDir = "ATTENDU_TEST_KILL_DIR"

// TestKillReplacing kills, again and again, a process that adds, replaces, forgets
// and recalls decisions, and opens the store after each: nothing that was
// acknowledged is lost, and no decision is there in part or twice. ATTENDU_KILLS
// says how many times.
func TestKillReplacing(t *testing.T) {
	if dir := os.Getenv(killDir); dir != "" {
		replaceForEver(dir)
	}
	kills := 10
	if testing.Short() {
		kills = 3
	}
	if n, err := strconv.Atoi(os.Getenv("ATTENDU_KILLS")); err == nil {
		kills = n
	}
	r := rand.New(rand.NewPCG(1, 1))
	dir, state, told := filepath.Join(t.TempDir(), "store"), map[corpus.Node]int{}, 0
	for n := range kills {
		// At least one batch is acknowledged; the kill comes up to 200 ms later.
		out := killed(t, dir, time.Duration(r.IntN(200))*time.Millisecond)
		for line := range strings.Lines(out) {
			if node, version, ok := strings.Cut(strings.TrimSpace(line), " "); ok && strings.HasSuffix(line, "\n") {
				state[corpus.Node(node)], _ = strconv.Atoi(version)
				told++
			}
		}
		began := time.Now()
		s, err := graph.Open(dir, graph.Options{MustExist: true})
		if err != nil {
			t.Fatalf("open after kill %d: %v", n, err)
		}
		t.Logf("kill %d: opened in %v", n, time.Since(began))
		if err := s.Check(context.Background()); err != nil {
			t.Fatalf("after kill %d: %v", n, err)
		}
		afterKill(t, s, state)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if told < kills {
		t.Errorf("%d acknowledged in %d runs", told, kills)
	}
}

// afterKill compares a store with what was acknowledged. What comes after that in a
// batch that was on its way is there as a whole, or not at all: version tells.
func afterKill(t *testing.T, s graph.Store, state map[corpus.Node]int) {
	t.Helper()
	held := map[corpus.Node]int{}
	for d, err := range s.Decisions(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		held[d.Node] = versionOf(d)
	}
	batches := map[int]int{} // version of what is newer than acknowledged, by batch
	for i := range killNodes {
		node := killNode(i)
		acked, got := state[node], held[node]
		if acked < 0 { // forgotten
			acked = 0
		}
		if got == acked {
			continue
		}
		if got != 0 && got < acked {
			t.Fatalf("%s has version %d, %d was acknowledged", node, got, acked)
		}
		batches[i/killBatch]++
		state[node] = got
	}
	for batch, n := range batches {
		if n != killBatch && n != 1 { // 1: forgotten or recalled by itself
			t.Fatalf("%d decisions of batch %d are newer than acknowledged", n, batch)
		}
	}
	if len(batches) > 1 {
		t.Fatalf("parts of %d batches are newer than acknowledged", len(batches))
	}
}

// killed runs replaceForEver and kills it some time after its first batch; it gives
// what was acknowledged.
func killed(t *testing.T, dir string, after time.Duration) string {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestKillReplacing$")
	c.Env = append(os.Environ(), killDir+"="+dir)
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	all.WriteString(first)
	if err == nil {
		time.AfterFunc(after, func() { _ = c.Process.Kill() })
		_, _ = lines.WriteTo(&all)
	}
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the process ended by itself: %v\n%s", err, stderr.Bytes())
	}
	return all.String()
}

const (
	killNodes = 60
	killBatch = 10
)

func killNode(i int) corpus.Node { return corpus.Node(fmt.Sprintf("dila:%03d", i)) }

// killDecision is version v of a decision: its citations tell which.
func killDecision(i, v int) *corpus.Decision {
	cites := []corpus.Key{"code-civil/9", corpus.Key(fmt.Sprintf("code-civil/%d", 1000+v))}
	for k := range 12 {
		cites = append(cites, corpus.Key(fmt.Sprintf("code-civil/%d", 10+(v*k)%50)))
	}
	return storetest.Decision(string(killNode(i)), fmt.Sprintf("17-%05d", i), "2018-03-14", cites...)
}

func versionOf(d *corpus.Decision) int {
	v, _ := strconv.Atoi(strings.TrimPrefix(string(d.Citations[1].Key), "code-civil/"))
	return v - 1000
}

// replaceForEver replaces batch after batch, and prints what is acknowledged: a node
// and its version, -1 for one that is forgotten.
func replaceForEver(dir string) {
	ctx := context.Background()
	s, err := graph.Open(dir, graph.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	version := 1
	for d, derr := range s.Decisions(ctx) {
		if err = derr; err == nil {
			version = max(version, versionOf(d)+1)
		}
	}
	for i := range killNodes { // what was forgotten when the last process ended
		if rerr := s.Recall(ctx, killNode(i)); err == nil && !errors.Is(rerr, graph.ErrNotFound) {
			err = rerr
		}
	}
	for n := 0; err == nil; n++ {
		at := n * killBatch % killNodes
		if _, gone := s.Get(ctx, killNode(at)); n%4 == 3 && gone == nil { // forgotten, and recalled
			if err = s.Forget(ctx, killNode(at)); err != nil {
				break
			}
			fmt.Printf("%s -1\n", killNode(at))
			if err = s.Recall(ctx, killNode(at)); err != nil {
				break
			}
		}
		var batch []*corpus.Decision
		for i := at; i < at+killBatch; i++ {
			batch = append(batch, killDecision(i, version))
		}
		var acked strings.Builder
		var outcomes []graph.Outcome
		if outcomes, err = s.Put(ctx, batch); err == nil {
			for _, o := range outcomes {
				if o != graph.Added && o != graph.Replaced {
					err = fmt.Errorf("a new version was %v", o)
				}
			}
			for i := at; i < at+killBatch; i++ {
				fmt.Fprintf(&acked, "%s %d\n", killNode(i), version)
			}
			fmt.Print(acked.String())
		}
		version++
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
