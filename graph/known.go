package graph

import (
	"errors"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// known finds the record of the decision that d is, from whatever source that
// record came: by node, or by another of its identities. It returns nil when the
// decision is new.
//
// A commentary is known by the one decision that its keys name; while that is
// not held the commentary stands for it under its key.
func (w *write) known(d *corpus.Decision) (*record, error) {
	if d.Secondary() {
		if host, err := w.host(d); err != nil || host != nil {
			return host, err
		}
	}
	r, err := w.record(d.Node)
	if err == nil || !errors.Is(err, ErrNotFound) {
		return r, err
	}
	if d.Secondary() {
		return nil, nil
	}
	for _, id := range d.Identities() {
		nodes, err := w.identified(id)
		if err != nil {
			return nil, err
		}
		for _, node := range nodes {
			r, err := w.record(node)
			if err != nil {
				return nil, err
			}
			if !r.Decision.Contradicts(d) {
				return r, nil
			}
		}
	}
	return nil, nil
}

// host finds the one held decision that a commentary speaks of.
func (w *write) host(d *corpus.Decision) (*record, error) {
	hosts := map[corpus.Node]*record{}
	for _, r := range w.records {
		if r != nil && !r.Decision.Secondary() && slices.ContainsFunc(d.Keys, func(k corpus.Key) bool {
			return slices.Contains(r.Decision.Keys, k)
		}) {
			hosts[r.Decision.Node] = r
		}
	}
	for _, k := range d.Keys {
		for o, err := range w.s.quads.Objects(w.ctx, quad.IRI(k), Names) {
			if err != nil {
				return nil, err
			}
			r, err := w.record(corpus.Node(iri(o)))
			if err == nil && !r.Decision.Secondary() {
				hosts[r.Decision.Node] = r
			} else if err != nil && !errors.Is(err, ErrNotFound) {
				return nil, err
			}
		}
	}
	for _, r := range hosts {
		if len(hosts) == 1 {
			return r, nil
		}
	}
	return nil, nil
}

// absorb takes over the commentaries that stood for a decision before it came
// itself: their records stand under its keys.
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
		next.Decision, _ = corpus.Merge(next.Decision, old.Decision)
		for path, sum := range old.Taken {
			next.Taken[path] = sum
		}
		if err := w.remove(node, old); err != nil {
			return err
		}
	}
	return nil
}

// identified returns the nodes of the records that have an identity, this batch
// included.
func (w *write) identified(id string) ([]corpus.Node, error) {
	if nodes, ok := w.ids[id]; ok {
		return nodes, nil
	}
	b, err := w.s.value(spaced(spaceIdentity, id))
	if errors.Is(err, ErrNotFound) || err == nil && len(b) == 0 {
		return nil, nil
	}
	var nodes []corpus.Node
	for _, n := range strings.Split(string(b), "\n") {
		nodes = append(nodes, corpus.Node(n))
	}
	return nodes, err
}

// identify changes which identities lead to a node: away with those of the old
// record, here with those of the next. Either may be nil.
func (w *write) identify(node corpus.Node, old, next *record) error {
	var was, is []string
	if old != nil && !old.Decision.Secondary() {
		was = old.Identities
	}
	if next != nil && !next.Decision.Secondary() {
		is = next.Identities
	}
	for _, id := range was {
		if !slices.Contains(is, id) {
			if err := w.point(id, func(n corpus.Node) bool { return n == node }, ""); err != nil {
				return err
			}
		}
	}
	for _, id := range is {
		if err := w.point(id, func(n corpus.Node) bool { return n == node }, node); err != nil {
			return err
		}
	}
	return nil
}

// point takes nodes from an identity and adds one, unless it is "".
func (w *write) point(id string, away func(corpus.Node) bool, add corpus.Node) error {
	nodes, err := w.identified(id)
	if err != nil {
		return err
	}
	nodes = slices.DeleteFunc(slices.Clone(nodes), away)
	if add != "" {
		nodes = append(nodes, add)
	}
	slices.Sort(nodes)
	w.ids[id] = nodes
	if len(nodes) == 0 {
		return w.tx.Batch().Delete(spaced(spaceIdentity, id), nil)
	}
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = string(n)
	}
	return w.tx.Batch().Set(spaced(spaceIdentity, id), []byte(strings.Join(names, "\n")), nil)
}
