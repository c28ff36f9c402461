package export

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// Node is a node of a network: a decision, or a provision. A number that has borne
// several rules is a node for each that was meant.
type Node struct {
	ID       string
	Label    string // as lawyers cite it
	Kind     string // decision or provision
	Key      string
	Court    string // of a decision, as in keys
	ECLI     string
	Date     *Day // of a decision
	Solution string
	Held     bool   // a decision that is exported, not only cited
	Today    string // of a provision: the keys under which the rule stands today, | between them
}

// NetworkWriter writes nodes, and then the edges between them.
type NetworkWriter interface {
	Node(Node) error
	Edge(Edge) error
	Close() error
}

// Network makes nodes and edges of decisions. All decisions come twice: for their nodes
// first, then for their edges. It remembers the names of what is cited, not the decisions.
type Network struct {
	// Names resolve what is cited. Past knows the rules of numbers.
	Names Source
	Past  *law.Succession
	// Exported says whether a held decision is among those that come.
	Exported func(corpus.Node) bool

	seen  map[string]bool
	texts []corpus.Text // provisions among them that are one rule of several
}

// Nodes gives the node of a decision, and those of what it cites that were not given yet.
func (n *Network) Nodes(d *corpus.Decision, each func(Node) error) error {
	if n.seen == nil {
		n.seen = map[string]bool{}
	}
	key, err := n.Names.Key(d)
	if err != nil {
		return err
	}
	if err := each(Node{ID: string(d.Node), Label: n.Names.Usual(&d.Metadata), Kind: "decision", Key: string(key), Court: courtOf(d.Court),
		ECLI: d.ECLI, Date: DayOf(d.Date), Solution: d.Solution, Held: true}); err != nil {
		return err
	}
	for i := range d.Citations {
		if err := n.cited(&d.Citations[i], each); err != nil {
			return err
		}
	}
	reviewed, _, err := n.Names.Reviewed(d)
	if err != nil {
		return err
	}
	for _, k := range reviewed {
		if err := n.decision(k, each); err != nil {
			return err
		}
	}
	return nil
}

// cited gives the node of what is cited, once.
func (n *Network) cited(c *corpus.Citation, each func(Node) error) error {
	switch {
	case c.Key == "":
		return nil
	case !c.Node.IsProvision():
		return n.decision(c.Node, each)
	}
	t, err := n.text(c)
	if err != nil || n.seen[t.String()] {
		return err
	}
	n.seen[t.String()] = true
	node := Node{ID: t.String(), Label: n.Names.Title(t.Key), Kind: "provision", Key: string(t.Key)}
	if t.Version != "" {
		var today []string
		for _, k := range n.Past.Ends(t) {
			today = append(today, string(k))
		}
		node.Today = strings.Join(today, listMark)
	}
	if t.Version != "" && t.Version != corpus.Unchanged {
		n.texts = append(n.texts, corpus.Text{Key: t.Key, Version: corpus.Version(strings.Clone(string(t.Version)))}) // not the text that it is part of
		node.Label += " (" + versionLabel(t.Version) + ")"
	}
	return each(node)
}

// versionLabel says in French which rule of a number it is.
func versionLabel(v corpus.Version) string {
	if v.Old() {
		return "avant le " + v.Day().Long()
	}
	return "depuis le " + v.Day().Long()
}

// decision gives the node of a decision that is not exported, once.
func (n *Network) decision(key corpus.Key, each func(Node) error) error {
	id, exported, err := n.target(key)
	if err != nil || exported || n.seen[id] {
		return err
	}
	n.seen[id] = true
	return each(Node{ID: id, Label: n.Names.Title(key), Kind: "decision", Key: string(key)})
}

// target is the id of a decision, and whether it is exported.
func (n *Network) target(key corpus.Key) (id string, exported bool, err error) {
	held, err := n.Names.Held(key)
	if err != nil || held != "" {
		return string(held), n.Exported(held), err
	}
	one, err := n.Names.Resolve(key)
	return string(one), false, err
}

// text is the rule that a citation means, under the one name of its key.
func (n *Network) text(c *corpus.Citation) (corpus.Text, error) {
	key, err := n.Names.Resolve(c.Node)
	return c.Meant.Text(key), err
}
