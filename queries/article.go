package queries

import (
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
)

// ArticleRequest asks who cites a provision.
type ArticleRequest struct {
	// Reference is one or several provisions in any usual writing: "C. civ.
	// 1382", "CPC 808/809", "art. 1240 du code civil", or a key.
	Reference string       `json:"reference"`
	Uses      []corpus.Use `json:"uses"`  // keep these uses; empty keeps all
	Limit     int          `json:"limit"` // decisions for each article; 0 means 10
	Offset    int          `json:"offset"`
}

// ArticleAnswer is what the library knows of one provision.
type ArticleAnswer struct {
	Key     corpus.Key   `json:"key"`
	Title   string       `json:"title"`   // "article 1382 du code civil"
	Aliases []corpus.Key `json:"aliases"` // other keys that name the same provision
	Total   int          `json:"total"`   // decisions that cite it, with the uses asked for
	// By counts the decisions by use; one decision may count for several.
	By     map[corpus.Use]int `json:"by"`
	Citing []Citing           `json:"citing"` // one page, the latest first
}

// Article says who cites each provision of a reference, and whether it is
// invoked by a party or applied by the court.
func (l *Library) Article(ctx context.Context, req ArticleRequest) ([]ArticleAnswer, error) {
	if err := checkPage(req.Limit, req.Offset); err != nil {
		return nil, err
	}
	if err := checkUses(req.Uses); err != nil {
		return nil, err
	}
	keys, err := l.references([]string{req.Reference})
	if err != nil {
		return nil, err
	}
	out := []ArticleAnswer{}
	for _, k := range keys {
		if !k.IsProvision() {
			return nil, invalid("%s is a decision; ask for it with show, or for those that cite it with cited-by", k)
		}
		a, err := l.article(ctx, k, req)
		if err != nil {
			return nil, coded(err)
		}
		out = append(out, *a)
	}
	return out, nil
}

func checkUses(uses []corpus.Use) error {
	for _, u := range uses {
		if !slices.Contains(corpus.Uses(), u) {
			return invalid("%q is no use; the uses are %v", u, corpus.Uses())
		}
	}
	return nil
}

func (l *Library) article(ctx context.Context, key corpus.Key, req ArticleRequest) (*ArticleAnswer, error) {
	a := &ArticleAnswer{Key: key, Title: l.Title(key), Aliases: []corpus.Key{}, By: map[corpus.Use]int{}, Citing: []Citing{}}
	names, err := l.names(ctx, key)
	if err != nil {
		return nil, err
	}
	a.Aliases = append(a.Aliases, names[1:]...)
	t := target{node: corpus.Node(key), names: names}
	for _, use := range corpus.Uses() {
		n := 0
		for _, err := range l.citers(ctx, t, use) {
			if err != nil {
				return nil, err
			}
			n++
		}
		if n > 0 {
			a.By[use] = n
		}
	}
	nodes := []corpus.Node{}
	for node, err := range l.citers(ctx, t, req.Uses...) {
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, node)
	}
	a.Total = len(nodes)
	return a, l.latest(ctx, nodes, req, func(node corpus.Node) error {
		c, err := l.citing(ctx, node, t)
		if err == nil && c != nil {
			a.Citing = append(a.Citing, *c)
		}
		return err
	})
}

// latest gives one page of the nodes, the latest decision first.
func (l *Library) latest(ctx context.Context, nodes []corpus.Node, req ArticleRequest, each func(corpus.Node) error) error {
	if len(nodes) == 0 {
		return nil
	}
	limit := req.Limit
	if limit <= 0 {
		limit = 10
	}
	page, err := l.index.Search(ctx, index.Request{Nodes: nodes, SortByDate: true, Limit: limit, Offset: req.Offset})
	if err != nil {
		return err
	}
	for _, h := range page.Hits {
		if err := each(h.Node); err != nil {
			return err
		}
	}
	return nil
}

// Title writes a key as a lawyer reads it: "article 1382 du code civil", "Cass.
// com., n° 16-24.657".
func (l *Library) Title(key corpus.Key) string {
	if key.IsDecision() {
		return l.pendingRef(key).Usual
	}
	return l.extract.Law().Title(key)
}
