package re2

import (
	"regexp"
	"regexp/syntax"
	"sync"
)

// Regexp is a compiled expression. It is safe for use by several goroutines.
type Regexp struct {
	whole    *regexp.Regexp // the expression as it stands
	needs    [][]string     // lists of literals; every match holds one of each
	anchored bool           // every match starts at the start of the text
	reach    int            // the length of the longest match; 0 when there is no limit
	plan     func() *plan   // worked out when it is first asked for
}

// plan is how the matches of an expression are looked for.
type plan struct {
	heads *heads // literals with which every match starts; nil when unknown
	lined bool   // every match lies in one line, which holds what is needed
	// later matches at the second byte of what it is given: by the first \b and a
	// line's start know what stands before. first matches at the first byte; nil
	// when no part asks whether it stands at the start of the text.
	first, later *regexp.Regexp
}

// Compile reads an expression in the syntax of package regexp.
func Compile(expr string) (*Regexp, error) {
	whole, err := regexp.Compile(expr)
	if err != nil {
		return nil, err
	}
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, err
	}
	tree = tree.Simplify()
	r := &Regexp{whole: whole, needs: lists(tree), anchored: anchored(tree), reach: longest(tree)}
	r.plan = sync.OnceValue(func() *plan { return r.make(tree) })
	return r, nil
}

// make works the plan out.
func (r *Regexp) make(tree *syntax.Regexp) *plan {
	p := new(plan)
	least := 2 // shorter ones are everywhere
	if r.anchored {
		least = 1
	}
	for _, size := range []int{6, 3} { // of shorter ones there are fewer
		if p.heads = newHeads(prefixes(tree, size), least, bordered(tree)); p.heads != nil {
			break
		}
	}
	if r.anchored {
		return p
	}
	if p.heads == nil {
		p.lined = byLine(tree, r.needs)
		return p
	}
	if holds(tree, syntax.OpBeginText) {
		p.first = regexp.MustCompile(`\A(?:` + r.String() + `)`)
	}
	p.later = regexp.MustCompile(`\A(?s:.)(?:` + r.String() + `)`)
	return p
}

// MustCompile is Compile for an expression that stands in the code.
func MustCompile(expr string) *Regexp {
	r, err := Compile(expr)
	if err != nil {
		panic(err)
	}
	return r
}

// String is the expression.
func (r *Regexp) String() string { return r.whole.String() }

// NumSubexp is the number of groups.
func (r *Regexp) NumSubexp() int { return r.whole.NumSubexp() }

// MatchString reports whether s holds a match.
func (r *Regexp) MatchString(s string) bool {
	if r.plan().lined {
		return r.FindStringIndex(s) != nil
	}
	if r.simple() {
		s, ok := r.part(s)
		return ok && r.whole.MatchString(s)
	}
	return r.next(&search{s: s}, 0) != nil
}

// FindString is the first match, or "".
func (r *Regexp) FindString(s string) string {
	if m := r.FindStringIndex(s); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

// FindStringIndex is the place of the first match, or nil.
func (r *Regexp) FindStringIndex(s string) []int {
	if r.plan().lined {
		return one(r.lines(s, 1, r.whole.FindAllStringIndex))
	}
	if r.simple() {
		s, ok := r.part(s)
		if !ok {
			return nil
		}
		return r.whole.FindStringIndex(s)
	}
	if m := r.next(&search{s: s}, 0); m != nil {
		return m[:2]
	}
	return nil
}

// FindStringSubmatchIndex is the place of the first match and of its groups, or
// nil.
func (r *Regexp) FindStringSubmatchIndex(s string) []int {
	if r.plan().lined {
		return one(r.lines(s, 1, r.whole.FindAllStringSubmatchIndex))
	}
	if r.simple() {
		s, ok := r.part(s)
		if !ok {
			return nil
		}
		return r.whole.FindStringSubmatchIndex(s)
	}
	return r.next(&search{s: s}, 0)
}

// one is the only one of at most one match.
func one(all [][]int) []int {
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// FindStringSubmatch is the first match and its groups, or nil.
func (r *Regexp) FindStringSubmatch(s string) []string {
	m := r.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

// FindAllStringSubmatchIndex is the places of the first n matches, or of all when
// n < 0, and of their groups.
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if r.plan().lined {
		return r.lines(s, n, r.whole.FindAllStringSubmatchIndex)
	}
	if r.simple() {
		s, ok := r.part(s)
		if !ok {
			return nil
		}
		return r.whole.FindAllStringSubmatchIndex(s, n)
	}
	var out [][]int
	at, look := 0, search{s: s}
	for n < 0 || len(out) < n {
		m := r.next(&look, at)
		if m == nil {
			break
		}
		out = append(out, m)
		at = m[1]
	}
	return out
}

// FindAllStringIndex is FindAllStringSubmatchIndex without the groups.
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if r.plan().lined {
		return r.lines(s, n, r.whole.FindAllStringIndex)
	}
	if r.simple() {
		s, ok := r.part(s)
		if !ok {
			return nil
		}
		return r.whole.FindAllStringIndex(s, n)
	}
	out := r.FindAllStringSubmatchIndex(s, n)
	for i := range out {
		out[i] = out[i][:2]
	}
	return out
}

// ReplaceAllString replaces every match; $1 is a group.
func (r *Regexp) ReplaceAllString(s, with string) string {
	if _, ok := r.part(s); r.simple() && !ok {
		return s
	}
	return r.whole.ReplaceAllString(s, with)
}
