package web

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// graphPage is the data of the page of what is around a thing.
type graphPage struct {
	Center  node
	Groups  []edgeGroup
	Nodes   []node
	Edges   []edge
	Left    int // edges that are listed and not drawn
	Unread  bool
	Primary string // the page of the thing itself; "" where it has none
}

// node is a thing of the graph, for a script.
type node struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Kind   string `json:"kind"` // decision, provision, other
	Href   string `json:"href"` // its page; "" where it has none
	Around string `json:"around"`
	Center bool   `json:"center"`
}

// edge is what is drawn between two things: their relations, joined.
type edge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Label string `json:"label"`
	Use   string `json:"use"` // the strongest relation
}

// edgeGroup are the relations of one kind in one direction, for the list.
type edgeGroup struct {
	Key  string // of its heading
	List []listedEdge
	More int
}

// Count is how many there are, listed or not.
func (g edgeGroup) Count() int { return len(g.List) + g.More }

type listedEdge struct {
	node
	Times int
}

// Bounds of a page of the graph: what is read, listed of one relation, and drawn.
const (
	maxEdges  = 500
	maxListed = 100
	maxDrawn  = 26
)

// strength is the order in which relations are shown; "cites" says nothing where a use
// is told, and the others nothing to a reader.
var strength = []string{"reviews", "visa", "applied", "rejected", "invoked", "reported", "quoted", "recited", "cites", "renumbered_as",
	"reuses_number_of", "text_of", "part_of", "version_of", "party", "is", "order", "principle", "basis", "beneficiary", "debtor", "court"}

// graph is the page of what is around a thing, or the same for a script.
func (s *site) graph(v *visit) (*answer, error) {
	ref := v.r.PathValue("key")
	p, err := s.around(v, ref)
	if err != nil {
		return nil, err
	}
	if v.Query.Get("as") == "json" {
		b, err := json.Marshal(map[string]any{"nodes": p.Nodes, "edges": p.Edges, "center": p.Center.ID})
		return &answer{JSON: b}, err
	}
	return &answer{Template: "graph.html", Title: v.text("graph.of", p.Center.Title), Data: p, Script: "graph.js", Permanent: pathOf("/graph/", ref)}, nil
}

// around reads what is around a thing.
func (s *site) around(v *visit, ref string) (*graphPage, error) {
	ask := ref
	key, err := corpus.ParseKey(ref)
	if err == nil && key.IsProvision() {
		ask = s.lib.Title(key) // its rules under all their numbers
	}
	p, err := s.gather(v, ref, ask)
	if err != nil && ask != ref {
		return s.gather(v, ref, ref)
	}
	return p, err
}

func (s *site) gather(v *visit, ref, ask string) (*graphPage, error) {
	g := gathering{v: v, center: s.center(v, ref), nodes: map[string]node{}, edges: map[[2]string][]string{}, groups: map[string]*edgeGroup{}}
	p := &graphPage{Center: g.center, Primary: g.center.Href}
	n := 0
	for x, err := range s.lib.Neighbours(v.ctx, ask) {
		if err != nil {
			return nil, err
		}
		if n++; n > maxEdges {
			p.Unread = true
			break
		}
		g.take(x)
	}
	g.draw(p)
	return p, nil
}

// center is the thing that is asked for.
func (s *site) center(v *visit, ref string) node {
	if d, err := s.lib.Decision(v.ctx, ref); err == nil {
		return node{ID: string(d.Node), Title: d.Usual, Kind: "decision", Href: decisionHref(d.Key), Around: graphHref(d.Key), Center: true}
	}
	n := newNode(queries.Place{Node: corpus.Node(ref), Title: ref})
	if key, err := corpus.ParseKey(ref); err == nil {
		n = newNode(queries.Place{Node: corpus.Node(key), Key: key, Title: s.lib.Title(key)})
	}
	n.Center = true
	return n
}

func newNode(p queries.Place) node {
	n := node{ID: string(p.Node), Title: shorten(oneLine(p.Title), 160), Kind: "other", Around: graphHref(p.Node), Href: textHref(p.Node)}
	switch {
	case p.Key.IsDecision():
		n.Kind, n.Href, n.Around = "decision", decisionHref(p.Key), graphHref(p.Key)
	case p.Key.IsProvision():
		n.Kind, n.Href, n.Around = "provision", articleHref(p.Key), graphHref(p.Key)
	case n.Href != "":
		n.Kind = "provision"
	}
	return n
}

// gathering joins the edges of a thing.
type gathering struct {
	v      *visit
	center node
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
