package commentary

import "github.com/attendu/attendu/corpus/fold"

// token is a word of the folded text: letters and digits, inner hyphens, and
// the apostrophe that ends an elided word ("l'", "qu'").
type token struct{ start, end int }

// tokens cuts a folded text into words.
func tokens(s string) []token {
	out := make([]token, 0, len(s)/6)
	for i := 0; i < len(s); {
		if !wordByte(s[i]) {
			i++
			continue
		}
		start := i
		for i < len(s) && (wordByte(s[i]) || s[i] == '-' && i+1 < len(s) && wordByte(s[i+1])) {
			i++
		}
		if i < len(s) && s[i] == '\'' {
			i++
		}
		out = append(out, token{start, i})
	}
	return out
}

func wordByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// lexicon finds terms of several words from their first word.
type lexicon struct {
	terms map[string][]term
}

// term is one entry: its words after the first, and what it stands for.
type term struct {
	rest []string
	ref  any
}

// add enters a term written in any letter case, with or without accents.
func (l *lexicon) add(s string, ref any) {
	f := fold.New(s).Folded
	var w []string
	for _, t := range tokens(f) {
		w = append(w, f[t.start:t.end])
	}
	if len(w) == 0 {
		return
	}
	if l.terms == nil {
		l.terms = map[string][]term{}
	}
	l.terms[w[0]] = append(l.terms[w[0]], term{w[1:], ref})
}

// find gives the longest term that starts at token i, and the number of its
// tokens; 0 when none does. Words of one term are on one line.
func (l *lexicon) find(s string, toks []token, i int) (ref any, n int) {
	for _, t := range l.terms[s[toks[i].start:toks[i].end]] {
		if len(t.rest)+1 > n && t.at(s, toks, i) {
			ref, n = t.ref, len(t.rest)+1
		}
	}
	return ref, n
}

// at reports whether the rest of the term follows token i.
func (t term) at(s string, toks []token, i int) bool {
	for k, w := range t.rest {
		j := i + k + 1
		if j >= len(toks) || s[toks[j].start:toks[j].end] != w || toks[j].start-toks[j-1].end > 2 {
			return false
		}
	}
	return true
}
