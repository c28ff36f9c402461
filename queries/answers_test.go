package queries_test

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// TestRepairDamage: a byte of the index that the disk changed is found, told, and made
// good; the damaged index is kept beside.
func TestRepairDamage(t *testing.T) {
	ctx := context.Background()
	dir, lib := onDisk(t)
	want := count(t, lib, "mot de passe")
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	segments, err := filepath.Glob(filepath.Join(dir, "text", "store", "*.zap"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("%d segments, %v", len(segments), err)
	}
	for _, f := range segments {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b[3] ^= 1 // of a stored field: what is searched is as before
		if err := os.WriteFile(f, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib = reopen(t, dir)
	faults, err := lib.Check(ctx)
	if err != nil || len(faults) != 1 || !strings.Contains(faults[0], "checksum differs") {
		t.Fatalf("%q, %v", faults, err)
	}
	if _, err := lib.Search(ctx, queries.SearchRequest{Text: "mot"}); err == nil || !strings.Contains(err.Error(), "check --repair") {
		t.Errorf("a search in a damaged index: %v", err)
	}
	if _, err := lib.Repair(ctx); err != nil {
		t.Fatal(err)
	}
	if faults, err = lib.Check(ctx); err != nil || len(faults) != 0 {
		t.Errorf("after the repair: %q, %v", faults, err)
	}
	if got := count(t, lib, "mot de passe"); got != want {
		t.Errorf("%d found after the repair, %d before", got, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "text.damaged", "store")); err != nil {
		t.Error(err)
	}
	reader := openToRead(t, dir) // beside the writer: not the index that was damaged
	if faults, err = reader.Check(ctx); err != nil || len(faults) != 0 || reader.Checkpoint() == nil {
		t.Errorf("the checkpoint after the repair: %q, %v", faults, err)
	}
}

// TestSearchPages: the pages of an answer are the whole of it in every order.
func TestSearchPages(t *testing.T) {
	ctx := context.Background()
	_, lib := onDisk(t)
	defer lib.Close()
	for _, sort := range []string{"", "relevance", "date", "authority"} {
		req := queries.SearchRequest{Text: "article", Sort: sort, Limit: 7, Prior: 0.1, Facets: []string{"year"}}
		seen := map[corpus.Key]bool{}
		total, pages := 0, 0
		for {
			ans, err := lib.Search(ctx, req)
			if err != nil {
				t.Fatal(err)
			}
			sum := ans.Facets[0].None
			for _, c := range ans.Facets[0].Counts {
				sum += c.Count
			}
			if ans.Facets[0].Others == 0 && sum != ans.Total {
				t.Errorf("%q: the years count %d of %d", sort, sum, ans.Total)
			}
			for _, h := range ans.Hits {
				if seen[h.Key] {
					t.Errorf("%q: %s comes twice", sort, h.Key)
				}
				seen[h.Key] = true
			}
			total, pages = ans.Total, pages+1
			if req.After = ans.Next; req.After == "" {
				break
			}
		}
		if len(seen) != total || pages < 2 {
			t.Errorf("%q: %d of %d on %d pages", sort, len(seen), total, pages)
		}
	}
}

// TestScoreParts: the parts of a score are its sum, and citations count as is told.
func TestScoreParts(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	ans, err := lib.Search(context.Background(), queries.SearchRequest{Text: `licenciement OU "mot de passe"`, Explain: true, Prior: 0.2, Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range ans.Hits {
		sum := 0.0
		for _, p := range h.Parts {
			sum += p.Score
		}
		if d := sum*h.Prior - h.Score; d > 1e-9 || d < -1e-9 || len(h.Parts) == 0 {
			t.Errorf("%s: %v times %v is no %v", h.Key, sum, h.Prior, h.Score)
		}
		want := 1 + 0.2*(math.Log1p(float64(h.CitedBy))+h.CourtWeight+h.PublicationWeight)
		if math.Abs(h.Prior-want) > 1e-6 {
			t.Errorf("%s: cited by %d, court %v, publication %v, prior %v, want %v", h.Key, h.CitedBy, h.CourtWeight, h.PublicationWeight, h.Prior, want)
		}
	}
	if len(ans.Hits) < 2 {
		t.Errorf("%d hits", len(ans.Hits))
	}
}
