package phrase

import (
	"slices"
	"strings"
)

// Passage is a part of a folded text as its words: runs of letters and digits. The
// zero value is empty.
type Passage struct {
	text  string
	words []word
}

// word is where a word stands in the text, in bytes.
type word struct{ from, to int32 }

// isWord says which bytes stand in words.
var isWord = func() (is [256]bool) {
	for c := range is {
		is[c] = c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
	}
	return is
}()

// NewPassage cuts a folded text into words.
func NewPassage(folded string) *Passage {
	p := new(Passage)
	p.Begin(folded)
	p.Add(0, len(folded))
	return p
}

// Begin empties the passage, for parts of another text. Its memory is used again.
func (p *Passage) Begin(folded string) { p.text, p.words = folded, p.words[:0] }

// meanWord is how many bytes a word and what parts it from the next take at least, in
// most texts.
const meanWord = 5

// Add adds the words of a part of the text, in bytes.
func (p *Passage) Add(from, to int) {
	s, start := p.text[:to], -1
	p.words = slices.Grow(p.words, (to-from)/meanWord)
	for i := from; i < len(s); i++ {
		switch {
		case isWord[s[i]] == (start >= 0):
		case start < 0:
			start = i
		default:
			p.words, start = append(p.words, word{int32(start), int32(i)}), -1
		}
	}
	if start >= 0 {
		p.words = append(p.words, word{int32(start), int32(to)})
	}
}

// Break adds an empty word, over which no term reaches.
func (p *Passage) Break() { p.words = append(p.words, word{}) }

// Len is the number of words.
func (p *Passage) Len() int { return len(p.words) }

// Word gives a word by its place.
func (p *Passage) Word(i int) string {
	w := p.words[i]
	return p.text[w.from:w.to]
}

// letter is the first letter of a word that is not empty.
func (p *Passage) letter(i int) byte { return p.text[p.words[i].from] }

// follows reports whether the words from one on begin with a term. There are as many
// as the term has.
func (p *Passage) follows(from int, term []string) bool {
	for i, want := range term {
		w := p.Word(from + i)
		if stem, ok := strings.CutSuffix(want, "\x00"); ok && strings.HasPrefix(w, stem) {
			continue
		}
		if rest, ok := strings.CutPrefix(w, want); !ok || rest != "" && rest != "s" {
			return false
		}
	}
	return true
}
