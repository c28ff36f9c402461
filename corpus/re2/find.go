package re2

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
		if m.end = len(s); !p.closed {
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
