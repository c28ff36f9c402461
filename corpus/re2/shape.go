package re2

import (
	"regexp/syntax"
	"slices"
)

// maxReach is the longest match of which the length is reckoned, in bytes.
const maxReach = 4000

// longest gives the length of the longest match in ASCII; 0 when there is no
// limit, or one beyond maxReach.
func longest(tree *syntax.Regexp) int {
	if n := width(tree); n <= maxReach {
		return n
	}
	return 0
}

// width is the length of the longest match of a part, more than maxReach when
// there is no limit.
func width(re *syntax.Regexp) int {
	n := 0
	switch re.Op {
	case syntax.OpLiteral:
		return len(string(re.Rune))
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpStar, syntax.OpPlus:
		if width(re.Sub[0]) > 0 {
			return maxReach + 1
		}
	case syntax.OpRepeat:
		if re.Max < 0 {
			return maxReach + 1
		}
		return min(maxReach+1, re.Max*width(re.Sub[0]))
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			n = max(n, width(sub))
		}
	default:
		for _, sub := range re.Sub {
			n = min(maxReach+1, n+width(sub))
		}
	}
	return n
}

// anchored reports whether every match starts at the start of the text.
func anchored(re *syntax.Regexp) bool { return opens(re, syntax.OpBeginText) }

// bordered reports whether every match starts at the border of a word.
func bordered(re *syntax.Regexp) bool { return opens(re, syntax.OpWordBoundary) }

// opens reports whether a part starts with op, whatever it matches.
func opens(re *syntax.Regexp, op syntax.Op) bool {
	switch re.Op {
	case op:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return opens(re.Sub[0], op)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !opens(sub, op) {
				return false
			}
		}
		return true
	}
	return false
}

// holds reports whether op is part of an expression.
func holds(re *syntax.Regexp, op syntax.Op) bool {
	return re.Op == op || slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return holds(sub, op) })
}
