package segment

import (
	"regexp/syntax"

	"github.com/attendu/attendu/corpus/re2"
)

// anchored compiles a pattern that must match at the first byte of its window.
func anchored(pattern string) (*re2.Regexp, error) {
	return re2.Compile(`^(?:` + pattern + `)`)
}

// firstBytes gives the bytes with which a match of an anchored pattern can begin,
// so that most rules are passed over without running them.
func firstBytes(pattern string) (first [256]bool, err error) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return first, err
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return first, err
	}
	seen := make([]bool, len(prog.Inst))
	var walk func(pc uint32)
	walk = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch in := &prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(in.Out)
			walk(in.Arg)
		case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
			walk(in.Out)
		case syntax.InstFail:
		case syntax.InstMatch:
			for c := range first {
				first[c] = true
			}
		default:
			for c := range first {
				first[c] = first[c] || in.MatchRune(rune(c))
			}
		}
	}
	walk(uint32(prog.Start))
	return first, nil
}
