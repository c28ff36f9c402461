package eval_test

import (
	"context"
	"flag"
	"os"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/eval"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite testdata/builtin.golden")

func measured(t *testing.T, name string) *eval.Report {
	t.Helper()
	set, err := eval.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.Measure(context.Background(), x, set)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestBuiltin holds the scores of the built-in set, and every fault: quality
// moves only in a diff that someone reads. `go test ./corpus/eval -update`
// writes them anew.
func TestBuiltin(t *testing.T) {
	const golden = "testdata/builtin.golden"
	r := measured(t, "")
	got := r.Table() + "\n" + eval.Listing(r.Faults)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the scores moved (-golden +now); if that is meant, -update and read the diff:\n%s", diff)
	}
}

// TestGoldKeys: the keys of the built-in gold are written as keys are, unless the
// annotator doubts.
func TestGoldKeys(t *testing.T) {
	set, err := eval.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	check := func(where, key, doubt string) {
		if doubt != "" {
			return
		}
		if k, err := corpus.ParseKey(key); err != nil {
			t.Errorf("%s: %s reads %q, %v", where, key, k, err)
		}
	}
	for _, d := range set.Decisions {
		for _, c := range d.Citations {
			for _, r := range c.Refs {
				check(d.Name, r.Key, c.Doubt+r.Doubt)
			}
		}
	}
	for _, f := range set.Forms {
		for _, r := range f.Refs {
			check(f.ID, r.Key, r.Doubt)
		}
	}
}
