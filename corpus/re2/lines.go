package re2

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// byLine reports whether every match lies in one line, and what it cannot do
// without is known: then only the lines that hold it are read.
func byLine(tree *syntax.Regexp, needs [][]string) bool { return len(needs) > 0 && !crosses(tree) }

// crosses reports whether a match may hold a line end, or depends on where the
// text starts or ends.
func crosses(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpBeginText, syntax.OpEndText:
		return true
	case syntax.OpLiteral:
		return slices.Contains(re.Rune, '\n')
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			if re.Rune[i] <= '\n' && '\n' <= re.Rune[i+1] {
				return true
			}
		}
	}
	return slices.ContainsFunc(re.Sub, crosses)
}

// lines is find for the lines that hold a literal of each list.
func (r *Regexp) lines(s string, n int, groups bool) [][]int {
	look := &search{s: s}
	var out [][]int
	for at := 0; at < len(s) && len(out) != n; {
		q := r.each(look, at)
		if q < 0 {
			break
		}
		from, to := at, len(s)
		if i := strings.LastIndexByte(s[at:q], '\n'); i >= 0 {
			from = at + i + 1
		}
		if i := strings.IndexByte(s[q:], '\n'); i >= 0 {
			to = q + i
		}
		rest := -1
		if n >= 0 {
			rest = n - len(out)
		}
		for _, m := range r.through(s[from:to], rest, groups) {
			for i := range m {
				if m[i] >= 0 {
					m[i] += from
				}
			}
			out = append(out, m)
		}
		at = to + 1
	}
	return out
}

// each gives the first place at or after at by which a literal of each list has
// come, or -1.
func (r *Regexp) each(look *search, at int) int {
	last := at
	needs := r.plan().needs
	for i, list := range needs {
		q := look.need(list, look.places(needs, i), at)
		if q < 0 {
			return -1
		}
		last = max(last, q)
	}
	return last
}
