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
		if n := fold.Distance(r.s[i:e], title, maxSlips+1); n < wrong && n <= len(title)/lettersPerSlip {
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
