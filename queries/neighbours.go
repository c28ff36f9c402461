package queries

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

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

// Neighbours yields what the graph says of a thing, named in any usual writing
// or by its node: first what leads from it, then what leads to it, under all its
// names; each edge once, however many decisions state it.
func (l *Library) Neighbours(ctx context.Context, reference string) iter.Seq2[Neighbour, error] {
	return func(yield func(Neighbour, error) bool) {
		nodes, names, err := l.places(ctx, reference)
		if err != nil {
			yield(Neighbour{}, coded(err))
			return
		}
		edges, times, err := l.edges(ctx, nodes, names)
		if err == nil && len(edges) == 0 {
			err = notFound("nothing in this library speaks of %s", reference)
		}
		if err != nil {
			yield(Neighbour{}, coded(err))
			return
		}
		for _, e := range edges {
			n, err := l.neighbour(ctx, e)
			n.Times = times[unstated(e)]
			if !yield(n, coded(err)) || err != nil {
				return
			}
		}
	}
}

// edges are the distinct edges at the nodes and names of a thing, each as its first
// decision states it, and how many decisions state each.
func (l *Library) edges(ctx context.Context, nodes, names []corpus.Node) (list []graph.Edge, times map[graph.Edge]int, err error) {
	times = map[graph.Edge]int{}
	seen := map[graph.Edge]bool{} // an edge between two names of the thing is met at both
	at := map[graph.Edge]int{}
	for _, node := range slices.Concat(nodes, names) {
		for e, err := range l.store.Neighbours(ctx, node) {
			if err != nil {
				return nil, nil, err
			}
			// Which things a name names is told at these; others may share it.
			if seen[e] || e.Predicate == "names" && slices.Contains(names, node) {
				continue
			}
			seen[e] = true
			plain := unstated(e)
			if times[plain]++; times[plain] == 1 {
				at[plain] = len(list)
				list = append(list, e)
			} else if first := &list[at[plain]]; e.Decision < first.Decision {
				*first = e
			}
		}
	}
	return list, times, nil
}

// isDecisionKey reports whether a reference is written as the key of a decision: of one
// that is held it is a name, and what is known of it stands at its node.
func isDecisionKey(reference string) bool {
	k, err := corpus.ParseKey(reference)
	return err == nil && k.IsDecision()
}

// unstated is an edge, whoever states it.
func unstated(e graph.Edge) graph.Edge {
	e.Decision = ""
	return e
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

func (l *Library) neighbour(ctx context.Context, e graph.Edge) (n Neighbour, err error) {
	n.Relation = e.Predicate
	name := l.place
	if e.Predicate != "names" {
		name = l.itself
	}
	if n.From, err = name(ctx, e.From); err != nil {
		return n, err
	}
	if n.To, err = name(ctx, e.To); err != nil {
		return n, err
	}
	stated, err := l.place(ctx, e.Decision)
	n.Stated, n.Times = stated.Key, 1
	return n, err
}

// place names a node.
func (l *Library) place(ctx context.Context, node corpus.Node) (Place, error) {
	d, err := l.store.Get(ctx, node)
	if err == nil {
		ref, err := l.ref(ctx, d)
		return Place{Node: node, Key: ref.Key, Title: ref.Usual}, err
	}
	if !isNotFound(err) {
		return Place{}, err
	}
	if key, err := corpus.ParseKey(string(node)); err == nil {
		return Place{Node: node, Key: key, Title: l.Title(key)}, nil
	}
	return l.part(ctx, node)
}

// itself is the place of what a node names: a decision that is cited by another of its
// names is itself. A name that fits several stays a name.
func (l *Library) itself(ctx context.Context, node corpus.Node) (Place, error) {
	if corpus.Key(node).IsDecision() {
		nodes, err := l.store.Resolve(ctx, corpus.Key(node))
		if err != nil {
			return Place{}, err
		}
		if len(nodes) == 1 {
			node = nodes[0]
		}
	}
	return l.place(ctx, node)
}

// courtNode is the beginning of the node of a court.
const courtNode = "court/"

// rule names one rule under one number: "article 1382 du code civil, avant le 1er octobre
// 2016".
func (l *Library) rule(p Place, t corpus.Text) Place {
	when := ", depuis le "
	if t.Version.Old() {
		when = ", avant le "
	}
	p.Title = l.Title(t.Key) + when + t.Version.Day().Long()
	return p
}

// part names a party, an order, a version of an article, a court or an organisation.
func (l *Library) part(ctx context.Context, node corpus.Node) (Place, error) {
	p := Place{Node: node, Title: string(node)}
	if id, ok := strings.CutPrefix(string(node), string(graph.ArticleNode(""))); ok {
		return l.version(ctx, p, id)
	}
	if t, ok := corpus.ParseText(string(node)); ok {
		return l.rule(p, t), nil
	}
	if name, ok := strings.CutPrefix(string(node), courtNode); ok {
		p.Title = l.courtName(name)
		return p, nil
	}
	of, local, ok := strings.Cut(string(node), "#")
	if !ok {
		return p, nil
	}
	d, err := l.store.Get(ctx, corpus.Node(of))
	if err != nil {
		if isNotFound(err) {
			err = nil
		}
		return p, err
	}
	var n int
	if _, err := fmt.Sscanf(local, "party%d", &n); err == nil && n >= 1 && n <= len(d.Parties) {
		p.Title = d.Parties[n-1].Name
	} else if _, err := fmt.Sscanf(local, "principle%d", &n); err == nil && n >= 1 && n <= len(d.Principles) {
		p.Title = strings.Join(strings.Fields(d.Principles[n-1].Text), " ")
	} else if _, err := fmt.Sscanf(local, "order%d", &n); err == nil && n >= 1 && n <= len(d.Holdings) {
		p.Title = strings.Join(strings.Fields(d.Holdings[n-1].Text), " ")
	}
	return p, nil
}

// version names a version of an article: "article 1382 du code civil, version du 21
// mars 1804".
func (l *Library) version(ctx context.Context, p Place, id string) (Place, error) {
	a, err := l.store.ArticleVersion(ctx, id)
	switch {
	case isNotFound(err):
		return p, nil
	case err != nil:
		return p, err
	}
	p.Title = l.Title(a.Key)
	if a.Start != "" {
		p.Title += ", version du " + a.Start.Long()
	}
	return p, nil
}

// Path finds a shortest chain between two things, over citations, reviews and
// names in either direction. It answers NotFound when nothing joins them.
func (l *Library) Path(ctx context.Context, from, to string) ([]Neighbour, error) {
	a, err := l.one(ctx, from)
	if err != nil {
		return nil, coded(err)
	}
	b, err := l.one(ctx, to)
	if err != nil {
		return nil, coded(err)
	}
	edges, err := l.store.Path(ctx, a, b)
	switch {
	case errors.Is(err, graph.ErrNotFound):
		return nil, notFound("nothing in this library joins %s and %s", from, to)
	case err != nil:
		return nil, coded(err)
	}
	steps := []Neighbour{}
	for _, e := range edges {
		n, err := l.neighbour(ctx, e)
		if err != nil {
			return nil, coded(err)
		}
		steps = append(steps, n)
	}
	return steps, nil
}

// one is the one node that a reference names.
func (l *Library) one(ctx context.Context, reference string) (corpus.Node, error) {
	targets, err := l.targets(ctx, reference)
	if err != nil {
		return "", err
	}
	if len(targets) != 1 {
		return "", invalid("%q names %d things; one is wanted", reference, len(targets))
	}
	return targets[0].node, nil
}
