package re2

import (
	"slices"
	"strings"
)

// search is one text being read for one expression.
type search struct {
	s string
	// seen are the next places of the needed literals, list after list, as far as
	// they are known: len(s) when there is no further one.
	seen []int
	room [8]int // for them
}

// need gives the first place at or after at of a literal of a list, or -1; seen
// are its places.
func (look *search) need(list []string, seen []int, at int) int {
	first := len(look.s)
	for i, lit := range list {
		if seen[i] < at {
			seen[i] = len(look.s)
			if n := strings.Index(look.s[at:], lit); n >= 0 {
				seen[i] = at + n
			}
		}
		first = min(first, seen[i])
	}
	if first == len(look.s) {
		return -1
	}
	return first
}

// May reports whether s holds the literals of a match: when it does not, neither s
// nor a part of s holds one.
func (r *Regexp) May(s string) bool {
	return r.needed(s) && (r.plan().heads == nil || r.plan().heads.anywhere(s))
}

// needed reports whether s holds a literal of each list.
func (r *Regexp) needed(s string) bool {
	for _, list := range r.needs {
		if !slices.ContainsFunc(list, func(lit string) bool { return strings.Contains(s, lit) }) {
			return false
		}
	}
	return true
}

// next gives the first match that starts at or after at, by its heads; false when
// there is none.
func (r *Regexp) next(look *search, at int) (m found, ok bool) {
	p := r.plan()
	for len(look.s)-at >= 2 { // no head is shorter
		if at = r.skip(look, at); at < 0 {
			break
		}
		if at = p.heads.next(look.s, at); at < 0 {
			break
		}
		on := r.skip(look, at)
		if on < 0 {
			break
		}
		if on > at {
			at = on
			continue
		}
		if m, ok := r.at(look.s, at); ok {
			return m, true
		}
		at++
	}
	return m, false
}

// places are the places in seen of list i.
func (look *search) places(needs [][]string, i int) []int {
	if look.seen == nil {
		n := 0
		for _, list := range needs {
			n += len(list)
		}
		if look.seen = look.room[:min(n, len(look.room))]; n > len(look.seen) {
			look.seen = make([]int, n)
		}
		for k := range look.seen {
			look.seen[k] = -1
		}
	}
	from := 0
	for _, list := range needs[:i] {
		from += len(list)
	}
	return look.seen[from : from+len(needs[i])]
}

// skip gives the first place at or after at from which a literal of each list is
// within reach, or -1.
func (r *Regexp) skip(look *search, at int) int {
	on := at
	for i, list := range r.needs {
		q := look.need(list, look.places(r.needs, i), at)
		if q < 0 {
			return -1
		}
		if r.reach > 0 {
			on = max(on, q-r.reach)
		}
	}
	return on
}

// found is a match. Its groups are known when package regexp found it.
type found struct {
	from, end int
	groups    []int
}

// at gives the match that starts at a place.
func (r *Regexp) at(s string, at int) (found, bool) {
	if a := r.plan().here; a != nil {
		if end, known := a.end(s, at, false); known {
			return found{from: at, end: end}, end >= 0
		}
	}
	m := r.plain.match(s, at, r.reach)
	if m == nil {
		return found{}, false
	}
	return found{m[0], m[1], m}, true
}

// opens reports whether an expression that is anchored matches.
func (r *Regexp) opens(s string) bool {
	if !r.firsts.may(s) {
		return false
	}
	if r.gap != nil {
		if ok, known := r.gap.match(s); known {
			return ok
		}
	}
	p := r.plan()
	if p.heads != nil && !p.heads.stand(s) {
		return false
	}
	if p.here != nil {
		if end, known := p.here.end(s, 0, true); known {
			return end >= 0
		}
	}
	return r.needed(s) && r.plain.whole().MatchString(s)
}

// somewhere reports whether s holds a match; it reads all of it.
func (r *Regexp) somewhere(s string) bool {
	if a := r.plan().roam; a != nil {
		if end, known := a.end(s, 0, true); known {
			return end >= 0
		}
	}
	return r.plain.whole().MatchString(s)
}

