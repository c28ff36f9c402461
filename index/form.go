package index

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/index/frlegal"
)

// maxForms bounds the words that one pattern may fit, maxScanned those that are compared
// with the patterns of a request.
const (
	maxForms   = 500
	maxScanned = 1 << 20
)

// form is a pattern of words as they are written.
type form struct {
	typed  string
	prefix string // with which every word that fits begins
	fits   func(word string) bool
}

// newPattern reads a pattern with * and ?.
func newPattern(pattern string) form {
	plain := fold.New(pattern).Folded
	prefix := plain
	if i := strings.IndexAny(plain, "*?"); i >= 0 {
		prefix = plain[:i]
	}
	return form{pattern, prefix, func(word string) bool { return fitsPattern(plain, word) }}
}

// fitsPattern compares a word with a pattern. Its cost is at most the product of
// their lengths.
func fitsPattern(pattern, word string) bool {
	p, w, star, back := 0, 0, -1, 0
	for w < len(word) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, back = p, w
			p++
		case p < len(pattern) && pattern[p] == '?':
			_, size := utf8.DecodeRuneInString(word[w:])
			p, w = p+1, w+size
		case p < len(pattern) && pattern[p] == word[w]:
			p, w = p+1, w+1
		case star >= 0:
			back++
			p, w = star+1, back
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// newLike takes words in which at most so many letters are wrong, but not the first.
func newLike(word string, edits int) form {
	plain := fold.New(word).Folded
	return form{word, plain[:min(1, len(plain))], func(w string) bool { return distance(plain, w, edits) <= edits }}
}

// distance counts the letters that must be put in, left out, changed, or swapped with
// their neighbour to make b of a; it is more than most when they are more.
func distance(a, b string, most int) int {
	if d := len(a) - len(b); d > most || -d > most || len(a) > maxLike || len(b) > maxLike {
		return most + 1
	}
	var rows [3][maxLike + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		least := row[0]
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most+1 { // a swap looks two rows back
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}

// maxLike is the length of the longest word that may be misspelt.
const maxLike = 64

// noForm reports whether a word has no form of its own.
func noForm(word string) bool {
	return len(word) < frlegal.ShortestForm || word[0] >= '0' && word[0] <= '9'
}

// words lists the words of a field that fit, among those of a kind. More than maxForms
// are a BroadError, and so are more than maxScanned looked at by one request.
func (c *compiler) words(f form, field string, kind func(string) bool) (out []string, err error) {
	dict, err := c.r.FieldDictPrefix(field, []byte(f.prefix))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for ; ; c.scanned++ {
		if c.scanned%1024 == 0 && c.ctx.Err() != nil {
			return nil, c.ctx.Err()
		}
		if c.scanned > maxScanned {
			return nil, &BroadError{f.typed}
		}
		e, err := dict.Next()
		if err != nil || e == nil {
			return out, err
		}
		if !kind(e.Term) || !f.fits(e.Term) {
			continue
		}
		if len(out) == maxForms {
			return nil, &BroadError{f.typed}
		}
		out = append(out, strings.Clone(e.Term))
	}
}
