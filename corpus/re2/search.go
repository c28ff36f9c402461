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

// simple reports whether the expression is run as it stands.
func (r *Regexp) simple() bool { return r.anchored || r.plan().heads == nil }

// part gives what an expression that is run as it stands has to read of s; false
// when s holds no match.
func (r *Regexp) part(s string) (string, bool) {
	if r.anchored {
		if r.plan().heads != nil && !r.plan().heads.stand(s) {
			return "", false
		}
		if r.reach > 0 && r.reach < len(s) {
			s = s[:r.reach+1]
		}
	}
	return s, r.needed(s)
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

// next gives the place of the first match that starts at or after at, and of its
// groups, or nil.
func (r *Regexp) next(look *search, at int) []int {
	for {
		if len(look.s)-at < 2 { // no head is shorter
			return nil
		}
		if at = r.skip(look, at); at < 0 {
			return nil
		}
		if at = r.plan().heads.next(look.s, at); at < 0 {
			return nil
		}
		on := r.skip(look, at)
		if on < 0 {
			return nil
		}
		if on > at {
			at = on
			continue
		}
		if m := r.match(look.s, at); m != nil {
			return m
		}
		at++
	}
}

// places are the places in seen of list i.
func (look *search) places(needs [][]string, i int) []int {
	if look.seen == nil {
		n := 0
		for _, list := range needs {
			n += len(list)
		}
		look.seen = make([]int, n)
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

// match gives the match that starts at at and its groups, or nil.
func (r *Regexp) match(s string, at int) []int {
	end := len(s)
	if r.reach > 0 {
		end = min(end, at+r.reach+1) // what follows a match is seen too
	}
	switch {
	case at == 0 && r.plan().first != nil:
		return r.plan().first.FindStringSubmatchIndex(s[:end])
	case at == 0: // as if on a line of its own
		return moved(r.plan().later.FindStringSubmatchIndex("\n"+s[:end]), -1)
	}
	return moved(r.plan().later.FindStringSubmatchIndex(s[at-1:end]), at-1)
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
