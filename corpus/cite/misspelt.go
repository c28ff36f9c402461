package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
)

// misspelt reads the title of a code in which a letter or two went wrong, "Code de
// Procédure Civlie", "code cle procédure civile": only behind an article, and only where no
// other title is as near.
func (r *reader) misspelt(i int) (instrument, bool) {
	best, found := instrument{}, 0
	least := maxSlips + 1
	for n := range r.f.titles {
		t := &r.f.titles[n]
		end, wrong := r.nearTitle(i, t.folded)
		switch {
		case wrong > least:
			continue
		case wrong < least:
			least, found = wrong, 0
		}
		best, found = instrument{key: t.key, start: i, end: end, rule: "misspelt"}, found+1
	}
	return best, found == 1 && least > 0 && least <= maxSlips && !r.f.law.Foreign(r.s, best.end)
}

// nearTitle is where the words from i on end that are nearest to a title, and how many slips
// they have; more than maxSlips when they are not near.
func (r *reader) nearTitle(i int, title string) (end, wrong int) {
	wrong = maxSlips + 1
	for _, e := range [...]int{i + len(title), i + len(title) + 1, i + len(title) - 1} {
		if e > len(r.s) || isWord(r.at(e)) || !isWord(r.s[e-1]) {
			continue
		}
		if n := slips(r.s[i:e], title, maxSlips); n < wrong && n <= len(title)/lettersPerSlip {
			end, wrong = e, n
		}
	}
	return end, wrong
}

// Bounds of what counts as a title with slips.
const (
	maxSlips       = 2
	lettersPerSlip = 10 // of the title
)

// slips counts the letters that were left out, put in, exchanged or turned round between
// two words, as far as limit; beyond it any greater number. (Damerau's distance, of
// adjacent transpositions.)
func slips(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now := make([]int, len(b)+1)
		now[0] = i
		least := now[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last = last, now
	}
	return last[len(b)]
}

// titled is a code by its folded title.
type titled struct {
	key    corpus.Key
	folded string
}

// titlesOf are the titles of the codes that are long enough to be known with a slip.
func titlesOf(c *law.Catalogue) (list []titled) {
	for _, code := range c.Codes() {
		f := strings.ReplaceAll(fold.New(code.Title).Folded, "\n", " ")
		if len(f) >= lettersPerSlip && !strings.ContainsRune(f, '(') {
			list = append(list, titled{corpus.Key(code.Slug), f})
		}
	}
	return list
}
