package web

import (
	"encoding/json"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// graphPage is the data of the page of what is around a thing.
type graphPage struct {
	Center  node
	Groups  []edgeGroup
	Nodes   []node
	Edges   []edge
	Left    int    // edges that are listed and not drawn
	Unread  int    // edges that are neither
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

// Bounds of a page of the graph: what is read, listed of one relation in one direction,
// and drawn.
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
	center, names := s.center(v, ref)
	g := gathering{v: v, center: center, names: names, nodes: map[string]node{}, edges: map[[2]string][]string{}, groups: map[string]*edgeGroup{}}
	p := &graphPage{Center: g.center, Primary: g.center.Href}
	ans, err := s.lib.Around(v.ctx, queries.NeighboursRequest{Reference: ask, Limit: maxEdges, PerRelation: maxListed})
	if err != nil {
		return nil, err
	}
	for _, x := range ans.Neighbours {
		g.take(x)
	}
	g.more(ans, p)
	g.draw(p)
	return p, nil
}

// center is the thing that is asked for, and the names of the decisions that it cites, as its
// page has them.
func (s *site) center(v *visit, ref string) (n node, names map[string]string) {
	names = map[string]string{}
	if d, err := s.lib.Decision(v.ctx, ref); err == nil {
		for _, c := range d.Decisions {
			names[decisionHref(c.Key)] = c.Title
		}
		return node{ID: string(d.Node), Title: d.Usual, Kind: "decision", Href: decisionHref(d.Key), Around: graphHref(d.Key), Center: true}, names
	}
	n = newNode(queries.Place{Node: corpus.Node(ref), Title: ref})
	if key, err := corpus.ParseKey(ref); err == nil {
		n = newNode(queries.Place{Node: corpus.Node(key), Key: key, Title: s.lib.Title(key)})
		for c, err := range s.lib.CitedBy(v.ctx, ref) {
			if err != nil || !key.IsDecision() {
				break
			}
			if name, err := s.citedName(v, key, c.Key); err == nil {
				n.Title = name
			}
			break
		}
	}
	n.Center = true
	return n, names
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
