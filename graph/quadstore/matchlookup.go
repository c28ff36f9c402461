package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// matchLookup tells whether something is a result of a match.
type matchLookup struct {
	progress
	m    *matchIterator
	sub  graph.Index // from
	c    cursor
	open bool
	turn int
	node uint64
}

func (n *matchLookup) String() string { return "MatchLookup" }

func (n *matchLookup) Err() error { return n.err }

func (n *matchLookup) TagResults(to map[string]graph.Ref) {
	if n.sub != nil {
		n.sub.TagResults(to)
	}
	n.m.tags(&n.c.cur, to)
}

func (n *matchLookup) Close() error {
	n.c.close()
	n.open, n.turn = false, len(n.m.pats)
	if n.sub != nil {
		return n.sub.Close()
	}
	return nil
}

func (n *matchLookup) Contains(ctx context.Context, r graph.Ref) bool {
	n.res, n.open, n.turn = r, false, len(n.m.pats)
	if q, ok := r.(quadRef); ok {
		if n.m.result != quad.Any {
			return false
		}
		n.c.cur = q
		for i := range n.m.pats {
			if n.m.pats[i].matches(&q) {
				return true
			}
		}
		return false
	}
	id, ok := n.m.s.refID(r)
	if !ok || n.m.result == quad.Any {
		return false
	}
	n.node, n.turn = id, 0
	return n.advance(ctx)
}

// NextPath looks for another way to the same node.
func (n *matchLookup) NextPath(ctx context.Context) bool {
	if n.sub != nil && n.sub.NextPath(ctx) {
		return true
	}
	return n.open && n.advance(ctx)
}

// advance moves to the next quad that leads to the node.
func (n *matchLookup) advance(ctx context.Context) bool {
	for {
		for n.open && n.c.next(ctx) {
			if n.sub == nil || n.sub.Contains(ctx, nodeRef(n.c.cur[n.m.join])) {
				return true
			}
			if n.err = n.sub.Err(); n.err != nil {
				return false
			}
		}
		if n.open && n.c.err != nil {
			n.err = n.c.err
			return false
		}
		n.open = false
		if n.turn >= len(n.m.pats) {
			return false
		}
		p := n.m.pats[n.turn]
		n.turn++
		if p.bound[n.m.result] && p.ids[n.m.result] != n.node {
			continue
		}
		n.c.open(p.with(n.m.result, n.node))
		n.open = true
	}
}
