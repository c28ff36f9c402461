package queries

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// HistoryStep is one decision in the life of a case.
type HistoryStep struct {
	DecisionRef
	// Reviews are the decisions of this history that this one reviews.
	Reviews []corpus.Key `json:"reviews"`
	// Ruling is what it does to them; null when nothing shows that.
	Ruling *corpus.Ruling `json:"ruling"`
	// Fate is what became of it.
	Fate Fate `json:"fate"`
	// Self marks the decision that was asked for.
	Self bool `json:"self"`

	orderedOn []corpus.Date // the days of the decisions that its order on the one below names
}

// maxHistory bounds a history: a case has few decisions, and what goes beyond
// is a wrong link that must not spread.
const maxHistory = 50

// history follows the links of review from a decision, down to the first
// instance and up to the last court, and puts the decisions in the order of
// their dates. A link that fits several decisions is not followed.
func (l *Library) history(ctx context.Context, d *corpus.Decision) ([]HistoryStep, error) {
	h := &historian{l: l, ctx: ctx, asked: d, steps: map[corpus.Node]*HistoryStep{}}
	todo := []corpus.Node{d.Node}
	for len(todo) > 0 && len(h.steps) < maxHistory {
		node := todo[0]
		todo = todo[1:]
		if h.steps[node] != nil {
			continue
		}
		next, err := h.visit(node)
		if err != nil {
			return nil, err
		}
		todo = append(todo, next...)
	}
	return h.ordered(d.Node), nil
}

type historian struct {
	l     *Library
	ctx   context.Context
	asked *corpus.Decision
	steps map[corpus.Node]*HistoryStep
	links [][2]corpus.Node // reviewing, reviewed
}

// visit describes a node and returns those linked to it by a review.
func (h *historian) visit(node corpus.Node) ([]corpus.Node, error) {
	step := &HistoryStep{Reviews: []corpus.Key{}}
	d, err := h.l.store.Heading(h.ctx, node)
	held := err == nil
	switch {
	case isNotFound(err):
		step.DecisionRef, err = h.l.pending(h.ctx, node)
	case err == nil:
		if err = h.rules(step, d); err == nil {
			step.DecisionRef, err = h.l.ref(h.ctx, d)
		}
	}
	if err != nil {
		return nil, err
	}
	h.steps[node] = step
	below, err := h.below(node)
	if err != nil {
		return nil, err
	}
	if held && d.Court.Kind == corpus.Cass {
		before, err := h.remandedBy(node)
		if err != nil {
			return nil, err
		}
		below = append(below, before...)
	}
	above, err := h.above(node)
	if err == nil && !held {
		above, err = h.ofTheCase(node, above)
	}
	return append(below, above...), err
}

// rules sets what a decision, of which the heading is given, does to those that it reviews.
// Of one by which a decision falls the citations are read, too: they tell whether the
// dispute ends, and on which decision below it rules.
func (h *historian) rules(step *HistoryStep, d *corpus.Decision) error {
	r, ok := h.l.extract.Fate().Of(d)
	if !ok {
		return nil
	}
	if r.Outcome.Falls() && (d.Court.Kind == corpus.Cass || d.Court.Kind == corpus.CE) {
		whole, err := h.l.store.Get(h.ctx, d.Node)
		if isNotFound(err) { // forgotten meanwhile
			return nil
		}
		if err != nil {
			return err
		}
		if r, ok = h.l.extract.Fate().Of(whole); ok && r.Ending != nil && r.Ending.Below != nil {
			step.orderedOn = daysOf(whole, r.Ending.Below)
		}
	}
	step.Ruling = &r
	return nil
}

// remandedBy gives the rulings by which the case of a held decision came back to the court
// below, as its text tells. No link of review leads to them.
func (h *historian) remandedBy(node corpus.Node) (out []corpus.Node, err error) {
	d := h.asked
	if d.Node != node {
		if d, err = h.l.store.Get(h.ctx, node); isNotFound(err) { // forgotten meanwhile
			return nil, nil
		} else if err != nil {
			return nil, err
		}
	}
	for _, key := range h.l.extract.Fate().RemandedBy(d) {
		nodes, err := h.l.store.Resolve(h.ctx, key)
		if err != nil {
			return nil, err
		}
		if len(nodes) == 1 && nodes[0] != node {
			out = append(out, nodes[0])
		}
	}
	return out, nil
}

// below gives the decisions that a node reviews.
func (h *historian) below(node corpus.Node) (out []corpus.Node, err error) {
	for key, err := range h.l.store.Reviewed(h.ctx, node) {
		if err != nil {
			return nil, err
		}
		nodes, err := h.l.store.Resolve(h.ctx, key)
		if err != nil {
			return nil, err
		}
		if len(nodes) == 1 && nodes[0] != node {
			h.links = append(h.links, [2]corpus.Node{node, nodes[0]})
			out = append(out, nodes[0])
		}
	}
	return out, nil
}

// above gives the decisions that review a node under one of its own names.
func (h *historian) above(node corpus.Node) (out []corpus.Node, err error) {
	t, err := h.l.target(h.ctx, node)
	if err != nil {
		return nil, err
	}
	for _, name := range t.names {
		if t.shared[name] {
			continue
		}
		var by iter.Seq2[corpus.Node, error] = h.l.store.Reviewing(h.ctx, name)
		for n, err := range by {
			if err != nil {
				return nil, err
			}
			if n != node {
				out = append(out, n)
			}
		}
	}
	return out, nil
}

// ordered gives the steps by date, the undated first, each with its links.
func (h *historian) ordered(self corpus.Node) []HistoryStep {
	for _, link := range h.links {
		from, to := h.steps[link[0]], h.steps[link[1]]
		if from != nil && to != nil && !slices.Contains(from.Reviews, to.Key) {
			from.Reviews = append(from.Reviews, to.Key)
		}
	}
	h.fates()
	out := make([]HistoryStep, 0, len(h.steps))
	for node, step := range h.steps {
		step.Self = node == self
		out = append(out, *step)
	}
	slices.SortFunc(out, func(a, b HistoryStep) int {
		if c := compareDates(a.Date, b.Date); c != 0 {
			return c
		}
		return a.Key.Compare(b.Key)
	})
	return out
}

// compareDates orders days, the unknown first.
func compareDates(a, b corpus.Date) int { return strings.Compare(string(a), string(b)) }
