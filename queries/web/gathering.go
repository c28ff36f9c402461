package web

import (
	"cmp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// gathering joins the edges of a thing.
type gathering struct {
	v      *visit
	center node
	names  map[string]string // of decisions that the center cites, by their pages
	nodes  map[string]node
	order  [][2]string // edges in the order in which they came
	edges  map[[2]string][]string
	groups map[string]*edgeGroup
}

// take adds an edge. An edge between two others, which a thing with several names has,
// is drawn, and listed under its relation.
func (g *gathering) take(x queries.Neighbour) {
	if !slices.Contains(strength, x.Relation) {
		return
	}
	from, to := newNode(x.From), newNode(x.To)
	for _, n := range []*node{&from, &to} {
		if name, ok := g.names[n.Href]; ok {
			n.Title = name
		}
	}
	if from.ID == to.ID {
		return
	}
	for _, n := range []node{from, to} {
		if n.ID != g.center.ID {
			g.nodes[n.ID] = n
		}
	}
	pair := [2]string{from.ID, to.ID}
	if slices.Contains(g.edges[pair], x.Relation) {
		return
	}
	if g.edges[pair] == nil {
		g.order = append(g.order, pair)
	}
	g.edges[pair] = append(g.edges[pair], x.Relation)
	other, way := to, "out"
	switch {
	case to.ID == g.center.ID || from.ID != g.center.ID && from.Kind == "decision":
		other, way = from, "in"
	case from.ID != g.center.ID: // the rules that a number has borne, among themselves
		way = "between"
		other.Title = from.Title + " — " + g.v.of("relation", x.Relation) + " → " + to.Title
		other.ID = from.ID + " " + to.ID
	}
	key := way + "." + x.Relation
	if way == "between" {
		key = way
	}
	if g.groups[key] == nil {
		g.groups[key] = &edgeGroup{Key: "graph." + key}
	}
	grp := g.groups[key]
	if slices.ContainsFunc(grp.List, func(e listedEdge) bool { return e.ID == other.ID }) {
		return
	}
	if len(grp.List) == maxListed {
		grp.More++
		return
	}
	grp.List = append(grp.List, listedEdge{other, x.Times})
}

// more counts the edges that were not read, for the list of their relation; what has no
// list is told of the page.
func (g *gathering) more(ans *queries.NeighboursAnswer, p *graphPage) {
	left := len(ans.Neighbours)
	for _, r := range ans.Relations { // the edges come in this order
		read := min(r.Count, maxListed, left)
		left -= read
		grp := g.groups[r.Direction+"."+r.Relation]
		switch {
		case r.Count == read || !slices.Contains(strength, r.Relation):
		case grp != nil:
			grp.More += r.Count - read
		default:
			p.Unread += r.Count - read
		}
	}
}

// draw chooses what is drawn: the strongest relations first, the rest is told.
func (g *gathering) draw(p *graphPage) {
	weight := func(pair [2]string) int {
		best := len(strength)
		for _, r := range g.edges[pair] {
			best = min(best, slices.Index(strength, r))
		}
		return best
	}
	pairs := slices.Clone(g.order)
	slices.SortStableFunc(pairs, func(a, b [2]string) int { return cmp.Compare(weight(a), weight(b)) })
	drawn := map[string]bool{g.center.ID: true}
	p.Nodes = append(p.Nodes, g.center)
	for _, pair := range pairs {
		if len(p.Edges) == maxDrawn || !drawnRelation(g.edges[pair]) {
			p.Left++
			continue
		}
		for _, id := range pair {
			if !drawn[id] {
				drawn[id] = true
				p.Nodes = append(p.Nodes, g.nodes[id])
			}
		}
		relations := g.edges[pair]
		slices.SortFunc(relations, func(a, b string) int { return slices.Index(strength, a) - slices.Index(strength, b) })
		var words []string
		for _, r := range relations {
			if r != "cites" || len(relations) == 1 {
				words = append(words, g.v.of("relation", r))
			}
		}
		p.Edges = append(p.Edges, edge{pair[0], pair[1], strings.Join(words, ", "), relations[0]})
	}
	if grp := g.groups["between"]; grp != nil {
		p.Groups = append(p.Groups, *grp)
	}
	for _, way := range []string{"out", "in"} {
		for _, r := range strength {
			if grp := g.groups[way+"."+r]; grp != nil && (r != "cites" || !g.told(way)) {
				p.Groups = append(p.Groups, *grp)
			}
		}
	}
}

// drawnRelation reports whether a relation leads to something that one can walk on from:
// orders, rules stated and the court are in the list.
func drawnRelation(relations []string) bool {
	return slices.ContainsFunc(relations, func(r string) bool {
		return !slices.Contains([]string{"order", "principle", "basis", "beneficiary", "debtor", "court", "version_of"}, r)
	})
}

// told reports whether what is cited in a direction is all told by its uses.
func (g *gathering) told(way string) bool {
	cites := g.groups[way+".cites"]
	for _, e := range cites.List {
		found := false
		for _, u := range corpus.Uses() {
			grp := g.groups[way+"."+string(u)]
			found = found || grp != nil && slices.ContainsFunc(grp.List, func(o listedEdge) bool { return o.ID == e.ID })
		}
		if !found {
			return false
		}
	}
	return true
}
