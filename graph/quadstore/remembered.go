package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
)

// remembered answers lookups from all results of another shape, which it reads
// once. It is for those of Cayley's that can be iterated but not asked: a page
// forgets to skip, and a recursion answers with the tags of an earlier answer.
type remembered struct {
	s    *Store
	from shape.Shape
}

func (m remembered) BuildIterator(qs graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&rememberedIterator{m.s, graph.AsShape(m.from.BuildIterator(qs))}, nil)
}
func (m remembered) Optimize(shape.Optimizer) (shape.Shape, bool) { return m, false }

type rememberedIterator struct {
	s   *Store
	sub graph.IteratorShape
}

func (m *rememberedIterator) String() string { return "Remembered" }
func (m *rememberedIterator) SubIterators() []graph.IteratorShape {
	return []graph.IteratorShape{m.sub}
}
func (m *rememberedIterator) Iterate() graph.Scanner {
	return &rememberedScan{Scanner: m.sub.Iterate()}
}
func (m *rememberedIterator) Lookup() graph.Index { return &rememberedLookup{from: m.sub} }

func (m *rememberedIterator) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	var changed bool
	m.sub, changed = m.sub.Optimize(ctx)
	return m, changed
}

// Stats bounds what a recursion says of its size, the fifth power of a guess.
func (m *rememberedIterator) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	st, err := m.sub.Stats(ctx)
	next := clampSize(st.NextCost, maxCost)
	size := st.Size.Size
	if size < 0 {
		size = maxCost
	}
	return graph.IteratorCosts{
		ContainsCost: 2 + next,
		NextCost:     next + 2,
		Size:         graph.Size{Size: clampSize(size, 1+int64(m.s.counters().quads))},
	}, err
}

// rememberedScan tells when it was cut short: a recursion never has an error.
type rememberedScan struct {
	graph.Scanner
	err error
}

func (n *rememberedScan) Next(ctx context.Context) bool {
	if n.Scanner.Next(ctx) {
		return true
	}
	n.err = ctx.Err()
	return false
}

func (n *rememberedScan) Err() error { return firstOf(n.Scanner.Err(), n.err) }

type rememberedLookup struct {
	progress
	from graph.IteratorShape
	all  map[any]*result
	cur  *result
	path int
}

func (l *rememberedLookup) String() string { return "RememberedLookup" }
func (l *rememberedLookup) Close() error   { return nil }
func (l *rememberedLookup) Err() error     { return l.err }

func (l *rememberedLookup) Contains(ctx context.Context, r graph.Ref) bool {
	if l.all == nil {
		if l.err = l.load(ctx); l.err != nil {
			return false
		}
	}
	l.res, l.cur, l.path = r, l.all[graph.ToKey(r)], 0
	return l.cur != nil
}

func (l *rememberedLookup) load(ctx context.Context) error {
	scan := l.from.Iterate()
	results, err := collect(ctx, scan)
	if cerr := scan.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	l.all = make(map[any]*result, len(results))
	for i := range results {
		r := &results[i]
		if first := l.all[graph.ToKey(r.ref)]; first != nil {
			first.paths = append(first.paths, r.paths...)
			continue
		}
		l.all[graph.ToKey(r.ref)] = r
	}
	return nil
}

func (l *rememberedLookup) NextPath(context.Context) bool {
	if l.cur == nil || l.path+1 >= len(l.cur.paths) {
		return false
	}
	l.path++
	return true
}

func (l *rememberedLookup) TagResults(to map[string]graph.Ref) {
	if l.cur != nil {
		l.cur.tags(l.path, to)
	}
}

// rememberParts makes the recursions right under a shape remembered ones. They
// cannot be met themselves: Cayley does not show them to an optimizer, and their
// type has no exported name.
func (s *Store) rememberParts(sh shape.Shape) (_ shape.Shape, changed bool) {
	part := func(in shape.Shape) shape.Shape {
		if fmt.Sprintf("%T", in) != "path.iteratorBuilder" {
			return in
		}
		changed = true
		return remembered{s: s, from: in}
	}
	parts := func(in []shape.Shape) []shape.Shape {
		out := make([]shape.Shape, len(in))
		for i, p := range in {
			out[i] = part(p)
		}
		return out
	}
	switch q := sh.(type) {
	case shape.Save:
		q.From = part(q.From)
		sh = q
	case shape.Filter:
		q.From = part(q.From)
		sh = q
	case shape.Unique:
		q.From = part(q.From)
		sh = q
	case shape.FixedTags:
		q.On = part(q.On)
		sh = q
	case shape.Materialize:
		q.Values = part(q.Values)
		sh = q
	case shape.Except:
		q.From, q.Exclude = part(q.From), part(q.Exclude)
		sh = q
	case shape.Intersect:
		sh = shape.Intersect(parts(q))
	case shape.Union:
		sh = shape.Union(parts(q))
	case shape.IntersectOpt:
		sh = shape.IntersectOpt{Sub: parts(q.Sub), Opt: parts(q.Opt)}
	case shape.Quads:
		out := make(shape.Quads, len(q))
		for i, f := range q {
			out[i] = shape.QuadFilter{Dir: f.Dir, Values: part(f.Values)}
		}
		sh = out
	}
	return sh, changed
}
