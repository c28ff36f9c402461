package quadstore

import (
	"sort"

	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// OptimizeShape turns Cayley's shapes into scans of the indexes. Shapes it does
// not know keep Cayley's own iterators, which go through QuadIterator.
//
// Some of Cayley's are replaced because they give wrong answers, not slow ones:
// Sort (claims an exact size, orders numbers as text), Except (its negative size
// divides by zero in And), Page and recursion when And looks into them.
func (s *Store) OptimizeShape(sh shape.Shape) (shape.Shape, bool) {
	sh, changed := s.rememberParts(sh)
	out, ok := s.replace(sh)
	return out, changed || ok
}

func (s *Store) replace(sh shape.Shape) (shape.Shape, bool) {
	switch q := sh.(type) {
	case shape.QuadsAction:
		if m, ok := s.newMatch(q.Result, quadFilters(q)); ok {
			return m, true
		}
	case shape.NodesFrom:
		if fs, ok := q.Quads.(shape.Quads); ok {
			if m, ok := s.newMatch(q.Dir, fs); ok {
				return m, true
			}
		}
	case shape.Filter:
		if shape.IsNull(q.From) {
			return nil, true
		}
		return s.rangeFilter(q)
	case shape.Union:
		return withoutNulls(q)
	case shape.Intersect:
		return s.intersect(q)
	case shape.Count:
		if m, ok := q.Values.(match); ok && m.plain() {
			return tally{m}, true
		}
	case shape.Page:
		if shape.IsNull(q.From) {
			return nil, true
		}
		if m, ok := q.From.(match); ok && m.plain() && q.Skip > 0 {
			q = shape.Page{From: skip{m, q.Skip}, Limit: q.Limit}
		}
		return remembered{s: s, from: q}, true
	case shape.Unique:
		return wrapper{s: s, from: q.From, kind: unique{}}, true
	case shape.Except:
		if q.From == nil {
			q.From = shape.AllNodes{}
		}
		if shape.IsNull(q.Exclude) {
			return q.From, true
		}
		return except{s: s, from: q.From, exclude: q.Exclude}, true
	case shape.Sort:
		return wrapper{s: s, from: q.From, kind: sorting{}}, true
	}
	return sh, false
}

// withoutNulls drops the empty parts of a union, which panics on a nil one.
// Cayley does it too, but misses the second of two.
func withoutNulls(in shape.Union) (shape.Shape, bool) {
	var out shape.Union
	for _, p := range in {
		if !shape.IsNull(p) {
			out = append(out, p)
		}
	}
	switch len(out) {
	case len(in):
		return in, false
	case 0:
		return nil, true
	case 1:
		return out[0], true
	}
	return out, true
}

// quadFilters spells out an action as filters.
func quadFilters(q shape.QuadsAction) shape.Quads {
	fs := make(shape.Quads, 0, 4)
	for _, d := range quad.Directions {
		if r, ok := q.Filter[d]; ok {
			fs = append(fs, shape.QuadFilter{Dir: d, Values: shape.Fixed{r}})
		}
		if tags, ok := q.Save[d]; ok {
			fs = append(fs, shape.QuadFilter{Dir: d, Values: shape.Save{From: shape.AllNodes{}, Tags: tags}})
		}
	}
	return fs
}

// rangeFilter joins the comparisons of a filter that are of one type.
func (s *Store) rangeFilter(f shape.Filter) (shape.Shape, bool) {
	var (
		r    valueRange
		some bool
		rest []shape.ValueFilter
	)
	for _, x := range f.Filters {
		c, ok := x.(shape.Comparison)
		var next valueRange
		if ok {
			next, ok = s.newRange(c)
		}
		switch {
		case ok && !some:
			r, some = next, true
			continue
		case ok:
			if r, ok = r.narrow(next); ok {
				continue
			}
		}
		rest = append(rest, x)
	}
	if !some {
		return f, false
	}
	var out shape.Shape = r
	if _, all := f.From.(shape.AllNodes); !all {
		out = wrapper{s: s, from: f.From, kind: ranging{r}}
	}
	if len(rest) != 0 {
		out = shape.Filter{From: out, Filters: rest}
	}
	return out, true
}

// intersect merges the parts that come sorted.
func (s *Store) intersect(in shape.Intersect) (shape.Shape, bool) {
	var (
		l    leap
		size []int64
		rest shape.Intersect
	)
	for _, x := range in {
		m, ok := x.(match)
		if !ok || !m.sorted() {
			rest = append(rest, x)
			continue
		}
		n, err := s.size(m.pats[0])
		s.note(err)
		l.parts = append(l.parts, m)
		size = append(size, n.Size)
	}
	if len(l.parts) < 2 {
		return in, false
	}
	l.s = s
	sort.Stable(bySize{l.parts, size})
	l.size = size[0]
	if len(rest) == 0 {
		return l, true
	}
	return append(rest, l), true
}

// bySize puts the smallest part first: it drives the merge.
type bySize struct {
	parts []match
	size  []int64
}

func (b bySize) Len() int           { return len(b.parts) }
func (b bySize) Less(i, j int) bool { return b.size[i] < b.size[j] }
func (b bySize) Swap(i, j int) {
	b.parts[i], b.parts[j] = b.parts[j], b.parts[i]
	b.size[i], b.size[j] = b.size[j], b.size[i]
}
