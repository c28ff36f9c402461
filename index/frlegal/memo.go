package frlegal

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

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
