package queries

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// DecisionAnswer is all that the library knows of one decision.
type DecisionAnswer struct {
	DecisionRef
	Keys     []corpus.Key    `json:"keys"` // every name of the decision
	Official corpus.Metadata `json:"official"`
	Read     corpus.Metadata `json:"read"`
	Sources  []corpus.Source `json:"sources"`
	// Provenance says which source, or the text itself, each fact is from. Parties,
	// orders and citations are read from the text; their spans prove them.
	Provenance []Fact           `json:"provenance"`
	Parties    []corpus.Party   `json:"parties"`
	Holdings   []corpus.Holding `json:"holdings"`
	// Outcomes say what each party got out of the orders.
	Outcomes []PartyOutcome `json:"outcomes"`
	// Principles are the rules that the court states in its reasons.
	Principles []corpus.Holding `json:"principles"`
	// Provisions and Decisions are what it cites, each once, in the order of
	// first mention.
	Provisions []Cited `json:"provisions"`
	Decisions  []Cited `json:"decisions"`
	// Unresolved are the mentions of which it is not known what they name.
	Unresolved []Mention     `json:"unresolved"`
	Zones      []corpus.Zone `json:"zones"`
	History    []HistoryStep `json:"history"`  // the case, from first to last decision
	Fate       Fate          `json:"fate"`     // what became of it
	CitedBy    int           `json:"cited_by"` // decisions of the library that cite this one
	Text       string        `json:"text"`
}

// Cited is a provision or decision that a decision cites.
type Cited struct {
	Key   corpus.Key `json:"key"`
	Title string     `json:"title"`
	// Held says that the cited decision is in the library.
	Held     bool         `json:"held"`
	Uses     []corpus.Use `json:"uses"`
	Mentions []Mention    `json:"mentions"`
}

// Decision returns one held decision, named by its key, number, ECLI, court and
// date in any usual writing, or node. It answers NotFound when the library does
// not hold it, and Invalid with the candidates when the name fits several.
func (l *Library) Decision(ctx context.Context, reference string) (*DecisionAnswer, error) {
	d, err := l.find(ctx, reference)
	if err != nil {
		return nil, coded(err)
	}
	ans, err := l.answer(ctx, d)
	return ans, coded(err)
}

func (l *Library) answer(ctx context.Context, d *corpus.Decision) (*DecisionAnswer, error) {
	ref, err := l.ref(ctx, d)
	if err != nil {
		return nil, err
	}
	a := &DecisionAnswer{DecisionRef: ref, Keys: d.Keys, Official: d.Official, Read: d.Read, Sources: d.Sources, Provenance: provenance(l.extract.Courts(), d),
		Parties: wholeParties(d.Parties), Holdings: wholeOrders(d.Holdings), Outcomes: outcomes(d), Principles: wholeOrders(d.Principles), Provisions: []Cited{}, Decisions: []Cited{},
		Unresolved: []Mention{}, Zones: d.Zones, Text: d.Text}
	if err := l.cited(ctx, d, a); err != nil {
		return nil, err
	}
	if a.History, err = l.history(ctx, d); err != nil {
		return nil, err
	}
	for _, step := range a.History {
		if step.Self {
			a.Fate = step.Fate
		}
	}
	t, err := l.target(ctx, d.Node)
	if err != nil {
		return nil, err
	}
	a.CitedBy, err = l.countCitingOf(ctx, t)
	return a, err
}

// wholeOrders gives orders whose empty lists are lists: null is no list to a program.
func wholeOrders(orders []corpus.Holding) []corpus.Holding {
	out := append([]corpus.Holding{}, orders...)
	for i := range out {
		h := &out[i]
		for _, list := range []*[]string{&h.Beneficiaries, &h.Debtors, &h.Refused} {
			if *list == nil {
				*list = []string{}
			}
		}
		if h.Bases == nil {
			h.Bases = []corpus.Key{}
		}
		if h.Shares == nil {
			h.Shares = []corpus.Share{}
		}
	}
	return out
}

