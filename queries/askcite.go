package queries

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// usesOf are the fields of citations with the uses that they ask for; none asks for any.
// What a court names in its visa it applies.
var usesOf = map[string][]corpus.Use{"cite": nil, "applique": {corpus.Visa, corpus.Applied}, "vise": {corpus.Visa},
	"invoque": {corpus.Invoked}, "rejette": {corpus.Rejected}}

// reviews are what a ruling does to the decision that it is on, by field.
var reviews = map[string][]corpus.Outcome{"confirme": {corpus.Confirmed, corpus.Upheld}, "infirme": {corpus.Reversed},
	"casse": {corpus.Quashed, corpus.Annulled}}

// cited is the condition of a reference in a field.
func (a *asker) cited(n lang.Value, field string) (index.Expr, error) {
	keys, err := a.read(n, n.Text)
	if err != nil {
		return nil, err
	}
	var all index.All
	for _, k := range keys {
		var nodes []corpus.Node
		if outcomes, reviewing := reviews[field]; reviewing {
			nodes, err = a.reviewing(n, k, field, outcomes)
		} else {
			nodes, err = a.citing(k, usesOf[field])
		}
		if err != nil {
			return nil, err
		}
		a.step("%s %s: %s, %d by the graph", field, n, a.Title(k), len(nodes))
		all = append(all, index.Nodes{Nodes: nodes})
	}
	return all, nil
}

// read reads a reference of the query.
func (a *asker) read(n lang.Node, text string) ([]corpus.Key, error) {
	keys, err := a.references(a.ctx, []string{text})
	var e *Error
	if errors.As(err, &e) && e.Code == Invalid {
		return nil, a.wrong(n, "", "%s", e.Message)
	}
	return keys, err
}

// citing gives the decisions that cite a key by one of the uses, by any when none is given,
// and tells which rules were followed.
func (a *asker) citing(key corpus.Key, uses []corpus.Use) ([]corpus.Node, error) {
	names, err := a.lineNames(a.ctx, key, a.as)
	if err != nil {
		return nil, err
	}
	rules, err := a.followed(a.ctx, key, a.as)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(a.ans.Rules, func(r FollowedRule) bool { return r.Key == key }) {
		a.ans.Rules = append(a.ans.Rules, rules...)
	}
	found := map[corpus.Node]bool{}
	for _, name := range names {
		for node, err := range a.store.Citing(a.ctx, name, uses...) {
			if err != nil {
				return nil, err
			}
			found[node] = true
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// reviewing gives the decisions that review a decision with one of the outcomes.
func (a *asker) reviewing(n lang.Node, key corpus.Key, field string, outcomes []corpus.Outcome) ([]corpus.Node, error) {
	if !key.IsDecision() {
		return nil, a.wrong(n, "cite: and applique: take provisions", "%s: takes a decision, and %s is a provision", field, a.Title(key))
	}
	names, err := a.names(a.ctx, key)
	if err != nil {
		return nil, err
	}
	found := map[corpus.Node]bool{}
	for _, name := range names {
		for node, err := range a.store.Reviewing(a.ctx, name) {
			if err != nil {
				return nil, err
			}
			d, err := a.store.Heading(a.ctx, node)
			if isNotFound(err) {
				continue
			}
			if err != nil {
				return nil, err
			}
			if ruling, ok := a.extract.Fate().Of(d); ok && slices.Contains(outcomes, ruling.Outcome) {
				found[node] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// ref is the condition of a reference that stands by itself: for provisions the decisions
// that cite them; for a decision the decision itself, first, and those that cite it or
// print its number.
func (a *asker) ref(n lang.Ref) (index.Expr, error) {
	if d, err := a.store.Heading(a.ctx, corpus.Node(n.Text)); err == nil {
		return a.direct(n, nil, []*corpus.Decision{d})
	}
	keys, err := a.read(n, n.Text)
	if err != nil {
		return nil, err
	}
	var all index.All
	for _, k := range keys {
		held, err := a.heldIfDecision(k)
		if err != nil {
			return nil, err
		}
		e, err := a.direct(n, &k, held)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

func (a *asker) heldIfDecision(k corpus.Key) ([]*corpus.Decision, error) {
	if !k.IsDecision() {
		return nil, nil
	}
	return a.held(a.ctx, k)
}

// direct is the condition of one thing that a reference names.
func (a *asker) direct(n lang.Ref, key *corpus.Key, held []*corpus.Decision) (index.Expr, error) {
	var any index.Any
	var here []corpus.Node
	for _, d := range held {
		ref, err := a.Library.ref(a.ctx, d)
		if err != nil {
			return nil, err
		}
		here = append(here, d.Node)
		a.ans.Direct = append(a.ans.Direct, Direct{Key: ref.Key, Title: ref.Usual, Held: true})
		if key == nil {
			k := ref.Key
			key = &k
		}
	}
	if len(held) == 0 {
		a.ans.Direct = append(a.ans.Direct, Direct{Key: *key, Title: a.Title(*key)})
	} else {
		any = append(any, index.Nodes{Nodes: here, Best: true})
	}
	citing, err := a.citing(*key, nil)
	if err != nil {
		return nil, err
	}
	a.step("%s: %s, %d cite it by the graph, %d held", n, a.Title(*key), len(citing), len(held))
	any = append(any, index.Nodes{Nodes: citing})
	least := 5 // digits of the number of a decision
	if key.IsProvision() {
		least = 4 // of an act, of which only some decisions cite the whole: 78-17
	}
	for _, word := range strings.Fields(n.Text) {
		if (key.IsDecision() || *key == key.Instrument()) && digits(word) >= least {
			any = append(any, index.Words{Text: word, Name: true})
		}
	}
	return any, nil
}
