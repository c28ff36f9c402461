package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// Quads gives the graph of one decision: a sorted, duplicate-free list in which
// every quad carries the decision's node as label. The same decision gives the
// same list.
func Quads(d *corpus.Decision) []quad.Quad {
	b := &builder{d: d, self: quad.IRI(d.Node)}
	b.facts()
	b.names()
	b.citations()
	b.parties()
	b.orders()
	b.principles()
	slices.SortFunc(b.out, compareQuads)
	return slices.Compact(b.out)
}

type builder struct {
	d    *corpus.Decision
	self quad.IRI
	out  []quad.Quad
}

// add states a fact of the decision's graph; an empty end states nothing.
func (b *builder) add(s, p quad.IRI, o quad.Value) {
	if s == "" || o == nil || o == quad.IRI("") || o == quad.String("") {
		return
	}
	b.out = append(b.out, quad.Quad{Subject: s, Predicate: p, Object: o, Label: b.self})
}

func (b *builder) facts() {
	class := ClassDecision
	if b.d.Secondary() {
		class = ClassSecondary
	}
	b.add(b.self, Type, class)
	if b.d.Court.Kind != "" {
		b.add(b.self, CourtOf, CourtNode(b.d.Court))
	}
	if b.d.Date != "" {
		b.add(b.self, DateOf, quad.Time(b.d.Date.Time()))
	}
	b.add(b.self, SolutionOf, quad.String(b.d.Solution))
}

// names links every key of the decision, and the homonym form of its first, to
// its node.
func (b *builder) names() {
	for _, k := range b.d.Keys {
		if quad.IRI(k) != b.self {
			b.add(quad.IRI(k), Names, b.self)
		}
	}
}

func (b *builder) citations() {
	for i := range b.d.Citations {
		c := &b.d.Citations[i]
		if c.Key == "" {
			continue
		}
		target := quad.IRI(c.Node)
		if c.Meant != nil && c.Meant.Version != "" && c.Meant.Version != corpus.Unchanged {
			b.add(b.self, Prints, target)
			target = quad.IRI(c.Meant.Text(c.Node).String())
			b.line(c.Node, c.Meant)
		}
		part := quad.IRI(c.Meant.Part(c.Node))
		if part != "" {
			b.add(b.self, Cites, part)
			b.add(part, PartOf, target)
		}
		b.add(b.self, Cites, target)
		for _, use := range b.d.UsesOf(c) {
			b.add(b.self, useIRI(use), target)
			if part != "" {
				b.add(b.self, useIRI(use), part)
			}
		}
		if c.UnderAppeal {
			b.add(b.self, Reviews, target)
		}
		b.learn(c)
	}
	if ref := b.d.Contested; ref != nil {
		keys := ref.Keys()
		if len(keys) > 0 {
			b.add(b.self, Reviews, quad.IRI(keys[0]))
		}
		for _, k := range keys[min(1, len(keys)):] {
			b.add(quad.IRI(k), Names, quad.IRI(keys[0]))
		}
	}
}

// line states what is known of a text whose number has borne several rules.
func (b *builder) line(key corpus.Key, d *corpus.Designation) {
	self := quad.IRI(d.Text(key).String())
	b.add(self, TextOf, quad.IRI(key))
	for _, t := range d.Went {
		b.add(self, RenumberedAs, quad.IRI(t.String()))
		b.add(quad.IRI(t.String()), TextOf, quad.IRI(t.Key))
	}
	for _, t := range d.Came {
		b.add(quad.IRI(t.String()), RenumberedAs, self)
		b.add(quad.IRI(t.String()), TextOf, quad.IRI(t.Key))
	}
	if d.Reuses != nil {
		b.add(self, ReusesNumberOf, quad.IRI(d.Reuses.String()))
	}
}

// learn keeps the aliases that a mention proves: the key printed and the other
// names beside it all name the canonical node. The names of instruments are
// kept without their article, which goes over by itself.
func (b *builder) learn(c *corpus.Citation) {
	if c.Node.Chamber() != "" { // a narrower name: the day alone does not prove the chamber
		return
	}
	for _, k := range append([]corpus.Key{c.Key}, c.AlsoNamed...) {
		from, to := k, c.Node
		if c.Node.IsProvision() {
			from, to = k.Instrument(), c.Node.Instrument()
		}
		if from != to && from != "" {
			b.add(quad.IRI(from), Names, quad.IRI(to))
		}
	}
}

// local names the n-th thing of a kind inside the decision.
func (b *builder) local(kind string, n int) quad.IRI {
	return quad.IRI(fmt.Sprintf("%s#%s%d", string(b.self), kind, n+1))
}

func (b *builder) parties() {
	for i, p := range b.d.Parties {
		node := b.local("party", i)
		b.add(b.self, PartyOf, node)
		b.add(node, NameOf, quad.String(p.Name))
		b.add(node, SideOf, quad.String(p.Side))
		b.add(node, KindOf, quad.String(p.Kind))
		if p.Kind != corpus.Physique { // natural persons are never joined across decisions
			if org := OrgNode(p.Name); org != "" {
				b.add(node, IsOrg, org)
				if p.Siren != "" { // one company under several names, or two of one name
					b.add(node, IsOrg, SirenNode(p.Siren))
					b.add(SirenNode(p.Siren), Names, org)
				}
			}
		}
	}
}

func (b *builder) orders() {
	for i, h := range b.d.Holdings {
		node := b.local("order", i)
		b.add(b.self, OrderOf, node)
		b.add(node, KindOf, quad.String(h.Kind))
		for _, k := range h.Bases {
			b.add(node, BasisOf, quad.IRI(k))
		}
		for _, name := range h.Beneficiaries {
			b.add(node, Beneficiary, b.party(name))
		}
		for _, name := range h.Debtors {
			b.add(node, Debtor, b.party(name))
		}
		if h.AmountCents != 0 {
			b.add(node, AmountOf, quad.Int(h.AmountCents))
		}
	}
}

// principles states the rules that the court states.
func (b *builder) principles() {
	for i, h := range b.d.Principles {
		node := b.local("principle", i)
		b.add(b.self, PrincipleOf, node)
		b.add(node, KindOf, quad.String(h.Kind))
		for _, k := range h.Bases {
			b.add(node, BasisOf, quad.IRI(k))
		}
	}
}

// party is the node of the party of that name, "" when there is none.
func (b *builder) party(name string) quad.IRI {
	for i, p := range b.d.Parties {
		if p.Name == name {
			return b.local("party", i)
		}
	}
	return ""
}

// compareQuads orders quads of one label by what they say.
func compareQuads(a, b quad.Quad) int {
	if c := compareValues(a.Subject, b.Subject); c != 0 {
		return c
	}
	if c := compareValues(a.Predicate, b.Predicate); c != 0 {
		return c
	}
	return compareValues(a.Object, b.Object)
}

// compareValues orders values: names by their letters, all else by how it is written.
func compareValues(a, b quad.Value) int {
	x, named := a.(quad.IRI)
	y, both := b.(quad.IRI)
	if named && both {
		return strings.Compare(string(x), string(y))
	}
	return strings.Compare(quad.StringOf(a), quad.StringOf(b))
}
