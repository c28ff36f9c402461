package index

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// pair is a request, a text, and whether the one must find the other.
type pair struct {
	Query string `json:"query"`
	Text  string `json:"text"`
	Match bool   `json:"match"`
}

// TestPairs reads testdata/pairs.jsonl, which is ours, and the pairs of the shared
// folder where it is present.
func TestPairs(t *testing.T) {
	for _, name := range []string{"testdata/pairs.jsonl", "../../shared/gold/search-pairs.jsonl"} {
		t.Run(name, func(t *testing.T) {
			pairs := readPairs(t, name)
			x := open(t, "")
			var ds []*corpus.Decision
			for i, p := range pairs {
				ds = append(ds, decision(corpus.Node(fmt.Sprint("texte:", i)), corpus.Court{}, "", nil, p.Text))
			}
			put(t, x, 1, ds...)
			for i, p := range pairs {
				only := []corpus.Node{ds[i].Node}
				var words All // as the query language gives them
				for _, w := range strings.Fields(p.Query) {
					words = append(words, Words{Text: w, Name: true})
				}
				if got := find(t, x, Request{Where: words, Nodes: only}).Total > 0; got != p.Match {
					t.Errorf("line %d: %q finds %q as a condition: %v, want %v", i+1, p.Query, p.Text, got, p.Match)
				}
				got := find(t, x, Request{Text: p.Query, Nodes: only}).Total > 0
				if got != p.Match {
					t.Errorf("line %d: %q finds %q: %v, want %v", i+1, p.Query, p.Text, got, p.Match)
				}
			}
		})
	}
}

func readPairs(t *testing.T, name string) (pairs []pair) {
	f, err := os.Open(name)
	if os.IsNotExist(err) && name[0] == '.' {
		t.Skip("not present")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var p pair
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, p)
	}
	if len(pairs) < 60 {
		t.Fatalf("%d pairs", len(pairs))
	}
	return pairs
}
