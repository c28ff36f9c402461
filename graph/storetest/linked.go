package storetest

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// linked makes n decisions of three courts that cite five provisions, by two uses.
func linked(n int) (list []*corpus.Decision) {
	r := rand.New(rand.NewPCG(7, 7))
	for i := range n {
		cites := []corpus.Key{"code-civil/9"}
		for k := range 4 {
			if r.IntN(k+2) == 0 {
				cites = append(cites, corpus.Key(fmt.Sprintf("code-civil/1%d", k)))
			}
		}
		if i > 0 && r.IntN(3) == 0 {
			cites = append(cites, corpus.Key(fmt.Sprintf("cass/17-%05d", r.IntN(i))))
		}
		d := Decision(fmt.Sprintf("dila:%05d", i), fmt.Sprintf("17-%05d", i), corpus.NewDate(2000+r.IntN(20), 1+r.IntN(12), 1+r.IntN(28)), cites...)
		for j := range d.Citations {
			if r.IntN(3) == 0 {
				d.Citations[j].Speaker, d.Citations[j].Zone = corpus.Partie, corpus.Moyens
			}
		}
		d.Court = []corpus.Court{{Kind: corpus.Cass}, {Kind: corpus.CA, Place: "Paris"}, {Kind: corpus.CA, Place: "Rennes"}}[r.IntN(3)]
		if r.IntN(10) == 0 {
			d.Date = ""
		}
		list = append(list, d)
	}
	return list
}

// asked tells whether a decision is what a request means.
func asked(d *corpus.Decision, req graph.CitersRequest) bool {
	for _, keys := range append([][]corpus.Key{req.Keys}, req.And...) {
		if !slices.ContainsFunc(d.Citations, func(c corpus.Citation) bool {
			return slices.Contains(keys, c.Node) && (len(req.Uses) == 0 || slices.ContainsFunc(d.UsesOf(&c), func(u corpus.Use) bool { return slices.Contains(req.Uses, u) }))
		}) {
			return false
		}
	}
	court := courtOf(d)
	return (req.From == "" || d.Date >= req.From && d.Date != "") && (req.To == "" || d.Date <= req.To && d.Date != "") &&
		(len(req.Courts) == 0 || slices.Contains(req.Courts, court) || slices.Contains(req.Courts, string(d.Court.Kind))) &&
		(req.Not == "" || d.Node != req.Not)
}

func courtOf(d *corpus.Decision) string {
	return strings.TrimSuffix(string(d.Court.Kind)+"/"+corpus.Slug(d.Court.Place), "/")
}

func matching(list []*corpus.Decision, req graph.CitersRequest) []corpus.Node {
	nodes := []corpus.Node{}
	for _, d := range list {
		if asked(d, req) {
			nodes = append(nodes, d.Node)
		}
	}
	return nodes
}

var linkRequests = []graph.CitersRequest{
	{},
	{Keys: []corpus.Key{"code-civil/9"}},
	{Keys: []corpus.Key{"code-civil/77"}},
	{Keys: []corpus.Key{"code-civil/10", "code-civil/13", "code-civil/77"}},
	{Keys: []corpus.Key{"code-civil/10"}, And: [][]corpus.Key{{"code-civil/11", "code-civil/12"}, {"code-civil/9"}}},
	{Keys: []corpus.Key{"code-civil/10"}, And: [][]corpus.Key{{}}},
	{Keys: []corpus.Key{"code-civil/9"}, Uses: []corpus.Use{corpus.Applied}},
	{Keys: []corpus.Key{"code-civil/9"}, Uses: []corpus.Use{corpus.Quoted}},
	{Keys: []corpus.Key{"code-civil/10", "code-civil/11"}, Uses: []corpus.Use{corpus.Applied, corpus.Invoked}},
	{Keys: []corpus.Key{"code-civil/9"}, From: "2005-03-04", To: "2010-12-31"},
	{Keys: []corpus.Key{"code-civil/12"}, From: "2018-01-01"},
	{Keys: []corpus.Key{"code-civil/9"}, To: "2000-06-30", Courts: []string{"cass"}},
	{Keys: []corpus.Key{"code-civil/9"}, Courts: []string{"ca"}},
	{Keys: []corpus.Key{"code-civil/11"}, Courts: []string{"ca/paris", "cass"}, Uses: []corpus.Use{corpus.Invoked}},
	{Keys: []corpus.Key{"code-civil/11"}, Courts: []string{"ca/nowhere"}},
	{Keys: []corpus.Key{"code-civil/9"}, Not: "dila:00003"},
	{Keys: []corpus.Key{"cass/17-00001"}, Not: "dila:99999"},
}

// pages reads the citers in pages.
func pages(t *testing.T, s graph.Store, req graph.CitersRequest) []corpus.Node {
	t.Helper()
	all, after := []corpus.Node{}, ""
	for {
		page, next, err := s.CitersPage(context.Background(), req, after)
		if err != nil {
			t.Fatal(err)
		}
		nodes, err := s.Nodes(context.Background(), page)
		if err != nil {
			t.Fatal(err)
		}
		if all = append(all, nodes...); next == "" {
			slices.Sort(all)
			return all
		}
		if after = next; req.Limit > 0 && page.Len() != req.Limit {
			t.Fatalf("a page of %d, %d were asked", page.Len(), req.Limit)
		}
	}
}

// together counts what the decisions of a request cite.
func together(list []*corpus.Decision, req graph.CitersRequest, limit int) []graph.CoCited {
	n := map[corpus.Key]int{}
	for _, d := range list {
		seen := map[corpus.Key]bool{}
		for _, c := range d.Citations {
			if asked(d, req) && !seen[c.Node] && !slices.Contains(slices.Concat(append(req.And, req.Keys)...), c.Node) {
				seen[c.Node] = true
				n[c.Node]++
			}
		}
	}
	out := []graph.CoCited{}
	for k, n := range n {
		out = append(out, graph.CoCited{Key: k, Decisions: n})
	}
	slices.SortFunc(out, func(a, b graph.CoCited) int {
		return cmp.Or(cmp.Compare(b.Decisions, a.Decisions), cmp.Compare(a.Key, b.Key))
	})
	if limit > 0 && limit < len(out) {
		out = out[:limit]
	}
	return out
}
