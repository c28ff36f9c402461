package queries

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
)

// TestPairs asks the pairs of the index in the query language: a request, a text, and
// whether the one must find the other.
func TestPairs(t *testing.T) {
	f, err := os.Open("../index/testdata/pairs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lib, err := Create(t.Context(), filepath.Join(t.TempDir(), "lib"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	x, err := index.Open("", index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); n++ {
		var p struct {
			Query, Text string
			Match       bool
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.Query, "FR:") { // a field, to the query language
			continue
		}
		d := &corpus.Decision{Node: corpus.Node(fmt.Sprint("texte:", n)), Text: p.Text}
		if err := x.Apply(t.Context(), uint64(n+1), []*corpus.Decision{d}, nil); err != nil {
			t.Fatal(err)
		}
		tree, ask, err := lib.searchRequest(t.Context(), SearchRequest{Text: p.Query})
		if err != nil {
			t.Errorf("%q: %v", p.Query, err)
			continue
		}
		a := &asker{Library: lib, ctx: t.Context(), query: p.Query, ans: &SearchAnswer{}}
		if ask.Where, err = a.expr(tree); err != nil {
			t.Errorf("%q: %v", p.Query, err)
			continue
		}
		ask.Nodes = []corpus.Node{d.Node}
		res, err := x.Search(t.Context(), ask)
		if err != nil || (res.Total > 0) != p.Match {
			t.Errorf("%q finds %q: %v, %v, want %v", p.Query, p.Text, res, err, p.Match)
		}
	}
	if n < 200 {
		t.Errorf("%d pairs", n)
	}
}
