package re2

import (
	"regexp/syntax"
	"unicode"
)

// firsts are the bytes of ASCII with which a match may start, a bit each; all of
// them when a match may be empty. Of a hundred rules tried at one place nearly all
// are turned away here, before anything else of them is touched.
type firsts [2]uint64

func newFirsts(tree *syntax.Regexp) firsts {
	var f firsts
	if f.read(tree) {
		return firsts{1<<64 - 1, 1<<64 - 1}
	}
	return f
}

// may reports whether a match may start at the start of s.
func (f *firsts) may(s string) bool {
	return s == "" || s[0] >= 128 || f[s[0]>>6]&(1<<(s[0]&63)) != 0
}

// add enters a range of characters.
func (f *firsts) add(lo, hi rune) {
	for c := lo; c <= min(hi, 127); c++ {
		f[c>>6] |= 1 << (c & 63)
	}
}

// read enters those of a part, and reports whether the part may match nothing.
func (f *firsts) read(re *syntax.Regexp) (empty bool) {
	switch re.Op {
	case syntax.OpNoMatch:
		return false
	case syntax.OpLiteral:
		f.add(re.Rune[0], re.Rune[0])
		for c := unicode.SimpleFold(re.Rune[0]); re.Flags&syntax.FoldCase != 0 && c != re.Rune[0]; c = unicode.SimpleFold(c) {
			f.add(c, c)
		}
		return false
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			f.add(re.Rune[i], re.Rune[i+1])
		}
		return false
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		f.add(0, 127)
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return f.read(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest, syntax.OpRepeat:
		f.read(re.Sub[0])
		return true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			empty = f.read(sub) || empty
		}
		return empty
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if !f.read(sub) {
				return false
			}
		}
	}
	return true
}
