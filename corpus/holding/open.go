package holding

import (
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// verbAt gives the verb whose form stands at folded offset i, and the length of
// the form; 0 when there is none. Blanks inside a form may be line ends.
func (f *Finder) verbAt(s string, i, to int) (*verb, int) {
	w := fold.LettersEnd(s, i, to)
	for _, form := range f.forms[s[i:w]] {
		if n := fold.WordsAt(s[i:to], form.words); n > 0 {
			return form.verb, n
		}
	}
	return nil, 0
}

// opens reports whether the verb in [i,w) opens an order, and where the order
// starts: at the verb or at the pronoun before it. open says that a
// subordinate clause is, noun that the verb may be a noun.
func (s *scanner) opens(sen sentence, i, w int, open, noun bool) (int, bool) {
	clause := open || noun
	if participle(s.t, w-1) {
		return 0, false
	}
	from := i
	for range 2 {
		if p := s.wordBefore(sen.from, from); p < from && s.f.is("pronoun", s.t.Folded[p:fold.LettersEnd(s.t.Folded, p, from)]) {
			switch word := s.t.Folded[p:fold.LettersEnd(s.t.Folded, p, from)]; {
			case noun && s.f.is("adverb", word): // "et en fixe la date"
				noun, clause = false, open
			case noun:
				return 0, false
			}
			from = p
		}
	}
	left := strings.TrimRight(s.t.Folded[sen.from:from], " \n")
	before := left[max(0, len(left)-40):]
	if len(left) <= 40 && itemMark.MatchString(left) {
		return from, true
	}
	big := s.t.Capital(i)
	switch last := before[len(before)-1]; {
	case s.f.ends("despite", before):
		return from, true
	case last == ',' || last == ':', s.f.ends("link", before), s.f.ends("subject", before):
		return from, big || !clause
	default:
		small := fold.Letter(last) && !s.t.Capital(sen.from+len(left)-1)
		return from, small && big && s.t.Capital(w-1)
	}
}

// itemMark matches what may stand before the first word of an item: dashes,
// numbers, "a)".
var itemMark = re2.MustCompile(`^(?:[^a-z"]*|[^a-z"]*[a-z]{1,3} ?[.)/-]+[^a-z"]*)$`)

// wordBefore gives the start of the word that ends before i, looking over blanks
// and an apostrophe; i when there is none.
func (s *scanner) wordBefore(from, i int) int {
	p := i
	for p > from && (fold.Blank(s.t.Folded[p-1]) || s.t.Folded[p-1] == '\'') {
		p--
	}
	start := p
	for start > from && fold.Letter(s.t.Folded[start-1]) {
		start--
	}
	if start == p {
		return i
	}
	return start
}

// participle reports whether the letter behind folded offset i is an e with an
// acute accent: "condamné" orders nothing.
func participle(t *fold.Text, i int) bool {
	r, n := utf8.DecodeRuneInString(t.Original[t.Start(i):])
	if r == 'é' || r == 'É' {
		return true
	}
	mark, _ := utf8.DecodeRuneInString(t.Original[t.Start(i)+n:])
	return mark == '\u0301'
}

// named reports whether words name the decision that a cassation quashes.
func (f *Finder) named(words string) bool { return f.say.quashed.MatchString(words) }

// is reports whether a word is of a class of words.tsv.
func (f *Finder) is(class, word string) bool { return f.words[class][word] }

// ends reports whether s ends with a word or phrase of a class.
func (f *Finder) ends(class, s string) bool {
	for p := len(s); p > 0; p-- {
		if p < len(s) && !fold.Letter(s[p-1]) && f.words[class][s[p:]] {
			return true
		}
	}
	return f.words[class][s]
}

// closed reports whether the word at i, of the class clause, stands in words that open no
// clause: "en ce qui concerne".
func (s *scanner) closed(sen sentence, i int, word string) bool {
	for words := range s.f.words["closed"] {
		if k := strings.Index(words, " "+word+" "); k >= 0 && i-k-1 >= sen.from &&
			fold.WordsAt(s.t.Folded[i-k-1:sen.to], words) > 0 {
			return true
		}
	}
	return false
}
