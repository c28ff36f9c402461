package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// leaf turns all pages of a request, and returns the nodes in their order.
func leaf(t *testing.T, x *Index, req Request) (out []corpus.Node) {
	t.Helper()
	for range 10_000 {
		res := find(t, x, req)
		for _, h := range res.Hits {
			out = append(out, h.Node)
		}
		if req.After = res.Next; req.After == "" {
			if uint64(len(out)) != res.Total {
				t.Errorf("%d hits on all pages, total %d", len(out), res.Total)
			}
			return out
		}
	}
	t.Fatal("the pages do not end")
	return nil
}

// TestPages: the pages of a result, whatever their size and however the index is
// written anew between them, are the whole of it, each hit once.
func TestPages(t *testing.T) {
	g := newGenerator(5)
	g.size = 300
	x := open(t, "")
	var all []*corpus.Decision
	for seq := range uint64(5) {
		ds := g.decisions(100)
		put(t, x, seq+1, ds...)
		all = append(all, ds...)
	}
	authority := NewAuthority(func(yield func(corpus.Node, float64) bool) {
		for i, d := range all {
			if i%3 == 0 && !yield(d.Node, float64(i%7)) {
				return
			}
		}
	})
	for _, req := range []Request{{}, {Text: "cour"}, {Text: "cour", Sort: ByDate}, {Text: "employeur OR passe", Sort: ByAuthority, Authority: authority},
		{Text: "cour", Authority: authority, Prior: 0.2}, {Text: `-"la cour"`}} {
		req.Limit = 1000
		whole := leaf(t, x, req)
		if len(slices.Compact(slices.Sorted(slices.Values(whole)))) != len(whole) || len(whole) < 50 {
			t.Fatalf("%+v: %d hits, not each once", req.Text, len(whole))
		}
		for _, limit := range []int{1, 7, 100} {
			if req.Limit = limit; limit == 1 && req.Text == "" {
				continue
			}
			if diff := cmp.Diff(whole, leaf(t, x, req)); diff != "" {
				t.Errorf("%q by %d (-whole +pages):\n%s", req.Text, limit, diff)
			}
		}
		req.Limit, req.Offset = 10, 20
		if diff := cmp.Diff(whole[20:30], leafOne(t, x, req)); diff != "" {
			t.Errorf("%q, the third ten:\n%s", req.Text, diff)
		}
	}
}

func leafOne(t *testing.T, x *Index, req Request) (out []corpus.Node) {
	t.Helper()
	for _, h := range find(t, x, req).Hits {
		out = append(out, h.Node)
	}
	return out
}

func TestCursorOfAnother(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	next := find(t, x, Request{Text: "passe", Limit: 1}).Next
	for _, req := range []Request{{Text: "mot", After: next}, {Text: "passe", After: next, Sort: ByDate}, {After: "x"}, {After: strings.Repeat("A", 99)}} {
		if _, err := x.Search(context.Background(), req); !errors.Is(err, ErrCursor) {
			t.Errorf("%+v: %v", req, err)
		}
	}
	res := find(t, x, Request{Text: "passe", Limit: 1, After: next, Facets: []Facet{FacetYear}})
	if len(res.Hits) != 1 || res.Moved {
		t.Errorf("%+v", res)
	}
	put(t, x, 2, decision("texte:b", corpus.Court{}, "", nil, "passe"))
	if !find(t, x, Request{Text: "passe", Limit: 1, After: next}).Moved {
		t.Error("a decision more, and nothing moved")
	}
}

func TestFacets(t *testing.T) {
	x := open(t, "")
	ds := shelves()
	ds[0].Parties[0].Kind = corpus.Morale
	ds[0].Citations = []corpus.Citation{{Node: "code-civil/1240"}, {Node: "code-civil/1240"}, {Node: "cass/17-21434"}, {Node: "code-civil/1241"}}
	ds[1].Citations = []corpus.Citation{{Node: "code-civil/1240"}, {}}
	put(t, x, 1, ds...)
	put(t, x, 2, shelf()...)
	put(t, x, 3, ds[2]) // again: the old one is deleted
	for _, c := range []struct {
		facet Facet
		want  []FacetCount
		none  int
	}{
		{FacetCourt, []FacetCount{{"cass", 2}, {"ca/aix-en-provence", 1}, {"ca/paris", 1}, {"tgi/laval", 1}}, 2},
		{FacetYear, []FacetCount{{"2016", 2}, {"2018", 2}, {"2015", 1}}, 2},
		{FacetSolution, []FacetCount{{"rejet", 1}}, 6},
		{FacetMatter, []FacetCount{{"bail commercial", 1}}, 6},
		{FacetPublication, []FacetCount{{"bulletin", 1}}, 6},
		{FacetCites, []FacetCount{{"code-civil/1240", 2}, {"code-civil/1241", 1}}, 5},
		{FacetParty, []FacetCount{{"kirsch", 1}}, 6},
	} {
		got := find(t, x, Request{Facets: []Facet{c.facet}, Limit: 1}).Facets
		if diff := cmp.Diff([]FacetResult{{Facet: c.facet, Counts: c.want, None: c.none}}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.facet, diff)
		}
	}
	got := find(t, x, Request{Text: "passe", Facets: []Facet{FacetCourt}, FacetLimit: 1}).Facets[0]
	if len(got.Counts) != 1 || got.Others != 3 || got.None != 1 {
		t.Errorf("%+v", got)
	}
}