// one gives the first match in s.
func (r *Regexp) one(s string) (m found, ok bool) {
	if r.anchored && !r.firsts.may(s) {
		return m, false
	}
	p := r.plan()
	switch {
	case r.anchored:
		if p.heads != nil && !p.heads.stand(s) {
			return m, false
		}
		return r.at(s, 0)
	case p.heads != nil:
		return r.next(&search{s: s}, 0)
	case p.lined, !r.needed(s):
		return m, false
	}
	return r.first(s, 0)
}

// find gives the first n matches in s, or all when n < 0; with their groups when
// those are wanted.
func (r *Regexp) find(s string, n int, groups bool) (out [][]int) {
	p := r.plan()
	switch {
	case n == 0:
		return nil
	case r.anchored:
		if m, ok := r.one(s); ok {
			out = append(out, r.full(s, m, groups))
		}
		return out
	case p.heads != nil:
		look := search{s: s}
		for at := 0; n < 0 || len(out) < n; {
			m, ok := r.next(&look, at)
			if !ok {
				break
			}
			out = append(out, r.full(s, m, groups))
			at = m.end
		}
		return out
	case p.lined:
		return r.lines(s, n, groups)
	case !r.needed(s):
		return nil
	}
	return r.through(s, n, groups)
}

// closes reports whether an expression that is closed matches.
func (r *Regexp) closes(s string) bool {
	if a := r.plan().back; a != nil {
		if start, known := a.origin(s, 0, len(s), true); known {
			return start >= 0
		}
	}
	return r.plain.whole().MatchString(s)
}

// through is find for an expression of which nothing is known that would tell where
// its matches may stand: it reads all of s.
func (r *Regexp) through(s string, n int, groups bool) (out [][]int) {
	for at := 0; n < 0 || len(out) < n; {
		m, ok := r.first(s, at)
		if !ok {
			break
		}
		if m.groups != nil || m.from == m.end {
			return r.spelled(s, n, groups) // package regexp knows where to go on from an empty match
		}
		out = append(out, r.full(s, m, groups))
		at = m.end
	}
	return out
}

// first gives the first match that starts at or after at, and reads all of s. That
// of package regexp is the first in s.
func (r *Regexp) first(s string, at int) (m found, ok bool) {
	if p := r.plan(); p.back != nil {
		known := true
		if m.end = len(s); !r.closed {
			m.end, known = p.roam.end(s, at, false)
		}
		if known && m.end >= 0 {
			m.from, known = p.back.origin(s, at, m.end, false)
		}
		if known {
			return m, m.end >= 0 && m.from >= 0
		}
	}
	m.groups = r.plain.whole().FindStringSubmatchIndex(s)
	if m.groups == nil {
		return m, false
	}
	m.from, m.end = m.groups[0], m.groups[1]
	return m, true
}

// spelled is find by package regexp.
func (r *Regexp) spelled(s string, n int, groups bool) [][]int {
	if groups {
		return r.plain.whole().FindAllStringSubmatchIndex(s, n)
	}
	return r.plain.whole().FindAllStringIndex(s, n)
}

// full writes a match as package regexp does.
func (r *Regexp) full(s string, m found, groups bool) []int {
	switch {
	case !groups || r.groups == 0:
		return []int{m.from, m.end}
	case m.groups != nil:
		return m.groups
	}
	return r.plan().prog.groups(s, m.from, m.end, r.groups)
}

// match gives the match that starts at at and its groups, or nil.
func (p *plain) match(s string, at, reach int) []int {
	end := len(s)
	if reach > 0 {
		end = min(end, at+reach+1) // what follows a match is seen too
	}
	switch {
	case at == 0 && p.first != nil:
		return p.first().FindStringSubmatchIndex(s[:end])
	case at == 0: // as if on a line of its own
		return moved(p.later().FindStringSubmatchIndex("\n"+s[:end]), -1)
	}
	return moved(p.later().FindStringSubmatchIndex(s[at-1:end]), at-1)
}

// moved gives a match of later by so many bytes on, without the byte before it.
func moved(m []int, by int) []int {
	for i := range m {
		if m[i] >= 0 {
			m[i] += by
		}
	}
	if m != nil {
		m[0]++
	}
	return m
}
