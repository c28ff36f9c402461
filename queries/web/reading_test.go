package web

import (
	"context"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// bare is a text without its blanks.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// TestReading: the page of a decision shows its whole text once, and every mention,
// order and speech where it stands.
func TestReading(t *testing.T) {
	lib, ctx := library(t), context.Background()
	ans, err := lib.Search(ctx, queries.SearchRequest{Limit: 100})
	if err != nil || len(ans.Hits) < 20 {
		t.Fatal(len(ans.Hits), err)
	}
	links, orders := 0, 0
	for _, hit := range ans.Hits {
		d, err := lib.Decision(ctx, string(hit.Key))
		if err != nil {
			t.Fatal(err)
		}
		speeches, err := lib.Speeches(ctx, string(hit.Key))
		if err != nil {
			t.Fatal(err)
		}
		zones, voices := newReading(d, speeches, corpus.Span{}).zones()
		var b strings.Builder
		begun := map[int]bool{}
		for _, z := range zones {
			for _, block := range z.Blocks {
				for _, p := range block.Pieces {
					b.WriteString(p.Text + " ")
					if p.ID != "" {
						links++
					}
					if p.Begin {
						begun[p.Order] = true
					}
				}
			}
		}
		if bare(b.String()) != bare(d.Text) {
			t.Errorf("%s: the text that is shown is not the text", hit.Key)
		}
		if len(voices) == 0 {
			t.Errorf("%s: nobody speaks", hit.Key)
		}
		orders += len(begun)
		for n := range d.Holdings {
			if !begun[n+1] && !coveredBefore(d.Holdings, n) {
				t.Errorf("%s: order %d is not in the text", hit.Key, n+1)
			}
		}
	}
	if links < 300 || orders < 100 {
		t.Errorf("%d links and %d orders only", links, orders)
	}
}

// coveredBefore reports whether an order lies in one before it, which has the number.
func coveredBefore(list []corpus.Holding, n int) bool {
	for _, h := range list[:n] {
		if h.Whole.Overlaps(list[n].Whole) {
			return true
		}
	}
	return false
}

// TestVoices: in a ruling of the Cour de cassation the grounds are the claimant's, what
// it reports is the court's below, and its answer is its own.
func TestVoices(t *testing.T) {
	doc := page(t, pages(t), "/decisions/cass/18-29417", 200)
	for class, want := range map[string]string{
		"block says-partie":       "L'association fait grief à l'arrêt",
		"block says-juge-attaque": "l'arrêt retient que l'association",
		"block says-cour":         "En statuant ainsi, alors qu'elle avait constaté",
	} {
		found := false
		for _, n := range elements(doc, "div") {
			found = found || attr(n, "class") == class && strings.Contains(said(n), want)
		}
		if !found {
			t.Errorf("no %s says %q", class, want)
		}
	}
	for _, want := range []string{"Le demandeur", "Le juge dont la décision est attaquée", "La juridiction"} {
		if !strings.Contains(said(doc), want) {
			t.Errorf("%q is not said", want)
		}
	}
}

// TestSpot: the place that an address names is marked, and only there.
func TestSpot(t *testing.T) {
	h := pages(t)
	d, err := library(t).Decision(context.Background(), "cass/18-29417")
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(d.Text, "En statuant ainsi")
	for _, n := range elements(page(t, h, spotHref(d.Key, corpus.Span{Start: at, End: at + 17}), 200), "span") {
		if attr(n, "id") == "at" {
			if said(n) != "En statuant ainsi" {
				t.Errorf("%q is marked", said(n))
			}
			at = -1
		}
	}
	if at >= 0 {
		t.Error("nothing is marked")
	}
	page(t, h, "/decisions/cass/18-29417?at=0-99999999", 200) // the text may have become shorter
	for _, bad := range []string{"5-2", "-1-4", "x", "1", "9223372036854775807-9223372036854775808"} {
		page(t, h, "/decisions/cass/18-29417?at="+bad, 400)
	}
}
