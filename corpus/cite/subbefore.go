package cite

import (
	"strings"
)

// subsBefore reads the subdivisions that stand before the word "article" at i:
// "le dernier alinéa de l'", "au a) du 1° du I de l'". start is where they
// begin, i when there are none.
func (r *reader) subsBefore(i int) (sub string, start int) {
	parts := make([]string, 0, maxSubs)
	start = i
	at := i
	for len(parts) < maxSubs {
		j := r.ofBefore(at)
		if j == at {
			break
		}
		s, b, ok := r.subEndingAt(j)
		if !ok {
			s, b, ok = r.digitEndingAt(j)
		}
		if !ok {
			break
		}
		if k := r.back(b); r.s[r.wordBefore(k):k] == "annexe" {
			b, s = r.wordBefore(k), "annexe "+s
		}
		parts = append(parts, s)
		start, at = b, b
	}
	return strings.Join(parts, ", "), start
}

// ofBefore steps back over "de", "du", "des", "de l'", "de la", "d'".
func (r *reader) ofBefore(i int) int {
	j := r.back(i)
	if j > 0 && r.s[j-1] == '"' {
		j = r.back(j - 1)
	}
	if j > 0 && r.s[j-1] == '\'' && (r.at(j-2) == 'l' || r.at(j-2) == 'd') {
		if r.s[j-2] == 'd' {
			return r.back(j - 2)
		}
		j = r.back(j - 2)
	}
	b := r.wordBefore(j)
	if r.s[b:j] == "meme" { // "au 1 bis du même article"
		j = r.back(b)
		b = r.wordBefore(j)
	}
	switch r.s[b:j] {
	case "la", "les":
		if c := r.back(b); r.s[r.wordBefore(c):c] == "de" {
			return r.back(r.wordBefore(c))
		}
		return i
	case "de", "du", "des":
		return r.back(b)
	}
	return i
}

// subEndingAt reads the subdivision whose last word ends at j: it tries to
// begin at each of the six words before.
func (r *reader) subEndingAt(j int) (sub string, start int, ok bool) {
	b := j
	for range 6 {
		for b > 0 && j-b < 60 && !isWord(r.s[b-1]) && r.s[b-1] != '$' && r.s[b-1] != '\n' {
			b--
		}
		if b > 0 && r.s[b-1] == '$' {
			b--
		} else {
			b = r.wordBefore(b)
		}
		if s, e, okay := r.sub(b); okay && e == j {
			sub, start, ok = s, b, true
			continue
		}
		if w := r.word(b); ok && w != "et" && w != "ou" && w != "a" {
			break
		}
	}
	return sub, start, ok
}

// digitEndingAt reads the paragraph that a number alone names, "du 2 de l'article
// 39": "du", "au" or "le" stands before it.
func (r *reader) digitEndingAt(j int) (sub string, start int, ok bool) {
	b := r.wordBefore(j)
	if b == j || j-b > 2 || r.digits(b) != j {
		return "", j, false
	}
	k := r.back(b)
	switch r.s[r.wordBefore(k):k] {
	case "du", "au", "le":
		return r.s[b:j], b, true
	}
	return "", j, false
}
