package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// edgePredicates lead from node to node, in the order in which neighbours are told.
var edgePredicates = []quad.IRI{Reviews, Visa, Applied, Rejected, Invoked, Reported, Quoted, Recited, Cites, Prints, Names,
	RenumberedAs, ReusesNumberOf, TextOf, PartOf, VersionOf, CourtOf, PartyOf, IsOrg, OrderOf, PrincipleOf, BasisOf, Beneficiary, Debtor}

// shared are those of which one edge may be stated by many decisions. All others are
// stated by their subject, or by the decision of which it is a part.
var shared = []quad.IRI{Names, RenumberedAs, ReusesNumberOf, TextOf, PartOf}

// Around tells what is around a thing, by kinds of edges.
type Around interface {
	// Bundles gives the edges at the nodes of a thing and at its names, each once: those
	// that lead from it first, and in each direction by predicate. How many each holds is
	// known without reading them. Which things a name names is told at these, for others
	// may share it.
	Bundles(ctx context.Context, nodes, names []corpus.Node) ([]*Bundle, error)
	// Statements gives up to n edges of a bundle from one on, by the node at their other
	// end; of a bundle of more than 50,000 the order is such within each 50,000.
	Statements(ctx context.Context, b *Bundle, from, n int) ([]Statement, error)
}

// Bundle is the edges of one predicate at one node in one direction. It belongs to its
// Moment, and is for one goroutine.
type Bundle struct {
	Node      corpus.Node
	Out       bool // they lead from the node, else to it
	Predicate string
	predicate quad.IRI
	ends      quadstore.Set
	sorted    []corpus.Node // the names of the ends of the part that was read last
	part      int
}

// Len is how many edges there are.
func (b *Bundle) Len() int { return len(b.ends) }

// Statement is an edge, and how many decisions, or versions of articles, state it: the
// first of them by node is its Decision.
type Statement struct {
	Edge
	Times int
}

// Bundles implements Around.
func (v *moment) Bundles(ctx context.Context, nodes, names []corpus.Node) ([]*Bundle, error) {
	list, err := v.bundles(ctx, nodes, names)
	if err != nil {
		return nil, fmt.Errorf("graph: around %v: %w", nodes, err)
	}
	return list, nil
}

func (v *moment) bundles(ctx context.Context, nodes, names []corpus.Node) (list []*Bundle, err error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	all := slices.Concat(nodes, names)
	own, numbers := quadstore.Set{}, map[corpus.Node]quadstore.ID{}
	for _, node := range all {
		id, ok, err := v.id(quad.IRI(node))
		if err != nil {
			return nil, err
		}
		if ok {
			numbers[node], own = id, append(own, id)
		}
	}
	for _, out := range []bool{true, false} {
		for _, p := range edgePredicates {
			pid, ok, err := v.id(p)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
			for i, node := range all {
				id, known := numbers[node]
				if !known || p == Names && i >= len(nodes) {
					continue
				}
				ends, err := v.ends(ctx, id, pid, out)
				if err != nil {
					return nil, err
				}
				if !out && p != Names { // between two of its own: told already
					ends = slices.DeleteFunc(ends, func(end quadstore.ID) bool { return slices.Contains(own, end) })
				}
				if len(ends) > 0 {
					list = append(list, &Bundle{Node: node, Out: out, Predicate: predicateName(p), predicate: p, ends: ends, part: -1})
				}
			}
		}
	}
	return list, nil
}

// ends are the nodes at the other ends of the edges of a node.
func (v *moment) ends(ctx context.Context, id, predicate quadstore.ID, out bool) (ends quadstore.Set, err error) {
	if !out {
		return v.q.Select(ctx, quadstore.Selection{Has: [][]quadstore.Link{{{Predicate: predicate, Object: id}}}})
	}
	err = v.q.EachObject(ctx, []quadstore.ID{id}, predicate, func(_ int, o quadstore.ID) error {
		ends = append(ends, o)
		return nil
	})
	return ends, err
}

// sortedPart bounds how many names are read for an order.
const sortedPart = 50_000

// Statements implements Around.
func (v *moment) Statements(ctx context.Context, b *Bundle, from, n int) ([]Statement, error) {
	var out []Statement
	for at := from; at < min(from+n, len(b.ends)); at++ {
		if err := v.arrange(ctx, b, at/sortedPart); err != nil {
			return nil, fmt.Errorf("graph: edges of %s: %w", b.Node, err)
		}
		st, err := v.statement(ctx, b, b.sorted[at%sortedPart])
		if err != nil {
			return nil, fmt.Errorf("graph: edges of %s: %w", b.Node, err)
		}
		out = append(out, st)
	}
	return out, nil
}

// arrange names a part of the ends of a bundle, and puts it in order.
func (v *moment) arrange(ctx context.Context, b *Bundle, part int) error {
	if b.part == part {
		return ctx.Err()
	}
	names, err := v.names(ctx, b.ends[part*sortedPart:min((part+1)*sortedPart, len(b.ends))])
	if err != nil {
		return err
	}
	b.sorted, b.part = make([]corpus.Node, len(names)), part
	for i, name := range names {
		b.sorted[i] = corpus.Node(name)
	}
	slices.SortFunc(b.sorted, func(x, y corpus.Node) int { return cmp.Compare(x, y) })
	return nil
}

// statement is the edge of a bundle to an end.
func (v *moment) statement(ctx context.Context, b *Bundle, end corpus.Node) (st Statement, err error) {
	st.Edge = Edge{From: b.Node, Predicate: b.Predicate, To: end}
	if !b.Out {
		st.From, st.To = end, b.Node
	}
	if !slices.Contains(shared, b.predicate) {
		of, _, _ := strings.Cut(string(st.From), "#")
		st.Decision, st.Times = corpus.Node(of), 1
		return st, nil
	}
	return st, v.stated(ctx, b.predicate, &st)
}

// stated fills in by how many, and by which of them first, an edge is stated. Tens of
// thousands may state what becomes of the number of an article: their names are read as
// one set.
func (v *moment) stated(ctx context.Context, predicate quad.IRI, st *Statement) error {
	var ids [3]quadstore.ID
	for i, name := range []quad.IRI{quad.IRI(st.From), predicate, quad.IRI(st.To)} {
		id, ok, err := v.id(name)
		if err != nil || !ok {
			return err
		}
		ids[i] = id
	}
	labels, err := v.q.Labels(ctx, ids[0], ids[1], ids[2])
	if err != nil || len(labels) == 0 {
		return err
	}
	names, err := v.names(ctx, labels)
	if err != nil {
		return err
	}
	st.Decision, st.Times = corpus.Node(slices.Min(names)), len(labels)
	return nil
}
