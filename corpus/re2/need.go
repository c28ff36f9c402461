package re2

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// lists gives the lists of literals of which every match holds one each: of the
// whole, and of what follows its first words, which the heads look for.
func lists(tree *syntax.Regexp) [][]string {
	var out [][]string
	if all := needs(tree); all != nil {
		out = append(out, all)
	}
	for tree.Op == syntax.OpCapture {
		tree = tree.Sub[0]
	}
	if tree.Op != syntax.OpConcat {
		return out
	}
	rest := tree.Sub
	for len(rest) > 0 {
		_, ok := exact(rest[0])
		if rest = rest[1:]; !ok {
			break
		}
	}
	more := needs(&syntax.Regexp{Op: syntax.OpConcat, Sub: rest})
	if more != nil && (out == nil || !slices.Equal(more, out[0])) {
		out = append(out, more)
	}
	return out
}

// needs gives literals one of which every match holds; nil when none is known.
func needs(re *syntax.Regexp) []string {
	var best []string
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return needs(re.Sub[0])
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			some := needs(sub)
			if all = append(all, some...); some == nil {
				all = nil
				break
			}
		}
		best = better(best, all)
	case syntax.OpConcat:
		run := []string{""} // the words of the parts in a row that are lists of words
		for _, sub := range re.Sub {
			words, ok := exact(sub)
			if long, fits := times(run, words); ok && fits {
				run = long
				continue
			}
			best = better(better(best, run), needs(sub))
			if run = []string{""}; ok {
				run = words
			}
		}
		return better(best, run)
	}
	if words, ok := exact(re); ok {
		best = better(best, words)
	}
	return best
}

// better gives the list that is rarer in a text: its shortest literal is longer,
// or it has fewer. A list with a literal of one byte is none.
func better(a, b []string) []string {
	if b = least(b); len(b) == 0 || len(b) > maxNeeds || shortest(b) < 2 {
		return a
	}
	if a == nil || rarity(b) > rarity(a) {
		return b
	}
	return a
}

// rarity weighs the length of the shortest literal against their number.
func rarity(all []string) int { return 3*min(shortest(all), 8) - 2*len(all) }

// least leaves out the literals that hold another one.
func least(all []string) []string {
	var out []string
	for i, s := range all {
		if !slices.ContainsFunc(all[:i], func(o string) bool { return strings.Contains(s, o) }) &&
			!slices.ContainsFunc(all[i+1:], func(o string) bool { return o != s && strings.Contains(s, o) }) {
			out = append(out, s)
		}
	}
	return out
}

func shortest(all []string) int {
	n := len(all[0])
	for _, s := range all {
		n = min(n, len(s))
	}
	return n
}
