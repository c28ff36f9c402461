package re2

import (
	"regexp/syntax"
	"strings"
)

// gap is the start of an expression such as ^.{0,160}?\bdepens\b: so many bytes of
// any kind at the start of the text, then the rest. Whether it matches is told by the
// places at which the rest may start; an automaton would have to count the bytes.
type gap struct {
	min, max int
	lines    bool // the bytes may be line ends
	rest     *Regexp
}

// newGap reads the start of an expression; nil when there is no gap.
func newGap(tree *syntax.Regexp) *gap {
	if tree.Op != syntax.OpConcat || len(tree.Sub) < 3 || tree.Sub[0].Op != syntax.OpBeginText || tree.Sub[1].Op != syntax.OpRepeat {
		return nil
	}
	skip := tree.Sub[1]
	g := &gap{min: skip.Min, max: skip.Max, lines: skip.Sub[0].Op == syntax.OpAnyChar}
	if skip.Max < 0 || !g.lines && skip.Sub[0].Op != syntax.OpAnyCharNotNL {
		return nil
	}
	g.rest = newRegexp("", &syntax.Regexp{Op: syntax.OpConcat, Flags: tree.Flags, Sub: tree.Sub[2:]})
	return g
}

// match reports whether the expression matches; known is false when the rest gives
// too little to go by.
func (g *gap) match(s string) (ok, known bool) {
	p := g.rest.plan()
	if p.heads == nil || p.here == nil {
		return false, false
	}
	last := min(g.max, len(s))
	for at := g.min; at <= last; at++ {
		if at = p.heads.next(s, at); at < 0 || at > last {
			break
		}
		if n := strings.IndexByte(s[:at], '\n'); n >= 0 && !g.lines {
			break
		}
		end, known := p.here.end(s, at, true)
		if !known || end >= 0 {
			return end >= 0, known
		}
	}
	return false, true
}
