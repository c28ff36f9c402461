package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// walker names the nodes of edges, each once.
type walker struct {
	l      *Library
	places map[corpus.Node]Place
	selves map[corpus.Node]Place
}

// neighbour tells an edge.
func (w *walker) neighbour(ctx context.Context, st graph.Statement) (n Neighbour, err error) {
	n.Relation, n.Times = st.Predicate, st.Times
	self := st.Predicate != "names"
	if n.From, err = w.place(ctx, st.From, self); err != nil {
		return n, err
	}
	if n.To, err = w.place(ctx, st.To, self); err != nil {
		return n, err
	}
	stated, err := w.place(ctx, st.Decision, false)
	n.Stated = stated.Key
	return n, err
}

// place names a node; self takes a name for what it names.
func (w *walker) place(ctx context.Context, node corpus.Node, self bool) (Place, error) {
	kept, name := &w.places, w.l.place
	if self {
		kept, name = &w.selves, w.l.itself
	}
	if p, ok := (*kept)[node]; ok {
		return p, nil
	}
	p, err := name(ctx, node)
	if err != nil {
		return p, err
	}
	if *kept == nil || len(*kept) >= maxPlaces {
		*kept = map[corpus.Node]Place{}
	}
	(*kept)[node] = p
	return p, nil
}

// maxPlaces bounds the names that a walk keeps.
const maxPlaces = 1000
