package queries_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// TestExportCounts: the tables and the graph hold what the library counts, and the same
// library gives the same bytes.
func TestExportCounts(t *testing.T) {
	lib := sharedLibrary(t)
	a, b := t.TempDir(), t.TempDir()
	ans := exported(t, lib, a, everything())
	exported(t, lib, b, everything())
	if d := cmp.Diff(folder(t, a), folder(t, b)); d != "" {
		t.Errorf("a second export differs:\n%s", d)
	}
	st, err := lib.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int64{"decisions.csv": st.Decisions, "citations.jsonl": st.Citations, "parties.parquet": st.Parties,
		"holdings.csv": st.Holdings, "graph.nq": st.Quads, "references.bib": st.Decisions}
	for path, n := range want {
		if f, ok := (&ans.Manifest).File(path); !ok || f.Rows != n {
			t.Errorf("%s has %d rows, want %d", path, f.Rows, n)
		}
	}
	provisions := map[string]bool{}
	for _, r := range csvRows(t, filepath.Join(a, "provisions.csv")) {
		provisions[r["key"]] = true
	}
	if int64(len(provisions)) != st.Provisions {
		t.Errorf("%d provisions, want %d", len(provisions), st.Provisions)
	}
	if len(ans.Files) != len(folder(t, a))-2 { // manifest.json and datapackage.json
		t.Errorf("the manifest has %d files, the folder %d", len(ans.Files), len(folder(t, a)))
	}
}

func csvRows(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range all[1:] {
		r := map[string]string{}
		for i, name := range all[0] {
			r[name] = line[i]
		}
		rows = append(rows, r)
	}
	return rows
}

// TestExportPeople: natural persons are joined to nothing, and judges are nowhere.
func TestExportPeople(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	exported(t, lib, dir, everything())
	kinds := map[string]int{}
	for _, r := range csvRows(t, filepath.Join(dir, "parties.csv")) {
		kinds[r["kind"]]++
		if r["kind"] == "physique" && r["organisation"] != "" {
			t.Errorf("%s is joined to %s", r["name"], r["organisation"])
		}
	}
	if kinds["physique"] == 0 || kinds["morale"] == 0 {
		t.Fatalf("parties are %v", kinds)
	}
	judges := []string{"Chassaignon", "Vauquelin", "Jonquerolle", "Sarrazac-Loubens", "PICAULT"}
	for _, j := range judges {
		if count(t, lib, j) == 0 {
			t.Errorf("%s is in no decision: this test looks for nothing", j)
		}
		for name, text := range folder(t, dir) {
			if strings.Contains(strings.ToLower(text), strings.ToLower(j)) {
				t.Errorf("%s names %s", name, j)
			}
		}
	}
}

// TestRejectedIsOne wants the search, the answer on a provision, what it lists, and the
// rows of an export to mean the same decisions by rejected.
func TestRejectedIsOne(t *testing.T) {
	lib, ctx := sharedLibrary(t), context.Background()
	dir := filepath.Join(t.TempDir(), "x")
	exported(t, lib, dir, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"citations"}})
	rows, also := map[string]bool{}, false
	for _, r := range csvRows(t, filepath.Join(dir, "citations.csv")) {
		if r["cited"] == "code-de-procedure-civile/700" && (r["use"] == "rejected" || r["refuses"] == "true") {
			rows[r["decision_id"]] = true
			also = also || r["refuses"] == "true"
		}
	}
	if len(rows) == 0 || !also {
		t.Fatalf("the examples have %d decisions that reject art. 700; one that does both: %t", len(rows), also)
	}
	found, err := lib.Search(ctx, queries.SearchRequest{Text: `rejette:"CPC 700"`, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	list, err := lib.Article(ctx, queries.ArticleRequest{Reference: "CPC 700", Uses: []corpus.Use{corpus.Rejected}, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	if found.Total != len(rows) || list[0].Total != len(rows) {
		t.Errorf("search finds %d decisions, article %d, the export has %d", found.Total, list[0].Total, len(rows))
	}
	for _, h := range found.Hits {
		if !rows[string(h.Node)] {
			t.Errorf("search finds %s, and the export does not", h.Node)
		}
	}
	for _, c := range list[0].Citing {
		if !rows[string(c.Node)] || !slices.Contains(c.Uses, corpus.Rejected) {
			t.Errorf("article lists %s as %v; in the export: %t", c.Key, c.Uses, rows[string(c.Node)])
		}
	}
}
