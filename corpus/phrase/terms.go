package phrase

import (
	"fmt"
	"slices"
	"strings"
)

// Terms are words by which a subject is recognised in a folded text. A term is
// one or several words that follow each other; a word that ends in * stands for
// every word that begins so.
type Terms [][]string

// New reads terms as the tables write them: lower-case, without accents.
func New(list []string) (Terms, error) {
	var terms Terms
	for _, t := range list {
		for _, c := range []byte(t) {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != ' ' && c != '\'' && c != '-' && c != '.' && c != '/' && c != '*' {
				return nil, fmt.Errorf("the term %q is not folded", t)
			}
		}
		words := wordsOf(strings.ReplaceAll(t, "*", "\x00"))
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

// wordsOf are the words of a term. The mark of a stem stays with its word.
func wordsOf(term string) []string {
	return strings.FieldsFunc(term, func(c rune) bool { return c > 0 && !isWord[byte(c)] })
}

// Find lists the terms that occur in a passage, as they are written in the table, in
// its order.
func (t Terms) Find(p *Passage) []string {
	all, _ := t.Among(p, NewOpenings(t).In(p, nil), 0, 0)
	return all
}

// Among lists the terms that begin at one of some places of a passage, and those of
// them that stand wholly between two of its words, as Find does.
func (t Terms) Among(p *Passage, places []int32, from, to int) (all, inside []string) {
	for _, term := range t {
		name, first := "", term[0][0]
		for _, at := range places {
			i, n := int(at), len(term)
			in := i >= from && i+n <= to
			if p.letter(i) != first || name != "" && !in || i+n > p.Len() || !p.follows(i, term) {
				continue
			}
			if name == "" {
				name = strings.ReplaceAll(strings.Join(term, " "), "\x00", "*")
				all = append(all, name)
			}
			if in {
				inside = append(inside, name)
				break
			}
		}
	}
	return all, inside
}

// Begin reports whether the words of a passage from one on begin with a term that
// ends before another.
func (t Terms) Begin(p *Passage, from, to int) bool {
	return slices.ContainsFunc(t, func(term []string) bool { return from+len(term) <= to && p.follows(from, term) })
}

// Openings tells the words with which a term may begin from most others, by their
// first three letters.
type Openings struct {
	first [32]uint64
	short [256]bool // the first letters of whole words of less than three
	stems [256]bool // and of stems as short
}

// NewOpenings gathers the first words of terms.
func NewOpenings(lists ...Terms) *Openings {
	o := new(Openings)
	for _, t := range lists {
		for _, term := range t {
			switch w := term[0]; {
			case len(w) < 3 && w[len(w)-1] != 0:
				o.short[w[0]] = true
			case len(w) < 4 && w[len(w)-1] == 0:
				o.stems[w[0]] = true
			default:
				n := beginning(w)
				o.first[n/64] |= 1 << (n % 64)
			}
		}
	}
	return o
}

func beginning(w string) uint { return (uint(w[0])*961 + uint(w[1])*31 + uint(w[2])) % 2048 }

// May reports whether a term may begin with a word.
func (o *Openings) May(w string) bool {
	switch {
	case w == "":
		return false
	case o.stems[w[0]] || len(w) <= 3 && o.short[w[0]]: // "du" fits "dus"
		return true
	case len(w) < 3:
		return false
	}
	n := beginning(w)
	return o.first[n/64]&(1<<(n%64)) != 0
}

// In adds to a list the places of a passage at which a term may begin.
func (o *Openings) In(p *Passage, list []int32) []int32 {
	for i := range p.words {
		if o.May(p.Word(i)) {
			list = append(list, int32(i))
		}
	}
	return list
}
