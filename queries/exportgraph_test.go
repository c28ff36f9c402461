package queries_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
	"github.com/attendu/attendu/queries"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
)

// TestExportProof: the mention of each citation stands in the text where its row says.
func TestExportProof(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	exported(t, lib, dir, queries.ExportRequest{Formats: []string{"jsonl", "csv"}, Tables: []string{"citations"}})
	texts, applied := map[string]string{}, 0
	for _, r := range csvRows(t, filepath.Join(dir, "citations.csv")) {
		id := r["decision_id"]
		if texts[id] == "" {
			d, err := lib.Decision(context.Background(), id)
			if err != nil {
				t.Fatal(err)
			}
			texts[id] = d.Text
		}
		if got := texts[id][atoi(t, r["start"]):atoi(t, r["end"])]; got != strings.ReplaceAll(r["mention"], "\r\n", "\n") {
			t.Errorf("%s: %q stands where %q is said to", id, got, r["mention"])
		}
		if r["text_meant"] == "code-civil/1382@before:2016-10-01" && r["today"] == "code-civil/1240" {
			applied++
		}
	}
	if applied == 0 {
		t.Error("no citation of the old 1382 leads to 1240")
	}
}

func atoi(t *testing.T, s string) (n int) {
	t.Helper()
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

// TestNQuadsAreLossless: read back, N-Quads are the graph.
func TestNQuadsAreLossless(t *testing.T) {
	lib := sharedLibrary(t)
	var b bytes.Buffer
	if err := lib.ExportTo(context.Background(), &b, queries.ExportRequest{Formats: []string{"nquads"}}); err != nil {
		t.Fatal(err)
	}
	terms, err := export.NewTerms("")
	if err != nil {
		t.Fatal(err)
	}
	back := func(v quad.Value) quad.Value {
		switch v := v.(type) {
		case quad.IRI:
			node, err := terms.Node(string(v))
			if err != nil {
				t.Fatal(err)
			}
			return node
		case quad.TypedString:
			if strings.HasSuffix(string(v.Type), "#date") {
				return quad.Time(corpus.Date(v.Value).Time())
			}
			return quad.Int(atoi(t, string(v.Value)))
		}
		return v
	}
	nquads.AutoConvertTypedString = false
	defer func() { nquads.AutoConvertTypedString = true }()
	got := map[string]int{}
	quads, err := quad.ReadAll(nquads.NewReader(&b, false))
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range quads {
		got[quad.Make(back(q.Subject), back(q.Predicate), back(q.Object), back(q.Label)).NQuad()]++
	}
	want := map[string]int{}
	for d, err := range lib.Store().Decisions(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range graph.Quads(d) {
			want[q.NQuad()]++
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("quads (-want +got):\n%s", d)
	}
}
