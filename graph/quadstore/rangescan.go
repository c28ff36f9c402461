package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
)

// rangeScan lists a valueRange: first the inlined values, then the others.
type rangeScan struct {
	progress
	r      valueRange
	inline *nodeScan
	rows   *rows
	polls  int
}

func (n *rangeScan) String() string { return "ValueRangeScan" }

func (n *rangeScan) Close() error {
	n.done = true
	if n.inline != nil {
		n.r.s.note(n.inline.Close())
	}
	if n.rows == nil {
		return nil
	}
	r := n.rows
	n.rows = nil
	return r.close()
}

func (n *rangeScan) Next(ctx context.Context) bool {
	if n.done {
		return false
	}
	n.ctx = ctx
	if n.inline != nil {
		if n.inline.Next(ctx) {
			n.res = n.inline.res
			return true
		}
		if err := n.inline.Err(); err != nil {
			return n.stop(err)
		}
		n.inline = nil
	}
	if n.polls++; n.polls%pollEvery == 0 && ctx.Err() != nil {
		return n.stop(ctx.Err())
	}
	id, ok, err := n.nextRow()
	if err != nil || !ok {
		return n.stop(err)
	}
	n.res = nodeRef(id)
	return true
}

func (n *rangeScan) nextRow() (id uint64, ok bool, err error) {
	if n.rows != nil {
		ok = n.rows.next()
	} else {
		if n.rows, err = n.r.rows(); err != nil || n.rows == nil {
			return 0, false, err
		}
		ok = n.rows.first()
	}
	if !ok {
		return 0, false, n.rows.err()
	}
	b, err := n.rows.value()
	if err != nil {
		return 0, false, err
	}
	id, err = parseID(b)
	return id, err == nil, err
}

func (n *rangeScan) stop(err error) bool {
	n.r.s.note(err)
	if cerr := n.Close(); err == nil {
		err = cerr
	}
	return n.end(err)
}

// rangeLookup tests nodes. Inlined ids are compared; of the others, a small
// range is read once, and each node's value is read for a large one.
type rangeLookup struct {
	progress
	r     valueRange
	ids   map[uint64]struct{}
	large bool
}

const maxRangeSet = 100_000

func (l *rangeLookup) String() string { return "ValueRangeLookup" }
func (l *rangeLookup) Close() error   { return nil }
func (l *rangeLookup) Err() error     { return l.err }

func (l *rangeLookup) Contains(ctx context.Context, r graph.Ref) bool {
	l.res = r
	if v, ok := r.(graph.PreFetchedValue); ok {
		return l.r.holds(v.NameOf())
	}
	n, ok := r.(nodeRef)
	if !ok {
		return false
	}
	id := uint64(n)
	if id > maxDictID {
		return id >= l.r.inLo && id < l.r.inHi
	}
	if l.ids == nil && !l.large {
		if l.err = l.load(ctx); l.err != nil {
			return false
		}
	}
	if !l.large {
		_, ok := l.ids[id]
		return ok
	}
	v, err := l.r.s.value(id)
	if err != nil {
		l.r.s.note(err)
		l.err = err
		return false
	}
	return v != nil && l.r.holds(v)
}

// load reads the range, unless it is large.
func (l *rangeLookup) load(ctx context.Context) error {
	n := rangeScan{r: l.r}
	defer n.Close()
	ids := map[uint64]struct{}{}
	for n.Next(ctx) {
		if len(ids) >= maxRangeSet {
			l.large = true
			return nil
		}
		ids[uint64(n.res.(nodeRef))] = struct{}{}
	}
	if err := n.Err(); err != nil {
		return err
	}
	l.ids = ids
	return nil
}
