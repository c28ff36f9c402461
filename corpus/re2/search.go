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
	for _, list := range r.plan().needs {
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
	needs := r.plan().needs
	for i, list := range needs {
		q := look.need(list, look.places(needs, i), at)
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
