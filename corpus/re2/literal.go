package re2

import (
	"regexp/syntax"
	"slices"
	"strings"
)

const (
	maxHeads = 2048 // literals with which a match may start
	maxNeeds = 12   // literals one of which a match holds
	maxExact = 32   // words of a part that is a list of words
	maxClass = 10   // letters of a class that are tried one by one
)

// lit is a literal with which a part of an expression may start. A whole one is
// all of that part, so that the next part goes on with it.
type lit struct {
	text  string
	whole bool
}

// opening reads the start of an expression into literals of at most size bytes.
type opening struct{ size int }

// prefixes gives literals of at most size bytes with one of which every match
// starts; the empty one says nothing.
func prefixes(tree *syntax.Regexp, size int) []string {
	var out []string
	for _, l := range (opening{size}).starts(tree) {
		out = append(out, l.text)
	}
	slices.Sort(out)
	n := 0
	for _, s := range out { // sorted: what starts with another comes after it
		if n == 0 || !strings.HasPrefix(s, out[n-1]) {
			out[n] = s
			n++
		}
	}
	return out[:n]
}

// starts gives the literals with which a part may start; [""] says nothing.
func (o opening) starts(re *syntax.Regexp) []lit {
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
		return o.starts(re.Sub[0])
	case syntax.OpQuest:
		return union(o.starts(re.Sub[0]), lit{"", true})
	case syntax.OpStar:
		return union(o.repeated(re.Sub[0]), lit{"", true})
	case syntax.OpPlus:
		return o.repeated(re.Sub[0])
	case syntax.OpAlternate:
		var out []lit
		for _, sub := range re.Sub {
			if out = append(out, o.starts(sub)...); len(out) > maxHeads {
				return []lit{{}}
			}
		}
		return out
	case syntax.OpConcat:
		return o.joined(re.Sub)
	}
	return []lit{{}}
}

// repeated gives the literals with which one or more of a part may start: one of
// it and what follows, or two.
func (o opening) repeated(part *syntax.Regexp) []lit {
	return union(o.starts(part), cut(o.joined([]*syntax.Regexp{part, part}))...)
}

// joined gives the literals with which parts in a row may start.
func (o opening) joined(parts []*syntax.Regexp) []lit {
	acc := []lit{{"", true}}
	for _, part := range parts {
		next := o.starts(part)
		if len(acc)*len(next) > maxHeads {
			return cut(acc)
		}
		var out []lit
		open := false
		for _, a := range acc {
			if !a.whole {
				out = append(out, a)
				continue
			}
			for _, b := range next {
				x := lit{a.text + b.text, b.whole}
				if len(x.text) > o.size {
					x = lit{x.text[:o.size], false}
				}
				out = append(out, x)
				open = open || x.whole
			}
		}
		if len(out) > maxHeads/16 {
			out = union(out)
		}
		if acc = out; !open {
			break
		}
	}
	return acc
}

// cut says that the literals are not the whole of a part.
func cut(all []lit) []lit {
	out := make([]lit, len(all))
	for i, l := range all {
		out[i] = lit{l.text, false}
	}
	return union(out)
}

// union gives each literal once.
func union(all []lit, more ...lit) []lit {
	all = slices.Concat(all, more)
	slices.SortFunc(all, func(a, b lit) int {
		if a.whole != b.whole {
			if a.whole {
				return 1
			}
			return -1
		}
		return strings.Compare(a.text, b.text)
	})
	return slices.Compact(all)
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
