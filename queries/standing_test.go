package queries

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestStandingTable wants publications as the sources write them.
func TestStandingTable(t *testing.T) {
	s, err := loadStanding()
	if err != nil {
		t.Fatal(err)
	}
	if s.Courts["cass"] <= s.Courts["ca"] || s.Courts["ca"] <= s.Courts["tj"] {
		t.Errorf("the Cour de cassation %v, a court of appeal %v, a tribunal %v", s.Courts["cass"], s.Courts["ca"], s.Courts["tj"])
	}
	for p, w := range s.Publications {
		if p != strings.ToLower(p) || w <= 0 {
			t.Errorf("publication %q weighs %v", p, w)
		}
	}
	for _, p := range []string{"publié au bulletin", "publié au recueil lebon", "mentionné aux tables du recueil lebon"} {
		if s.Publications[p] == 0 {
			t.Errorf("%q, as sources write it, has no weight", p)
		}
	}
}

// TestAuthority: of decisions with the same words, the prior makes the higher court and
// the published one count more, and says by how much; without it they are equal.
func TestAuthority(t *testing.T) {
	l, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx := context.Background()
	var list []*corpus.Decision
	for i, x := range []struct {
		court       corpus.Court
		publication string
	}{{corpus.Court{Kind: corpus.TJ, Place: "Laval"}, ""}, {corpus.Court{Kind: corpus.Cass}, ""}, {corpus.Court{Kind: corpus.Cass}, "Publié au Bulletin"}} {
		d := &corpus.Decision{Node: corpus.Node([]string{"a", "b", "c"}[i]), Text: "Le bail est résilié."}
		d.Court, d.Date, d.Numbers = x.court, "2020-01-02", []string{[]string{"20/00001", "19-10.001", "19-10.002"}[i]}
		d.Zones = []corpus.Zone{{Zone: corpus.Motifs, Span: corpus.Span{End: len(d.Text)}}}
		d.Keys = d.Metadata.Keys()
		d.Key = d.Keys[0]
		d.Sources = []corpus.Source{{ID: string(d.Node), Path: string(d.Node)}}
		if x.publication != "" {
			d.Publication = []string{x.publication}
		}
		list = append(list, d)
	}
	if _, err := l.store.Put(ctx, list); err != nil {
		t.Fatal(err)
	}
	if err := l.follow(ctx); err != nil {
		t.Fatal(err)
	}
	plain, err := l.Search(ctx, SearchRequest{Text: "bail"})
	if err != nil || len(plain.Hits) != 3 {
		t.Fatal(plain, err)
	}
	score := plain.Hits[0].Score
	for _, h := range plain.Hits {
		if h.Score != score {
			t.Errorf("%s scores %v without a prior, another %v", h.Node, h.Score, score)
		}
	}
	s, _ := loadStanding()
	ans, err := l.Search(ctx, SearchRequest{Text: "bail", Prior: 0.5, Explain: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, node := range []corpus.Node{"c", "b", "a"} {
		h := ans.Hits[i]
		authority := map[corpus.Node]float64{"a": 0, "b": s.Courts["cass"], "c": s.Courts["cass"] + s.Publications["publié au bulletin"]}[node]
		if h.Node != node || math.Abs(h.Score-score*(1+0.5*authority)) > 1e-6 || math.Abs(h.CourtWeight+h.PublicationWeight-authority) > 1e-6 {
			t.Errorf("hit %d is %s with %v (court %v, publication %v), want %s with %v", i, h.Node, h.Score, h.CourtWeight, h.PublicationWeight, node, score*(1+0.5*authority))
		}
	}
	if ans, err = l.Search(ctx, SearchRequest{Text: "bail", Sort: "authority"}); err != nil || ans.Hits[0].Node != "c" || ans.Hits[2].Node != "a" {
		t.Errorf("by authority: %+v, %v", ans.Hits, err)
	}
}
