package queries

import (
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// searchRequest checks a request, reads its query, and gives what it asks of the index
// besides.
func (l *Library) searchRequest(ctx context.Context, req SearchRequest) (lang.Node, index.Request, error) {
	var none index.Request
	courts, err := l.courts(req.Courts)
	if err != nil {
		return nil, none, err
	}
	if err := checkDates(req.From, req.To); err != nil {
		return nil, none, err
	}
	if err := checkFollowing(req.Exact, req.At); err != nil {
		return nil, none, err
	}
	if err := checkPage(req.Limit, req.Offset); err != nil {
		return nil, none, err
	}
	tree, err := l.understand(ctx, req.Text)
	if err != nil {
		return nil, none, err
	}
	if (req.Exact || req.At != "") && len(req.Cites) == 0 && !cites(tree) {
		return nil, none, invalid("exact and at say how the provisions cited are taken; without cites they mean nothing (from and to are the days of the decisions)")
	}
	_, all := tree.(lang.All)
	if text := strings.TrimSpace(req.Text); all && text != "" && text != "*" {
		return nil, none, queryError(req.Text, lang.Errorf(req.Text, lang.Span{}, "write a word, or nothing for every decision", "there is no word in it"))
	}
	ask := index.Request{Courts: courts, From: req.From, To: req.To, Party: req.Party, Limit: req.Limit,
		Offset: req.Offset, SortByDate: req.ByDate || all && req.Party == "", NoSynonyms: req.NoSynonyms}
	if ask.Limit <= 0 {
		ask.Limit = 10
	}
	return tree, ask, l.ranking(ctx, req, &ask)
}

// cites reports whether a query holds a reference.
func cites(n lang.Node) bool {
	switch n := n.(type) {
	case lang.And:
		return slices.ContainsFunc(n.Nodes, cites)
	case lang.Or:
		return slices.ContainsFunc(n.Nodes, cites)
	case lang.Not:
		return cites(n.Node)
	case lang.Field:
		_, ok := usesOf[n.Name]
		return ok
	case lang.Ref:
		return true
	}
	return false
}

// explain says how the query was understood and what was done.
func (a *asker) explain(req SearchRequest, tree lang.Node, ask index.Request) {
	if !req.Explain {
		a.ans.Steps = nil
		return
	}
	a.ans.Query, a.ans.Outline = tree.String(), a.lang.Explain(tree)
	order := "the best match first"
	switch {
	case ask.Sort == index.ByAuthority:
		order = "the most cited first"
	case ask.SortByDate || ask.Sort == index.ByDate || !ask.Ranked():
		order = "the latest first"
	}
	a.step("the index joins all of this with the words in one pass: %d, %s", a.ans.Total, order)
	if len(a.ans.Hits) > 0 {
		a.step("%d read from the store for their passages", len(a.ans.Hits))
	}
}
