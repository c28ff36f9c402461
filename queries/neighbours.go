package queries

import (
	"context"
	"errors"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Neighbour is one edge of the graph, told as a sentence: From Relation To.
type Neighbour struct {
	From     Place  `json:"from"`
	Relation string `json:"relation"` // "cites", "applied", "invoked", "reviews", "names", "party" …
	To       Place  `json:"to"`
	// Stated is the decision that says so, and whose text proves it: the first, by
	// their nodes, of Times decisions, or versions of articles.
	Stated corpus.Key `json:"stated_by"`
	Times  int        `json:"stated"`
}

// Place is a node of the graph as people name it.
type Place struct {
	Node  corpus.Node `json:"node"`
	Key   corpus.Key  `json:"key"` // null for what has none: a party, an order, a court
	Title string      `json:"title"`
}

// NeighboursRequest asks for what is around a thing.
type NeighboursRequest struct {
	// Reference names it in any usual writing, or by its node.
	Reference string `json:"reference"`
	// Limit is how many edges to give; 0 means 100. Offset leaves out as many before.
	Limit  int `json:"limit"`
	Offset int `json:"offset"`
	// PerRelation gives of each relation, in each direction, so many at most; 0 is no
	// bound. What is left out so is not in the way of Limit and Offset.
	PerRelation int `json:"per_relation"`
}

// NeighboursAnswer is a page of the edges at a thing: those that lead from it first, by
// relation, and then by the node at their other end. Nothing of it depends on the order
// in which decisions came, unless more than 50,000 have one relation to the thing.
type NeighboursAnswer struct {
	Neighbours []Neighbour `json:"neighbours"`
	// Total is how many edges there are, and LeftOut how many of them neither this page
	// nor one before it gives. Each edge is counted once, however many state it.
	Total   int `json:"total"`
	LeftOut int `json:"left_out"`
	// Relations counts the edges of each relation in each direction.
	Relations []RelationCount `json:"relations"`
}

// RelationCount counts the edges of one relation.
type RelationCount struct {
	Relation  string `json:"relation"`
	Direction string `json:"direction"` // "out": they lead from the thing; "in": to it
	Count     int    `json:"count"`
}

// Around gives a page of what the graph says of a thing, under all its names; each edge
// once, however many decisions state it. The work grows with the page, not with how many
// cite the thing: these are counted, and only those of the page are read.
func (l *Library) Around(ctx context.Context, req NeighboursRequest) (*NeighboursAnswer, error) {
	if err := checkPage(req.Limit, req.Offset); err != nil {
		return nil, err
	}
	limit := req.Limit
	if limit == 0 {
		limit = 100
	}
	ans := &NeighboursAnswer{Neighbours: []Neighbour{}, Relations: []RelationCount{}}
	err := l.around(ctx, req.Reference, func(v graph.Moment, list []*graph.Bundle) error {
		w, skip := &walker{l: l}, req.Offset
		given := map[RelationCount]int{}
		for _, b := range list {
			of := ans.count(b)
			n := b.Len()
			if req.PerRelation > 0 {
				n = min(n, req.PerRelation-given[of])
			}
			given[of] += n
			from := min(skip, n)
			skip -= from
			page, err := v.Statements(ctx, b, from, min(n-from, limit-len(ans.Neighbours)))
			if err != nil {
				return err
			}
			for _, st := range page {
				x, err := w.neighbour(ctx, st)
				if err != nil {
					return err
				}
				ans.Neighbours = append(ans.Neighbours, x)
			}
		}
		ans.LeftOut = max(ans.Total-req.Offset-len(ans.Neighbours), 0)
		return nil
	})
	if err != nil {
		return nil, coded(err)
	}
	return ans, nil
}

// count adds the edges of a bundle, and names their relation.
func (a *NeighboursAnswer) count(b *graph.Bundle) (of RelationCount) {
	of = RelationCount{Relation: b.Predicate, Direction: "in"}
	if b.Out {
		of.Direction = "out"
	}
	a.Total += b.Len()
	if n := len(a.Relations); n > 0 && a.Relations[n-1].Relation == of.Relation && a.Relations[n-1].Direction == of.Direction {
		a.Relations[n-1].Count += b.Len()
		return of
	}
	with := of
	with.Count = b.Len()
	a.Relations = append(a.Relations, with)
	return of
}

// Neighbours yields all that the graph says of a thing, in the order of Around.
func (l *Library) Neighbours(ctx context.Context, reference string) iter.Seq2[Neighbour, error] {
	return func(yield func(Neighbour, error) bool) {
		w := &walker{l: l}
		err := l.around(ctx, reference, func(v graph.Moment, list []*graph.Bundle) error {
			for _, b := range list {
				for from := 0; from < b.Len(); from += walkPage {
					page, err := v.Statements(ctx, b, from, walkPage)
					if err != nil {
						return err
					}
					for _, st := range page {
						x, err := w.neighbour(ctx, st)
						if err != nil {
							return err
						}
						if !yield(x, nil) {
							return errEnough
						}
					}
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(Neighbour{}, coded(err))
		}
	}
}

// walkPage is how many edges are read at a time where all are wanted.
const walkPage = 100

// errEnough ends a walk whose caller wants no more.
var errEnough = errors.New("enough")

// around hands f what is around a thing, at one moment.
func (l *Library) around(ctx context.Context, reference string, f func(graph.Moment, []*graph.Bundle) error) (err error) {
	nodes, names, err := l.places(ctx, reference)
	if err != nil {
		return err
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	list, err := v.Bundles(ctx, nodes, names)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return notFound("nothing in this library speaks of %s", reference)
	}
	return f(v, list)
}

// isDecisionKey reports whether a reference is written as the key of a decision: of one
// that is held it is a name, and what is known of it stands at its node.
func isDecisionKey(reference string) bool {
	k, err := corpus.ParseKey(reference)
	return err == nil && k.IsDecision()
}

// places are the nodes of a thing: itself, and its names.
func (l *Library) places(ctx context.Context, reference string) (nodes, names []corpus.Node, err error) {
	targets, err := l.targets(ctx, reference)
	if err != nil || len(targets) == 0 || !isDecisionKey(reference) { // a node by itself: a provision, a court, a party, a version
		for range l.store.Neighbours(ctx, corpus.Node(reference)) {
			return []corpus.Node{corpus.Node(reference)}, nil, ctx.Err()
		}
	}
	if err != nil {
		return nil, nil, err
	}
	for _, t := range targets {
		nodes = append(nodes, t.node)
		for _, name := range t.names {
			if corpus.Node(name) != t.node {
				names = append(names, corpus.Node(name))
			}
		}
	}
	return nodes, names, nil
}
