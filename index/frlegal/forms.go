package frlegal

import "iter"

// ShortestForm is the length in bytes of the shortest word that may differ from its term.
// Numbers do not differ, either.
const ShortestForm = shortest

// Words yields the terms that Terms yields, each with its form: the word as it is written, in
// plain small letters, with which patterns and misspelt words are compared.
func Words(text string) iter.Seq2[string, string] {
	return func(yield func(term, form string) bool) {
		s := newScanner(text)
		for {
			w, ok := s.next()
			if !ok {
				return
			}
			form := s.form(w)
			if !yield(termOf(form, w.foreign), form) {
				return
			}
		}
	}
}

// Form is one word in plain small letters; "" when the text is not one word.
func Form(word string) string {
	form, n := "", 0
	for _, f := range Words(word) {
		form = f
		n++
	}
	if n != 1 {
		return ""
	}
	return form
}
