package index

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/index/bm25"
	index "github.com/blevesearch/bleve_index_api"
)

// How much more than words it counts that a decision is what was named: by a word that
// is its number, and by a reference to it alone.
const (
	nameBoost = 4
	bestScore = 1000
)

// compiler writes a request as conditions on documents.
type compiler struct {
	ctx   context.Context
	r     index.IndexReader
	names func(string) []bm25.Node // asks for what a word is the name of
	// formless says that words stand in the index by their stems only.
	formless bool

	scanned int // words compared with patterns
	asked   int // words and conditions asked for
	depth   int // of the condition at hand
}

// What one request may ask for, so that none runs away: 1,000 words in 10 segments are
// looked up in some 50 ms.
const (
	maxAsked = 4096
	maxDepth = 200
)

// errBroad refuses a request as a whole.
var errBroad = &BroadError{"the whole of the query"}

// request joins all that a request asks for.
func (c *compiler) request(req Request, text question) (bm25.Node, error) {
	all := bm25.And{}
	conds := All{Days{req.From, req.To}}
	if courts := courtsOf(req.Courts); courts != nil {
		conds = append(conds, courts)
	}
	if len(terms(cut(req.Party))) > 0 {
		conds = append(conds, Party(req.Party))
	}
	if req.Nodes != nil {
		conds = append(conds, Nodes{Nodes: req.Nodes})
	}
	if req.Where != nil {
		conds = append(conds, req.Where)
	}
	for _, e := range conds {
		n, err := c.expr(e)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return append(all, questionNodes(text, c.names)...), nil
}

// questionNodes are the clauses of a text request.
func questionNodes(text question, names func(string) []bm25.Node) (all []bm25.Node) {
	for _, clause := range text.must {
		if either := itemNodes(clause, names); len(either) > 0 {
			all = append(all, either)
		}
	}
	if len(all) == 0 && len(text.must) > 0 {
		return []bm25.Node{bm25.Or{}}
	}
	for _, n := range itemNodes(text.not, names) {
		all = append(all, bm25.Not{Node: n})
	}
	return all
}

// itemNodes asks for each item, but not for a function word by itself: it stands in every
// decision, and says nothing of one.
func itemNodes(items []item, names func(string) []bm25.Node) (out bm25.Or) {
	for _, it := range items {
		if !it.grammar {
			out = append(out, itemNode(it, 0, names))
		}
	}
	return out
}

// itemNode asks for a word or a phrase in some zones, 0 for all, or for what it is the
// name of.
func itemNode(it item, zones bm25.Zones, names func(string) []bm25.Node) bm25.Node {
	var n bm25.Node = bm25.Near{Field: fieldText, Parts: []bm25.Part{{slots(it.terms)}}, Zones: zones}
	if len(it.terms) == 1 && zones == 0 {
		n = bm25.Term{Field: fieldText, Word: it.terms[0]}
	}
	if it.name == "" {
		return n
	}
	return append(bm25.Or{n}, names(it.name)...)
}

// decisionNames asks for the decisions of which a word is the number, ECLI or key.
func decisionNames(name string) []bm25.Node {
	return []bm25.Node{bm25.Term{Field: fieldNumber, Word: canonNumber(name), Boost: nameBoost},
		bm25.Term{Field: fieldECLI, Word: canonECLI(name), Boost: nameBoost},
		bm25.Term{Field: fieldKey, Word: strings.ToLower(name), Boost: nameBoost}}
}

// expr writes a condition.
func (c *compiler) expr(e Expr) (bm25.Node, error) {
	c.depth++
	defer func() { c.depth-- }()
	if c.asked++; c.asked > maxAsked || c.depth > maxDepth {
		return nil, errBroad
	}
	switch e := e.(type) {
	case nil:
		return bm25.And{}, nil
	case All:
		list, err := c.exprs(e)
		return bm25.And(list), err
	case Any:
		list, err := c.exprs(e)
		return bm25.Or(list), err
	case Not:
		n, err := c.expr(e.Expr)
		return bm25.Not{Node: n}, err
	case Words:
		return c.phrase(e), nil
	case Near:
		return c.near(e)
	case Pattern:
		return c.formsNode(e, e.In)
	case Like:
		return c.formsNode(e, e.In)
	case Nodes:
		n := bm25.Set{Docs: nodesSet(e.Nodes)}
		if e.Best {
			n.Score = bestScore
		}
		return n, nil
	case Days:
		return daysNode(e)
	case Party:
		return partyNode(string(e)), nil
	case Is:
		return isNode(e), nil
	case Court:
		return courtNode(string(e)), nil
	case Cents:
		return bm25.Between{Field: fieldAmount, First: centsTerm(e.From), Last: centsTerm(e.To)}, nil
	}
	return nil, fmt.Errorf("no such condition: %T", e)
}

func (c *compiler) exprs(list []Expr) ([]bm25.Node, error) {
	out := make([]bm25.Node, 0, len(list))
	for _, e := range list {
		n, err := c.expr(e)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}
