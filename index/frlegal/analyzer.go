package frlegal

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Name is the name under which the analyzer is registered with Bleve.
const Name = "frlegal"

// Version changes whenever the same text may give other words: an index made
// with another version must be rebuilt.
const Version = 1

// maxTerm is the length in bytes beyond which a word is cut in the index (its
// span stays whole). No French word is longer; it bounds the stemmer, whose
// cost is quadratic in the length of a word.
const maxTerm = 60

// Analyzer cuts a text into words. The zero value is ready, and safe for
// concurrent use.
type Analyzer struct{}

func init() {
	err := registry.RegisterAnalyzer(Name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return Analyzer{}, nil
	})
	if err != nil {
		panic(err) // the name is taken: two packages claim it
	}
}

// Analyze returns the words of input in their order, with positions 1, 2, 3 …
// Start and End are byte offsets into input, on the edges of characters; the
// tokens do not overlap. The cost is linear in the length of input.
func (Analyzer) Analyze(input []byte) analysis.TokenStream {
	s := newScanner(string(input))
	stream := make(analysis.TokenStream, 0, len(input)/6+1)
	for {
		w, ok := s.next()
		if !ok {
			return stream
		}
		span := s.span(w)
		stream = append(stream, &analysis.Token{
			Term: []byte(s.term(w)), Start: span.Start, End: span.End,
			Position: len(stream) + 1, Type: analysis.AlphaNumeric,
		})
	}
}

// Terms yields the terms that Analyze gives for a text, in their order. It is three
// times as fast, for who needs no spans: an index.
func Terms(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := newScanner(text)
		for {
			w, ok := s.next()
			if !ok || !yield(s.term(w)) {
				return
			}
		}
	}
}

// word is a range of folded bytes.
type word struct {
	start, end int
	joined     bool // holds an apostrophe: prud'homme
	foreign    bool // holds a letter that has no plain form
}

// scanner walks over a folded text.
type scanner struct {
	text   *fold.Text
	folded string
	at     int
}

func newScanner(text string) *scanner {
	t := fold.New(text)
	return &scanner{text: t, folded: t.Folded}
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

// next returns the next word: a run of letters or a run of digits. Letters and
// digits that touch are two words, so that L1235-3 reads as L. 1235-3 does.
func (s *scanner) next() (word, bool) {
	for s.at < len(s.folded) {
		w := word{start: s.at}
		switch s.kind(s.at) {
		case other:
			s.at++
		case digit:
			for s.kind(s.at) == digit {
				s.at++
			}
			w.end = s.at
			return w, true
		default:
			if s.letters(&w) {
				return w, true
			}
		}
	}
	return word{}, false
}

// letters reads a run of letters, and what an apostrophe joins to it. It
// reports false when the run is an elided word, which is passed over.
func (s *scanner) letters(w *word) bool {
	for {
		for k := s.kind(s.at); k == letter || k == foreign; k = s.kind(s.at) {
			w.foreign = w.foreign || k == foreign
			s.at++
		}
		w.end = s.at
		if s.at >= len(s.folded) || s.folded[s.at] != '\'' {
			return true
		}
		if !w.joined && elided[s.folded[w.start:w.end]] {
			s.at++
			return false
		}
		if k := s.kind(s.at + 1); k != letter && k != foreign {
			return true
		}
		w.joined = true
		s.at++
	}
}

// elided are the words that lose their vowel before another. A word that is
// not one of them keeps what follows its apostrophe: aujourd'hui, prud'homme.
var elided = map[string]bool{"c": true, "d": true, "j": true, "l": true, "m": true, "n": true,
	"s": true, "t": true, "qu": true, "jusqu": true, "lorsqu": true, "puisqu": true, "quoiqu": true}

// span maps a word to the bytes of the original, combining marks included.
func (s *scanner) span(w word) corpus.Span {
	span := s.text.Span(w.start, w.end)
	for span.End < len(s.text.Original) {
		r, size := utf8.DecodeRuneInString(s.text.Original[span.End:])
		if r < 0x300 || r > 0x36f {
			break
		}
		span.End += size
	}
	return span
}

// term is the form of a word in the index: that of its plain letters, where it has
// no others.
func (s *scanner) term(w word) string { return termOf(s.form(w), w.foreign) }

// termOf is the term of a word as it is written.
func termOf(form string, foreign bool) string {
	if len(form) < shortest || kinds[form[0]] == digit || foreign && !plain(form) {
		return form
	}
	return stems.of(form)
}

// form is a word as it is written, in plain small letters.
func (s *scanner) form(w word) string {
	if w.joined || w.foreign {
		return s.spelled(w)
	}
	return s.folded[w.start:min(w.end, w.start+maxTerm)]
}

// spelled is a word without apostrophes. Letters that have no plain form are taken
// from the original, in lower case.
func (s *scanner) spelled(w word) string {
	term := make([]byte, 0, min(w.end-w.start, maxTerm))
	for i := w.start; i < w.end && len(term) < maxTerm; i++ {
		switch c := s.folded[i]; c {
		case '\'':
		case '~':
			r, _ := utf8.DecodeRuneInString(s.text.Original[s.text.Start(i):])
			term = utf8.AppendRune(term, unicode.ToLower(r))
		default:
			term = append(term, c)
		}
	}
	return string(term)
}
