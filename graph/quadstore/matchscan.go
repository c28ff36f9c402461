package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
)

// matchScan lists the results of a match: forwards from each node of from (sub),
// backwards with a look into from for each quad (look), or without from.
type matchScan struct {
	progress
	m    *matchIterator
	sub  graph.Scanner
	ways ways // to the node of sub
	look graph.Index
	c    cursor
	open bool // the cursor is on a pattern
	turn int  // the next pattern
	node uint64
}

func (n *matchScan) String() string { return "MatchScan" }

func (n *matchScan) TagResults(to map[string]graph.Ref) {
	if n.sub != nil {
		n.ways.tags(to)
	}
	if n.look != nil {
		n.look.TagResults(to)
	}
	n.m.tags(&n.c.cur, to)
}

func (n *matchScan) NextPath(ctx context.Context) bool {
	return n.sub != nil && n.ways.next(ctx) || n.look != nil && n.look.NextPath(ctx)
}

func (n *matchScan) Close() error {
	n.c.close()
	n.open, n.turn, n.done = false, len(n.m.pats), true
	if n.look != nil {
		n.m.s.note(n.look.Close())
	}
	if n.sub != nil {
		return n.sub.Close()
	}
	return nil
}

func (n *matchScan) Next(ctx context.Context) bool {
	if n.done {
		return false
	}
	n.ctx = ctx
	for {
		if n.open {
			if n.nextQuad(ctx) {
				n.ways.again()
				n.res = n.m.ref(&n.c.cur)
				return true
			}
			if n.done {
				return false
			}
		}
		switch {
		case n.turn < len(n.m.pats):
			n.openNext()
		case n.sub == nil:
			return n.stop(nil)
		case !n.nextNode(ctx):
			return false
		}
	}
}

// nextQuad moves to the next quad of the open pattern that is a result.
func (n *matchScan) nextQuad(ctx context.Context) bool {
	for n.c.next(ctx) {
		if n.look == nil || n.look.Contains(ctx, nodeRef(n.c.cur[n.m.join])) {
			return true
		}
		if err := n.look.Err(); err != nil {
			return n.stop(err)
		}
	}
	n.open = false
	if n.c.err != nil {
		return n.stop(n.c.err)
	}
	return false
}

func (n *matchScan) openNext() {
	p := n.m.pats[n.turn]
	n.turn++
	if n.sub != nil {
		p = p.with(n.m.join, n.node)
	}
	n.c.open(p)
	n.open = true
}

// nextNode moves to the next node of from.
func (n *matchScan) nextNode(ctx context.Context) bool {
	for {
		if err := ctx.Err(); err != nil {
			return n.stop(err)
		}
		if !n.sub.Next(ctx) {
			return n.stop(n.sub.Err())
		}
		if id, ok := n.m.s.refID(n.sub.Result()); ok {
			n.node, n.turn = id, 0
			n.ways.fresh()
			return true
		}
	}
}

func (n *matchScan) stop(err error) bool {
	n.c.close()
	n.open = false
	return n.end(err)
}