// TestFacetsAtScale counts what the decisions themselves say.
func TestFacetsAtScale(t *testing.T) {
	g := newGenerator(9)
	g.size = 200
	x := open(t, "")
	want := map[Facet]map[string]int{FacetCourt: {}, FacetYear: {}, FacetSolution: {}, FacetCites: {}}
	for seq := range uint64(4) {
		ds := g.decisions(100)
		put(t, x, seq+1, ds...)
		for _, d := range ds {
			want[FacetCourt][courtName(d.Court)]++
			want[FacetYear][string(d.Date[:4])]++
			want[FacetSolution][strings.ToLower(d.Solution)]++
			for _, k := range cited(d, corpus.Key.IsProvision) {
				want[FacetCites][k]++
			}
		}
	}
	for f, counts := range want {
		r := find(t, x, Request{Facets: []Facet{f}, FacetLimit: 10_000}).Facets[0]
		got := map[string]int{}
		for _, c := range r.Counts {
			got[c.Value] = c.Count
		}
		if diff := cmp.Diff(counts, got); diff != "" || r.Others != 0 {
			t.Errorf("%s: %d others; -want +got:\n%s", f, r.Others, diff)
		}
	}
}

// TestLeftOut: an answer says what it left out.
func TestLeftOut(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	put(t, x, 2, decision("texte:empty", corpus.Court{}, "", nil, " \n"))
	if n := find(t, x, Request{Text: "passe"}).WithoutText; n != 1 {
		t.Errorf("%d decisions without text, want 1", n)
	}
	res := find(t, x, Request{Text: "passe", Timeout: 1, Facets: []Facet{FacetCourt}})
	if res.Unsearched != 5 || res.Total != 0 {
		t.Errorf("without time: %+v", res)
	}
	if res := find(t, x, Request{Text: "passe", Timeout: time.Minute}); res.Unsearched != 0 || res.Total != 3 {
		t.Errorf("with time: %+v", res)
	}
}

func TestSortByAuthority(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	a := NewAuthority(func(yield func(corpus.Node, float64) bool) { _ = yield("juri:A3", 12) && yield("juri:A2", 3) })
	got := leafOne(t, x, Request{Text: "mot passe", Sort: ByAuthority, Authority: a})
	if diff := cmp.Diff([]corpus.Node{"juri:A3", "juri:A2", "juri:A1"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	plain := find(t, x, Request{Text: "mot passe"}).Hits
	for _, h := range find(t, x, Request{Text: "mot passe", Authority: a, Prior: 0.5}).Hits {
		i := slices.IndexFunc(plain, func(p Hit) bool { return p.Node == h.Node })
		if want := plain[i].Score * prior(0.5, math.Log1p(h.Authority)); h.Score != want {
			t.Errorf("%s: score %v, want %v", h.Node, h.Score, want)
		}
	}
}

// TestCitations counts who cites whom: once each, under any key, and not under a key of
// two decisions.
func TestCitations(t *testing.T) {
	x := open(t, "")
	cites := func(node corpus.Node, keys ...corpus.Key) *corpus.Decision {
		d := decision(node, corpus.Court{}, "", nil, "texte")
		for _, k := range keys {
			d.Citations = append(d.Citations, corpus.Citation{Node: k})
		}
		return d
	}
	ds := shelf()
	put(t, x, 1, ds...)
	put(t, x, 2, cites("texte:1", "cass/17-21434", "cass/2018-03-14"), cites("texte:2", "cass/17-21434", "code-civil/1240"), cites("texte:3", "ca/paris/14-00012"))
	put(t, x, 3, cites("texte:3", "cass/17-21434", "ca/paris/2015-03-12"), cites("texte:4", "ca/paris/1999-01-01"))
	a, err := x.Citations(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	got := map[corpus.Node]float64{}
	for _, h := range find(t, x, Request{Sort: ByAuthority, Authority: a}).Hits {
		if h.Authority > 0 {
			got[h.Node] = h.Authority
		}
	}
	if diff := cmp.Diff(map[corpus.Node]float64{"juri:A1": 3, "juri:A3": 1}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	twin := decision("texte:9", corpus.Court{Kind: corpus.CA, Place: "Paris"}, "2015-03-12", nil, "")
	put(t, x, 4, twin)
	if a, err = x.Citations(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, h := range find(t, x, Request{Authority: a, Nodes: []corpus.Node{"juri:A3", "texte:9"}}).Hits {
		if h.Authority != 0 {
			t.Errorf("%s is cited by the day that it shares", h.Node)
		}
	}
}

func ExampleIndex_Search_pages() {
	x, _ := Open("", Options{})
	defer x.Close()
	ctx := context.Background()
	_ = x.Apply(ctx, 1, shelf(), nil)
	req := Request{Text: "passe", Sort: ByDate, Limit: 2}
	for {
		page, err := x.Search(ctx, req)
		if err != nil {
			return
		}
		for _, h := range page.Hits {
			fmt.Println(h.Date, h.Node)
		}
		if req.After = page.Next; req.After == "" {
			break
		}
		fmt.Println("next page")
	}
	// Output:
	// 2018-03-14 juri:A1
	// 2016-10-04 juri:A2
	// next page
	// 2015-03-12 juri:A3
}
