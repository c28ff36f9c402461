package re2

import (
	"regexp"
	"regexp/syntax"
	"sync"
	"sync/atomic"
)

// Regexp is a compiled expression. It is safe for use by several goroutines.
type Regexp struct {
	firsts   firsts // with which a match starts
	made     atomic.Pointer[plan]
	once     sync.Once
	tree     *syntax.Regexp
	expr     string
	groups   int
	anchored bool // every match starts at the start of the text
	reach    int  // the length of the longest match; 0 when there is no limit
	gap      *gap // with which it starts; nil when it starts with none
	plain    plain
}

// plan is how the matches of an expression are looked for. Most commands read all
// expressions and ask few or none of them.
type plan struct {
	needs  [][]string // lists of literals; every match holds one of each
	heads  *heads     // literals with which every match starts; nil when unknown
	lined  bool       // every match lies in one line, which holds what is needed
	closed bool       // every match ends at the end of the text
	prog   *program   // nil when the expression is too long
	// here finds where the match ends that starts at a place, roam the first one that
	// starts there or later, back where the match starts that ends at a place. Each is
	// nil when the plan does not want it.
	here, roam, back *automaton
}

// plain is the expression for package regexp, which is asked when the automata
// cannot tell. It is compiled when it is first asked.
type plain struct {
	whole func() *regexp.Regexp // as it stands
	// later matches at the second byte of what it is given: by the first \b and a
	// line's start know what stands before. first matches at the first byte; nil
	// when no part asks whether it stands at the start of the text.
	first, later func() *regexp.Regexp
}

// Compile reads an expression in the syntax of package regexp.
func Compile(expr string) (*Regexp, error) {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, err
	}
	r := newRegexp(expr, tree)
	r.gap = newGap(tree)
	return r, nil
}

// newRegexp readies a tree.
func newRegexp(expr string, tree *syntax.Regexp) *Regexp {
	r := &Regexp{expr: expr, groups: tree.MaxCap()}
	tree = tree.Simplify()
	r.tree, r.firsts, r.anchored, r.reach = tree, newFirsts(tree), anchored(tree), longest(tree)
	r.spell(tree)
	return r
}

// plan is worked out when it is first asked for.
func (r *Regexp) plan() *plan {
	if p := r.made.Load(); p != nil {
		return p
	}
	r.once.Do(func() { r.made.Store(r.make(r.tree)) })
	return r.made.Load()
}

// make works the plan out.
func (r *Regexp) make(tree *syntax.Regexp) *plan {
	back := reversed(tree)
	p := &plan{needs: lists(tree), closed: anchored(back)}
	least := 2 // shorter ones are everywhere
	if r.anchored {
		least = 1
	}
	for _, size := range []int{6, 3} { // of shorter ones there are fewer
		if p.heads = newHeads(prefixes(tree, size), least, bordered(tree)); p.heads != nil {
			break
		}
	}
	p.lined = !r.anchored && p.heads == nil && byLine(tree, p.needs)
	p.automata(tree, back, r.anchored)
	return p
}

// automata makes those that the plan wants, of the expression and of what it is backwards.
func (p *plan) automata(tree, reversed *syntax.Regexp, anchored bool) {
	back := newProgram(reversed)
	if p.prog = newProgram(tree); p.prog == nil || back == nil {
		p.prog = nil
		return
	}
	if p.closed || !anchored && p.heads == nil {
		p.back = newAutomaton(back, false, true)
	}
	if anchored || p.heads != nil {
		p.here = newAutomaton(p.prog, false, false)
	} else {
		p.roam = newAutomaton(p.prog, true, false)
	}
}

// spell readies the expression for package regexp.
func (r *Regexp) spell(tree *syntax.Regexp) {
	after := func(before string) func() *regexp.Regexp {
		return sync.OnceValue(func() *regexp.Regexp {
			re, err := regexp.Compile(before + "(?:" + r.expr + ")")
			if err != nil { // of an open \Q
				re = regexp.MustCompile(before + "(?:" + tree.String() + ")")
			}
			return re
		})
	}
	r.plain.whole = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(r.expr) })
	r.plain.later = after(`\A(?s:.)`)
	if holds(tree, syntax.OpBeginText) {
		r.plain.first = after(`\A`)
	}
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
func (r *Regexp) String() string { return r.expr }

// NumSubexp is the number of groups.
func (r *Regexp) NumSubexp() int { return r.groups }

// MatchString reports whether s holds a match.
func (r *Regexp) MatchString(s string) bool {
	switch p := r.plan(); {
	case r.anchored:
		return r.opens(s)
	case p.closed:
		return r.needed(s) && r.closes(s)
	case p.heads != nil:
		_, ok := r.next(&search{s: s}, 0)
		return ok
	case p.lined:
		return r.lines(s, 1, false) != nil
	}
	return r.needed(s) && r.somewhere(s)
}

// FindString is the first match, or "".
func (r *Regexp) FindString(s string) string {
	if m := r.FindStringIndex(s); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

// FindStringIndex is the place of the first match, or nil.
func (r *Regexp) FindStringIndex(s string) []int { return r.findOne(s, false) }

// FindStringSubmatchIndex is the place of the first match and of its groups, or
// nil.
func (r *Regexp) FindStringSubmatchIndex(s string) []int { return r.findOne(s, true) }

// findOne is find for one match.
func (r *Regexp) findOne(s string, groups bool) []int {
	if r.plan().lined {
		if all := r.lines(s, 1, groups); len(all) > 0 {
			return all[0]
		}
		return nil
	}
	m, ok := r.one(s)
	if !ok {
		return nil
	}
	return r.full(s, m, groups)
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
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int { return r.find(s, n, true) }

// FindAllStringIndex is FindAllStringSubmatchIndex without the groups.
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int { return r.find(s, n, false) }

// ReplaceAllString replaces every match; $1 is a group.
func (r *Regexp) ReplaceAllString(s, with string) string {
	if !r.MatchString(s) {
		return s
	}
	return r.plain.whole().ReplaceAllString(s, with)
}
