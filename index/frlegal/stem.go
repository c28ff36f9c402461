package frlegal

import (
	"bytes"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
)

// light is Bleve's French light stemmer (J. Savoy, "Light stemming approaches
// for the French, Portuguese, German and Hungarian languages", 2006). It has no
// state.
var light = fr.NewFrenchLightStemmerFilter()

// shortest is the length in bytes under which the light stemmer leaves a word
// alone.
const shortest = 4

// stem replaces the terms of a stream by their stems.
func stem(stream analysis.TokenStream) {
	long := make(analysis.TokenStream, 0, len(stream))
	for _, t := range stream {
		if len(t.Term) >= shortest && plain(t.Term) {
			t.Term = accented(t.Term)
			long = append(long, t)
		}
	}
	light.Filter(long)
}

// plain reports whether a term is all ASCII letters.
func plain(term []byte) bool {
	for _, c := range term {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// accented gives back the accent of the endings by which the stemmer knows the
// feminine of -ier and the ordinals, so that the rules apply to words typed
// without accents as well. The stemmer's rule for all of -ère is left out: it
// parts "considère" from "considérer".
func accented(term []byte) []byte {
	body := bytes.TrimSuffix(term, []byte("s"))
	n := len(body) - len("iere")
	if n < 0 || (string(body[n:]) != "iere" && string(body[n:]) != "ieme") {
		return term
	}
	out := append(make([]byte, 0, len(term)+1), body[:n+1]...)
	out = append(out, "è"...)
	return append(out, term[n+2:]...)
}
