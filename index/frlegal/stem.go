package frlegal

import (
	"bytes"
	"hash/maphash"
	"strings"
	"sync/atomic"

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

// stem is the stem of a word in plain letters that is not shorter than shortest.
func stem(word string) string {
	t := &analysis.Token{Term: accented([]byte(word))}
	light.Filter(analysis.TokenStream{t})
	return string(t.Term)
}

// memo remembers the stems of words, of which a text has few and those often: to
// stem one anew takes ten times as long. A word has one slot, which the last word
// that came to it holds, so that it keeps at most slots words of maxTerm bytes. It is
// safe for concurrent use, and never changes what a word gives.
type memo struct {
	seed  maphash.Seed
	slots [slots]atomic.Pointer[stemmed]
}

const slots = 1 << 15

type stemmed struct{ word, stem string }

var stems = memo{seed: maphash.MakeSeed()}

func (m *memo) of(word string) string {
	slot := &m.slots[maphash.String(m.seed, word)%slots]
	if s := slot.Load(); s != nil && s.word == word {
		return s.stem
	}
	s := &stemmed{word: strings.Clone(word)} // not the text that it is part of
	s.stem = stem(s.word)
	slot.Store(s)
	return s.stem
}

// plain reports whether a term is all ASCII letters.
func plain(term string) bool {
	for i := range len(term) {
		if kinds[term[i]] != letter {
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
