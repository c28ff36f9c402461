package re2

import (
	"regexp/syntax"
	"slices"
)

// reversed gives an expression that matches what another one matches, read from its
// end to its start.
func reversed(re *syntax.Regexp) *syntax.Regexp {
	out := *re
	out.Sub = nil
	for _, sub := range re.Sub {
		out.Sub = append(out.Sub, reversed(sub))
	}
	switch re.Op {
	case syntax.OpConcat:
		slices.Reverse(out.Sub)
	case syntax.OpLiteral:
		out.Rune = slices.Clone(re.Rune)
		slices.Reverse(out.Rune)
	case syntax.OpBeginLine:
		out.Op = syntax.OpEndLine
	case syntax.OpEndLine:
		out.Op = syntax.OpBeginLine
	case syntax.OpBeginText:
		out.Op = syntax.OpEndText
	case syntax.OpEndText:
		out.Op = syntax.OpBeginText
	}
	return &out
}

// origin is end for the automaton of a reversed expression, which reads backwards: it
// gives the first place from least on at which a match starts that ends at end; -1
// when there is none.
func (a *automaton) origin(s string, least, end int, any bool) (start int, known bool) {
	start = -1
	before := a.asked(afterNothing)
	if end < len(s) {
		before = a.after(s[end])
	}
	from := a.begin(before)
	steps, row := *a.steps.Load(), a.row()
	for i := end - 1; i >= least-1; i-- {
		class := a.program.end()
		if i >= 0 {
			class = int(a.class[s[i]])
		}
		k := int(from)*row + class
		step := uint32(0)
		if k < len(steps) {
			step = steps[k].Load()
		}
		if step == 0 {
			step = a.step(from, class)
			steps = *a.steps.Load()
		}
		if step&halt != 0 {
			if step == unsure {
				return -1, false
			}
			if step&matched != 0 {
				if start = i + 1; any {
					return start, true
				}
			}
			if step>>shift == dead {
				return start, true
			}
		}
		from = step >> shift
	}
	return start, true
}
