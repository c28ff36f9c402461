package web

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// beloved is a library in which very many cite one provision.
type beloved struct {
	Library
	asked queries.NeighboursRequest
}

func (b *beloved) Around(_ context.Context, req queries.NeighboursRequest) (*queries.NeighboursAnswer, error) {
	b.asked = req
	ans := &queries.NeighboursAnswer{Total: 1_240_000, Relations: []queries.RelationCount{{Relation: "applied", Direction: "in", Count: 1_234_567},
		{Relation: "reviews", Direction: "in", Count: 5433}}}
	key := corpus.Key("code-civil/1240")
	for i := range req.PerRelation {
		cited := corpus.Key(fmt.Sprintf("cass/20-%05d", i+10000))
		ans.Neighbours = append(ans.Neighbours, queries.Neighbour{From: queries.Place{Node: corpus.Node(cited), Key: cited, Title: string(cited)},
			Relation: "applied", To: queries.Place{Node: corpus.Node(key), Key: key, Title: "article 1240"}, Times: 1})
	}
	return ans, nil
}

// TestMuchCited: the page of what very many cite lists some, and says exactly how many it
// does not.
func TestMuchCited(t *testing.T) {
	lib := &beloved{Library: library(t)}
	h, err := New(lib, Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := said(page(t, h, "/graph/code-civil/1240?lang=en", http.StatusOK))
	for _, want := range []string{"1,234,467 more are not listed", "5,433 links are not read by this page"} {
		if !strings.Contains(strings.ReplaceAll(text, "\u202f", ","), want) {
			t.Errorf("the page does not say %q:\n%.2000s", want, text)
		}
	}
	if lib.asked.Limit != maxEdges || lib.asked.PerRelation != maxListed {
		t.Errorf("the page asks for %+v", lib.asked)
	}
}

// TestOneName: a decision that is not held has one name, on its page, around it, and where it is
// cited.
func TestOneName(t *testing.T) {
	h := pages(t)
	const name = "Cass. ass. plén., 6 octobre 2006, n° 05-13.255"
	for _, path := range []string{"/decisions/cass/05-13255", "/graph/cass/05-13255", "/decisions/cass/18-29417", "/graph/cass/18-29417"} {
		if text := said(page(t, h, path, http.StatusOK)); !strings.Contains(text, name) || strings.Contains(text, "Cass., n° 05-13.255") {
			t.Errorf("%s does not have the name %s, or has another", path, name)
		}
	}
}
