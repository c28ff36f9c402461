package quadstore_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"
	"github.com/cayleygraph/cayley/graph/path/pathtest"
)

// newOnDisk is Cayley's testutil.DatabaseFunc. Every store is checked at the end
// of its test.
func newOnDisk(t testing.TB) (graph.QuadStore, graph.Options, func()) {
	dir := t.TempDir()
	opt := graph.Options{"nosync": true, "cache_mb": 8, "memtable_mb": 4}
	if err := graph.InitQuadStore(quadstore.Name, dir, opt); err != nil {
		t.Fatal(err)
	}
	qs, err := graph.NewQuadStore(quadstore.Name, dir, opt)
	if err != nil {
		t.Fatal(err)
	}
	return qs, graph.Options{}, func() {
		s := qs.(*quadstore.Store)
		if err := s.Check(context.Background()); err != nil {
			t.Error(err)
		}
		if err := s.Err(); err != nil {
			t.Error("lost: ", err)
		}
		if err := s.Close(); err != nil {
			t.Error("close: ", err)
		}
	}
}

// cayleyData changes to the folder of the Cayley module: its suites look for
// the folder data in the working directory.
func cayleyData(t *testing.T) {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Fatalf("where is Cayley's source? go list: %v", err)
	}
	t.Chdir(strings.TrimSpace(string(dir)))
}

func TestCayleyConformance(t *testing.T) {
	cayleyData(t)
	graphtest.TestAll(t, newOnDisk, &graphtest.Config{OptimizesComparison: true})
}

func TestCayleyPaths(t *testing.T) {
	cayleyData(t)
	pathtest.RunTestMorphisms(t, newOnDisk)
}

// TestCayleyIntegration asks Gizmo queries of half a million quads about films, which
// the Cayley module brings.
func TestCayleyIntegration(t *testing.T) {
	cayleyData(t)
	t.Chdir("graph/graphtest")
	graphtest.TestIntegration(t, newOnDisk, true)
}

func TestRegistry(t *testing.T) {
	dir := t.TempDir()
	if _, err := graph.NewQuadStore(quadstore.Name, dir, nil); err != graph.ErrNotInitialized {
		t.Errorf("open before init: %v", err)
	}
	if err := graph.InitQuadStore(quadstore.Name, dir, nil); err != nil {
		t.Fatal(err)
	}
	if err := graph.InitQuadStore(quadstore.Name, dir, nil); err != graph.ErrDatabaseExists {
		t.Errorf("init twice: %v", err)
	}
	if !graph.IsPersistent(quadstore.Name) {
		t.Error("not persistent")
	}
	for _, opt := range []graph.Options{{"nosync": 1}, {"cache_mb": "8"}, {"fs": 1}, {"logger": 1}, {"counted": "p"}} {
		if qs, err := graph.NewQuadStore(quadstore.Name, dir, opt); err == nil || qs != nil {
			t.Errorf("options %v: store %v, error %v", opt, qs, err)
		}
	}
}