// wholeParties is the same for parties, which an older attendu may have read.
func wholeParties(parties []corpus.Party) []corpus.Party {
	out := append([]corpus.Party{}, parties...)
	for i := range out {
		if out[i].RepresentedBy == nil {
			out[i].RepresentedBy = []corpus.Counsel{}
		}
	}
	return out
}

// countCitingOf counts the decisions that cite a thing. Only where a name is
// shared must the mentions themselves be looked at.
func (l *Library) countCitingOf(ctx context.Context, t target) (n int, err error) {
	look := false
	for _, shared := range t.shared {
		look = look || shared
	}
	if !look {
		return l.count(ctx, t)
	}
	for node, err := range l.citers(ctx, t) {
		if err != nil {
			return 0, err
		}
		c, err := l.citing(ctx, node, t)
		if err != nil {
			return 0, err
		}
		if c != nil {
			n++
		}
	}
	return n, nil
}

// cited groups the citations of a decision by what they name.
func (l *Library) cited(ctx context.Context, d *corpus.Decision, a *DecisionAnswer) error {
	settled := map[corpus.Key]Cited{} // by node; a decision is cited several times
	for i := range d.Citations {
		c := &d.Citations[i]
		if c.Key == "" {
			a.Unresolved = append(a.Unresolved, l.mention(d, c))
			continue
		}
		list := &a.Decisions
		if c.Node.IsProvision() {
			list = &a.Provisions
		}
		one, known := settled[c.Node]
		if !known {
			one = Cited{Key: c.Node, Title: l.Title(c.Node)}
			if !c.Node.IsProvision() {
				if err := l.settleCited(ctx, &one); err != nil {
					return err
				}
			}
			settled[c.Node] = one
		}
		one.Uses = []corpus.Use{}
		one.Title = withChamber(one.Title, c.Chamber)
		at := slices.IndexFunc(*list, func(x Cited) bool { return x.Key == one.Key })
		if at < 0 {
			at = len(*list)
			*list = append(*list, one)
		}
		x := &(*list)[at]
		x.Title = withChamber(x.Title, c.Chamber)
		x.Mentions = append(x.Mentions, l.mention(d, c))
		x.Uses = addUses(x.Uses, d, c)
	}
	return nil
}

// settleCited gives a cited decision the best name that the library knows: that
// of the held decision, or its number where the mention gave only a date. A name
// that fits several stays as it is.
func (l *Library) settleCited(ctx context.Context, c *Cited) error {
	nodes, err := l.store.Resolve(ctx, c.Key)
	if err != nil || len(nodes) != 1 {
		return err
	}
	held, err := l.store.Heading(ctx, nodes[0])
	if isNotFound(err) {
		ref, err := l.pending(ctx, nodes[0])
		c.Key, c.Title = ref.Key, ref.Usual
		return err
	}
	if err != nil {
		return err
	}
	ref, err := l.ref(ctx, held)
	c.Key, c.Title, c.Held = ref.Key, ref.Usual, true
	return err
}

// ambiguous is the answer to a name that fits several decisions: it lists them.
func (l *Library) ambiguous(ctx context.Context, reference string, held []*corpus.Decision) error {
	var names []string
	var keys []corpus.Key
	for _, d := range held {
		k, err := l.unique(ctx, d)
		if err != nil {
			return err
		}
		names, keys = append(names, string(k)), append(keys, k)
		if len(names) == 10 && len(held) > 10 {
			names = append(names, fmt.Sprintf("and %d more", len(held)-10))
			break
		}
	}
	err := invalid("%s fits %d decisions: %s", reference, len(held), strings.Join(names, ", "))
	var e *Error
	if errors.As(err, &e) {
		e.Candidates = keys
	}
	return err
}

// zoneAt is the part of a decision that an offset lies in, "" when the decision
// has no zones.
func zoneAt(zones []corpus.Zone, at int) corpus.ZoneKind {
	for _, z := range zones {
		if z.Contains(at) {
			return z.Zone
		}
	}
	return ""
}
