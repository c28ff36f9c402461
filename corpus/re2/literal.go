package re2

import (
	"regexp/syntax"
	"slices"
)

const (
	maxHeads = 256 // literals with which a match may start
	maxNeeds = 12  // literals one of which a match holds
	maxExact = 32  // words of a part that is a list of words
	maxClass = 10  // letters of a class that are tried one by one
)

// lit is a literal with which a part of an expression may start. A whole one is
// all of that part, so that the next part goes on with it.
type lit struct {
	text  string
	whole bool
}

// prefixes gives literals with one of which every match starts; nil when there is
// no such list.
func prefixes(tree *syntax.Regexp) []string {
	var out []string
	for _, l := range starts(tree) {
		out = append(out, l.text)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// starts gives the literals with which a part may start; [""] says nothing.
func starts(re *syntax.Regexp) []lit {
	switch re.Op {
	case syntax.OpLiteral, syntax.OpCharClass, syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine,
		syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		if words, ok := exact(re); ok {
			var out []lit
			for _, w := range words {
				out = append(out, lit{w, true})
			}
			return out
		}
	case syntax.OpCapture:
		return starts(re.Sub[0])
	case syntax.OpQuest:
		return union(starts(re.Sub[0]), lit{"", true})
	case syntax.OpStar:
		return union(cut(starts(re.Sub[0])), lit{"", true})
	case syntax.OpPlus:
		return cut(starts(re.Sub[0]))
	case syntax.OpAlternate:
		var out []lit
		for _, sub := range re.Sub {
			if out = union(out, starts(sub)...); len(out) > maxHeads {
				return []lit{{}}
			}
		}
		return out
	case syntax.OpConcat:
		return joined(re.Sub)
	}
	return []lit{{}}
}

// joined gives the literals with which parts in a row may start.
func joined(parts []*syntax.Regexp) []lit {
	acc := []lit{{"", true}}
	for _, part := range parts {
		next := starts(part)
		var out []lit
		open := false
		for _, a := range acc {
			if !a.whole {
				out = union(out, a)
				continue
			}
			for _, b := range next {
				out = union(out, lit{a.text + b.text, b.whole})
				open = open || b.whole
			}
		}
		if len(out) > maxHeads {
			return cut(acc)
		}
		if acc = out; !open {
			break
		}
	}
	return acc
}

// cut says that the literals are not the whole of a part.
func cut(all []lit) []lit {
	var out []lit
	for _, l := range all {
		out = union(out, lit{l.text, false})
	}
	return out
}

func union(all []lit, more ...lit) []lit {
	for _, l := range more {
		if !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all
}

// exact gives the words of a part that is a short list of words. What has no
// width is the empty word.
func exact(re *syntax.Regexp) ([]string, bool) {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			return nil, false
		}
		return []string{string(re.Rune)}, true
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}, true
	case syntax.OpCharClass:
		return letters(re.Rune)
	case syntax.OpCapture:
		return exact(re.Sub[0])
	case syntax.OpQuest:
		words, ok := exact(re.Sub[0])
		return append(words, ""), ok
	case syntax.OpAlternate:
		var out []string
		for _, sub := range re.Sub {
			words, ok := exact(sub)
			if out = append(out, words...); !ok || len(out) > maxExact {
				return nil, false
			}
		}
		return out, true
	case syntax.OpConcat:
		out, ok := []string{""}, true
		for _, sub := range re.Sub {
			words, isList := exact(sub)
			if out, ok = times(out, words); !ok || !isList {
				return nil, false
			}
		}
		return out, true
	}
	return nil, false
}

// letters gives the letters of a small class.
func letters(ranges []rune) ([]string, bool) {
	var out []string
	for i := 0; i < len(ranges); i += 2 {
		for c := ranges[i]; c <= ranges[i+1]; c++ {
			if out = append(out, string(c)); len(out) > maxClass {
				return nil, false
			}
		}
	}
	return out, true
}

// times joins each word of one list with each of another.
func times(a, b []string) ([]string, bool) {
	if len(a)*len(b) > maxExact {
		return nil, false
	}
	out := make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out, true
}
