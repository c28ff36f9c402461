package frlegal

import (
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// word is a range of folded bytes.
type word struct {
	start, end int
	nature     nature
	joined     bool // holds an apostrophe or dots: prud'homme, S.A.R.L.
	foreign    bool // holds a letter that has no plain form
}

// nature is how the term of a word is made.
type nature byte

const (
	spoken  nature = iota // a word of letters
	number                // 1235-3, 17-21.434, 1 500, 1er
	mixture               // 20NT01234
	ecli                  // ECLI:FR:CCASS:2018:CO00182
)

// scanner walks over a folded text.
type scanner struct {
	text   fold.Cursor
	folded string
	at     int
	// plain is where the numbers end that are read digit by digit, since they are
	// parts of a date.
	plain int
}

func newScanner(text string) *scanner {
	t := fold.New(text)
	return &scanner{text: fold.Cursor{Text: t}, folded: t.Folded}
}

// kind is what a folded byte is to the scanner.
type kind byte

const (
	other kind = iota
	letter
	foreign // ~ that stands for a letter outside the Latin alphabet
	digit
)

func (s *scanner) kind(i int) kind {
	if i >= len(s.folded) {
		return other
	}
	k := kinds[s.folded[i]]
	if k == foreign {
		r, _ := utf8.DecodeRuneInString(s.text.Original[s.text.Start(i):])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			return other
		}
	}
	return k
}

// kinds are those of the folded bytes; ~ is foreign if what it stands for is one.
var kinds = func() (k [256]kind) {
	for c := 'a'; c <= 'z'; c++ {
		k[c] = letter
	}
	for c := '0'; c <= '9'; c++ {
		k[c] = digit
	}
	k['~'] = foreign
	return k
}()

// byteAt is the folded byte at i, 0 beyond the end.
func (s *scanner) byteAt(i int) byte {
	if i < len(s.folded) {
		return s.folded[i]
	}
	return 0
}

// next returns the next word: a run of letters, or a number with its signs.
// Letters and a number that touch are two words, so that L1235-3 reads as
// L. 1235-3 does.
func (s *scanner) next() (word, bool) {
	for s.at < len(s.folded) {
		start := s.at
		switch kinds[s.folded[start]] {
		case other:
			s.at++
		case digit:
			return s.numeral(start), true
		default:
			for s.at < len(s.folded) && kinds[s.folded[s.at]] == letter {
				s.at++
			}
			if s.at > start && !joins[s.byteAt(s.at)] { // as nearly all words
				return word{start: start, end: s.at}, true
			}
			s.at = start
			if w, ok := s.signed(start); ok {
				return w, true
			}
		}
	}
	return word{}, false
}

// joins are the bytes that may make of the letters before them more than a word.
var joins = [256]bool{'\'': true, '#': true, '.': true, ':': true, '~': true}

// numeral reads the number that begins at start.
func (s *scanner) numeral(start int) word {
	w := word{start: start}
	s.number(&w)
	s.at = w.end
	return w
}

// signed reads a word of letters and signs that begins at start; false is none.
func (s *scanner) signed(start int) (word, bool) {
	if s.kind(start) == other {
		s.at++
		return word{}, false
	}
	w := word{start: start}
	ok := s.letters(&w)
	return w, ok
}

// letters reads a run of letters, and what an apostrophe joins to it. It
// reports false when the run is an elided word or the sign n°, which are passed
// over.
func (s *scanner) letters(w *word) bool {
	for {
		for {
			for s.at < len(s.folded) && kinds[s.folded[s.at]] == letter {
				s.at++
			}
			if s.kind(s.at) != foreign {
				break
			}
			w.foreign = true
			s.at++
		}
		w.end = s.at
		switch s.byteAt(s.at) {
		case '\'':
			if !w.joined && elided[s.folded[w.start:w.end]] {
				s.at++
				return false
			}
			if k := s.kind(s.at + 1); k != letter && k != foreign {
				return true
			}
			w.joined = true
			s.at++
			continue
		case '#':
			if n := s.folded[w.start:w.end]; n == "n" || n == "nos" {
				return s.numero()
			}
		case '.':
			s.initials(w)
		case ':':
			s.ecli(w)
		}
		return true
	}
}

// elided are the words that lose their vowel before another. A word that is
// not one of them keeps what follows its apostrophe: aujourd'hui, prud'homme.
var elided = map[string]bool{"c": true, "d": true, "j": true, "l": true, "m": true, "n": true,
	"s": true, "t": true, "qu": true, "jusqu": true, "lorsqu": true, "puisqu": true, "quoiqu": true}

// numero passes over n° and n°s, which say nothing beside the number.
func (s *scanner) numero() bool {
	s.at++
	if s.byteAt(s.at) == 's' && s.kind(s.at+1) != letter {
		s.at++
	}
	return false
}

// initials joins single letters that have a dot each: S.A.R.L. is sarl, and
// L.O. 6313-1 is lo, as it is without dots.
func (s *scanner) initials(w *word) {
	if w.end != w.start+1 || w.foreign {
		return
	}
	for i := w.end; s.byteAt(i) == '.' && s.kind(i+1) == letter; i += 2 {
		if s.kind(i+2) != other || s.byteAt(i+2) == '\'' {
			break
		}
		w.end, w.joined = i+2, true
	}
	s.at = w.end
}

// span maps a word to the bytes of the original, combining marks included.
func (s *scanner) span(w word) corpus.Span {
	span := s.text.Span(w.start, w.end)
	for span.End < len(s.text.Original) && s.text.Original[span.End] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text.Original[span.End:])
		if r < 0x300 || r > 0x36f {
			break
		}
		span.End += size
	}
	return span
}

// term is the form of a word in the index: for a word of plain letters, its stem.
func (s *scanner) term(w word) string { return s.stemmed(w, s.form(w)) }

// stemmed is the term of a word of which form is the form.
func (s *scanner) stemmed(w word, form string) string {
	if w.nature != spoken || len(form) < shortest || w.foreign && !plain(form) {
		return form
	}
	return stems.of(form)
}

// form is the word in plain letters, at most maxTerm bytes.
func (s *scanner) form(w word) string {
	switch {
	case w.nature == number:
		return s.canon(w)
	case w.nature == ecli:
		return s.court(w)
	case w.joined || w.foreign:
		return s.spelled(w)
	}
	return s.folded[w.start:min(w.end, w.start+maxTerm)]
}

// spelled is a word without apostrophes and dots. Letters that have no plain form
// are taken from the original, in lower case.
func (s *scanner) spelled(w word) string {
	term := make([]byte, 0, min(w.end-w.start, maxTerm))
	for i := w.start; i < w.end && len(term) < maxTerm; i++ {
		switch c := s.folded[i]; c {
		case '\'', '.':
		case '~':
			r, _ := utf8.DecodeRuneInString(s.text.Original[s.text.Start(i):])
			term = utf8.AppendRune(term, unicode.ToLower(r))
		default:
			term = append(term, c)
		}
	}
	return string(term)
}
