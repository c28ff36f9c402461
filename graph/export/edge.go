package export

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// Edge leads from a decision to what it cites or reviews, and from a provision to the one
// under whose number its rule went on.
type Edge struct {
	Source, Target string
	Kind           string // cites, reviews or renumbered
	Use            string // of cites: the strongest; see corpus.Uses
	Uses           string // all of them, | between them
	Weight         int64  // mentions
	Date           *Day   // of the decision
}

// Edges gives the edges of a decision: one for each thing that it cites, in the order of
// the first mentions, then one for each that it reviews.
func (n *Network) Edges(d *corpus.Decision, each func(Edge) error) error {
	var edges []Edge
	at := map[string]int{}
	for i := range d.Citations {
		c := &d.Citations[i]
		id, err := n.id(c)
		if err != nil {
			return err
		}
		if id == "" || id == string(d.Node) {
			continue
		}
		j, ok := at[id]
		if !ok {
			j, at[id] = len(edges), len(edges)
			edges = append(edges, Edge{Source: string(d.Node), Target: id, Kind: "cites", Date: DayOf(d.Date)})
		}
		edges[j].mention(d.UsesOf(c))
	}
	reviewed, _, err := n.Names.Reviewed(d)
	if err != nil {
		return err
	}
	for _, k := range reviewed {
		id, _, err := n.target(k)
		if err != nil {
			return err
		}
		e := Edge{Source: string(d.Node), Target: id, Kind: "reviews", Weight: 1, Date: DayOf(d.Date)}
		if id != string(d.Node) && !slices.Contains(edges, e) {
			edges = append(edges, e)
		}
	}
	for _, e := range edges {
		if err := each(e); err != nil {
			return err
		}
	}
	return nil
}

// id is the id of what is cited; "" when that is not known.
func (n *Network) id(c *corpus.Citation) (string, error) {
	switch {
	case c.Key == "":
		return "", nil
	case c.Node.IsProvision():
		t, err := n.text(c)
		return t.String(), err
	}
	id, _, err := n.target(c.Node)
	return id, err
}

// mention adds a mention; uses stand in the order of their strength.
func (e *Edge) mention(does []corpus.Use) {
	e.Weight++
	var uses []string
	for _, u := range corpus.Uses() {
		if slices.Contains(does, u) || slices.Contains(strings.Split(e.Uses, listMark), string(u)) {
			uses = append(uses, string(u))
		}
	}
	e.Use, e.Uses = uses[0], strings.Join(uses, listMark)
}

// Renumberings gives the edges between the provisions that were given.
func (n *Network) Renumberings(each func(Edge) error) error {
	for _, t := range n.texts {
		for _, next := range n.Past.Next(t) {
			if !n.seen[next.String()] {
				continue
			}
			e := Edge{Source: t.String(), Target: next.String(), Kind: "renumbered", Weight: 1, Date: DayOf(t.Version.Day())}
			if err := each(e); err != nil {
				return err
			}
		}
	}
	return nil
}
