package quadstore

import "github.com/cayleygraph/quad"

// pattern says which quads are meant: some directions are bound to a node, the
// object may be in a range of ids, a label may be required.
type pattern struct {
	ids      quadRef
	bound    [5]bool
	ranged   bool // the object's id is in [lo, hi)
	lo, hi   uint64
	labelled bool   // some label, whichever
	via      *index // scan this index; nil: the one with the longest bound prefix
}

// with binds a direction.
func (p pattern) with(d quad.Direction, id uint64) pattern {
	p.ids[d], p.bound[d], p.via = id, true, nil
	return p
}

// without frees a direction.
func (p pattern) without(d quad.Direction) pattern {
	p.ids[d], p.bound[d], p.via = 0, false, nil
	return p
}

// only tells whether d is bound and nothing else is asked.
func (p *pattern) only(d quad.Direction) bool {
	return p.bound[d] && p.count() == 1 && !p.ranged && !p.labelled
}

// pair tells whether predicate and object are bound and nothing else is asked.
func (p *pattern) pair() bool {
	return p.bound[quad.Predicate] && p.bound[quad.Object] && p.count() == 2 && !p.ranged && !p.labelled
}

// everything tells whether all quads are meant.
func (p *pattern) everything() bool { return p.count() == 0 && !p.ranged && !p.labelled }

// count is the number of bound directions.
func (p *pattern) count() (n int) {
	for _, d := range quad.Directions {
		if p.bound[d] {
			n++
		}
	}
	return n
}

// prefix is the number of leading directions of ix that are bound.
func (p *pattern) prefix(ix *index) (n int) {
	for n < 4 && p.bound[ix.order[n]] {
		n++
	}
	return n
}

// pick gives the index to scan and its bound prefix: the longest, a range of
// objects counting for half, and a named graph when others are as long.
func (p *pattern) pick() (ix *index, prefix int) {
	if p.via != nil {
		return p.via, p.prefix(p.via)
	}
	best := -1
	for _, x := range indexes {
		n := p.prefix(x)
		score := 2 * n
		if p.ranged && n < 4 && x.order[n] == quad.Object {
			score++
		}
		if score > best || score == best && n > 0 && x == byLabel {
			best, ix, prefix = score, x, n
		}
	}
	return ix, prefix
}

// matches tests a whole quad.
func (p *pattern) matches(q *quadRef) bool {
	for _, d := range quad.Directions {
		if p.bound[d] && p.ids[d] != q[d] {
			return false
		}
	}
	if p.ranged && (q[quad.Object] < p.lo || q[quad.Object] >= p.hi) {
		return false
	}
	return !p.labelled || q[quad.Label] != 0
}

// plan settles the index of a pattern with a label and no subject, where the
// length of the prefix says little: most named graphs are one decision, but one
// graph may hold everything.
func (s *Store) plan(p pattern) (pattern, error) {
	rest := p.without(quad.Label)
	if !p.bound[quad.Label] || p.bound[quad.Subject] || rest.everything() {
		return p, nil
	}
	inGraph, err := s.count(quad.Label, p.ids[quad.Label])
	if err != nil {
		return p, err
	}
	n, err := s.size(rest)
	if err != nil {
		return p, err
	}
	if p.via, _ = rest.pick(); inGraph <= n.Size {
		p.via = byLabel
	}
	return p, nil
}
