package frlegal

import (
	"iter"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Name is the name under which the analyzer is registered with Bleve.
const Name = "frlegal"

// Version changes whenever the same text may give other words: an index made
// with another version must be rebuilt.
const Version = 3

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
	var slab []analysis.Token // tokens and terms are made many at a time
	terms := make([]byte, 0, len(input))
	for {
		w, ok := s.next()
		if !ok {
			return stream
		}
		if len(slab) == cap(slab) {
			slab = make([]analysis.Token, 0, min(max(cap(stream)-len(stream), 8), 1024))
		}
		span, from := s.span(w), len(terms)
		terms = append(terms, s.term(w)...)
		slab = append(slab, analysis.Token{
			Term: terms[from:len(terms):len(terms)], Start: span.Start, End: span.End,
			Position: len(stream) + 1, Type: analysis.AlphaNumeric,
		})
		stream = append(stream, &slab[len(slab)-1])
	}
}

// Terms yields the terms that Analyze gives for a text, in their order. It is
// twice as fast, for who needs no spans: an index.
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

// Forms yields the words of a text as they are written, in plain small letters
// and without stemming, in their order: what patterns and misspelt words are
// compared with. Numbers are as Terms gives them.
func Forms(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := newScanner(text)
		for {
			w, ok := s.next()
			if !ok || !yield(s.form(w)) {
				return
			}
		}
	}
}

// Word is a word of a text.
type Word struct {
	Term  string // as Terms gives it
	Form  string // as Forms gives it
	Start int    // byte of the text
}

// Words yields the words of a text in their order.
func Words(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		s := newScanner(text)
		for {
			w, ok := s.next()
			if !ok {
				return
			}
			form := s.form(w)
			if !yield(Word{s.stemmed(w, form), form, s.text.Start(w.start)}) {
				return
			}
		}
	}
}

// Form is one word in plain small letters, as Forms gives it; "" when the text is not one
// word.
func Form(word string) (form string) {
	n := 0
	for f := range Forms(word) {
		form = f
		n++
	}
	if n != 1 {
		return ""
	}
	return form
}
