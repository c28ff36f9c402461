package law

import (
	"fmt"
	"slices"
	"strings"
)

// Terms are words by which a subject is recognised in a folded text. A term is
// one or several words that follow each other; a word that ends in * stands for
// every word that begins so.
type Terms [][]string

// NewTerms reads terms as the tables write them: lower-case, without accents.
func NewTerms(list []string) (Terms, error) {
	var terms Terms
	for _, t := range list {
		for _, c := range []byte(t) {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != ' ' && c != '\'' && c != '-' && c != '.' && c != '/' && c != '*' {
				return nil, fmt.Errorf("the term %q is not folded", t)
			}
		}
		words := Words(strings.ReplaceAll(t, "*", "\x00"))
		if len(words) == 0 {
			return nil, fmt.Errorf("a term without a word: %q", t)
		}
		for _, w := range words {
			if i := strings.IndexByte(w, 0); i == 0 || i > 0 && i < len(w)-1 {
				return nil, fmt.Errorf("the term %q: * stands at the end of a word", t)
			}
		}
		terms = append(terms, words)
	}
	return terms, nil
}

// Words are the words of a folded text: runs of letters and digits. The mark of
// a stem stays with its word.
func Words(folded string) []string { return AppendWords(nil, folded) }

// AppendWords adds the words of a folded text to a list.
func AppendWords(list []string, folded string) []string {
	start := -1
	for i := range len(folded) {
		c := folded[i]
		word := c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == 0
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			list, start = append(list, folded[start:i]), -1
		}
	}
	if start >= 0 {
		list = append(list, folded[start:])
	}
	return list
}

// Find lists the terms that occur among the words, as they are written in the
// table, in its order.
func (t Terms) Find(words []string) (found []string) {
	var seen beginnings
	for _, w := range words {
		seen.add(w)
	}
	for _, term := range t {
		if !seen.has(term[0]) {
			continue
		}
		first := term[0][0]
		for i, w := range words {
			if w[0] == first && follows(words[i:], term) {
				found = append(found, strings.ReplaceAll(strings.Join(term, " "), "\x00", "*"))
				break
			}
		}
	}
	return found
}

// Begin reports whether the words begin with one of the terms.
func (t Terms) Begin(words []string) bool {
	return slices.ContainsFunc(t, func(term []string) bool { return follows(words, term) })
}

// beginnings is a sieve of the first three letters of words: it rules out most
// terms at once, and never one that occurs.
type beginnings [32]uint64

func (b *beginnings) add(w string) {
	if len(w) >= 3 {
		n := beginning(w)
		b[n/64] |= 1 << (n % 64)
	}
}

// has reports whether a word of a term may occur; a short one may always.
func (b *beginnings) has(w string) bool {
	if len(w) < 3 || w[2] == 0 {
		return true
	}
	n := beginning(w)
	return b[n/64]&(1<<(n%64)) != 0
}

func beginning(w string) uint { return (uint(w[0])*961 + uint(w[1])*31 + uint(w[2])) % 2048 }

// follows reports whether words begin with a term.
func follows(words, term []string) bool {
	if len(words) < len(term) {
		return false
	}
	for i, w := range term {
		if stem, ok := strings.CutSuffix(w, "\x00"); ok && strings.HasPrefix(words[i], stem) {
			continue
		}
		if rest, ok := strings.CutPrefix(words[i], w); !ok || rest != "" && rest != "s" {
			return false
		}
	}
	return true
}
