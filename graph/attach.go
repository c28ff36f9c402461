package graph

import (
	"errors"
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// A commentary never replaces the decision that it speaks of: while the
// decision is not held it stands for it under its key, and afterwards it is one
// more source of it, whichever came first.

// host finds the one primary decision that a commentary speaks of.
func (w *write) host(d *corpus.Decision) (corpus.Node, error) {
	hosts := map[corpus.Node]bool{}
	for node, r := range w.records {
		if r != nil && !r.Decision.Secondary() && slices.ContainsFunc(d.Keys, func(k corpus.Key) bool {
			return slices.Contains(r.Decision.Keys, k)
		}) {
			hosts[node] = true
		}
	}
	for _, k := range d.Keys {
		for o, err := range w.s.quads.Objects(w.ctx, quad.IRI(k), Names) {
			if err != nil {
				return "", err
			}
			r, err := w.record(corpus.Node(iri(o)))
			if err == nil && !r.Decision.Secondary() {
				hosts[r.Decision.Node] = true
			} else if err != nil && !errors.Is(err, ErrNotFound) {
				return "", err
			}
		}
	}
	for host := range hosts {
		if len(hosts) == 1 {
			return host, nil
		}
	}
	return "", nil
}

// attach notes a commentary on the decision that it speaks of.
func (w *write) attach(host corpus.Node, d *corpus.Decision, sum string, err error) (Outcome, error) {
	if err != nil {
		return 0, err
	}
	old, err := w.record(host)
	if err != nil {
		return 0, err
	}
	if taken(old, d, sum) {
		return Unchanged, nil
	}
	next := &record{Decision: clone(old.Decision), Taken: maps.Clone(old.Taken)}
	for _, src := range d.Sources {
		if _, again := next.Taken[src.Path]; !again {
			next.Decision.Sources = append(next.Decision.Sources, src)
		}
		next.Taken[src.Path] = sum
	}
	return Attached, w.save(next, old, false)
}

// absorb takes over a commentary that was there before the decision itself: the
// commentary's record stands under one of the decision's keys.
func (w *write) absorb(next *record) error {
	for _, k := range next.Decision.Keys {
		node := corpus.Node(k)
		old, err := w.record(node)
		if errors.Is(err, ErrNotFound) || node == next.Decision.Node {
			continue
		}
		if err != nil {
			return err
		}
		next.keep(old)
		if err := w.remove(node, old); err != nil {
			return err
		}
	}
	return nil
}
