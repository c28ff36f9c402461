package synth

import (
	"bytes"
	"unicode/utf8"
)

// join fits what was written from start on to what stands before it.
func (p *pen) join(start int) {
	if start >= len(p.out) {
		return
	}
	before := p.out[:start]
	switch {
	case sentenceStart(before):
		capital(p.out[start:])
	case elides(before) && vowel(p.out[start:]):
		p.out[start-2] = '\''
		p.shift(start, -1)
	}
}

// shift moves what was written from start on, and the mentions in it.
func (p *pen) shift(start, by int) {
	p.out = append(p.out[:start+by], p.out[start:]...)
	for i := len(p.truth.Citations) - 1; i >= 0 && p.truth.Citations[i].Start >= start; i-- {
		p.truth.Citations[i].Start += by
		p.truth.Citations[i].End += by
	}
	for i := len(p.truth.Parties) - 1; i >= 0 && p.truth.Parties[i].Start >= start; i-- {
		p.truth.Parties[i].Start += by
		p.truth.Parties[i].End += by
	}
}

// sentenceStart reports whether the next word begins a sentence.
func sentenceStart(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	return b[len(b)-1] == '\n' || bytes.HasSuffix(b, []byte(". "))
}

// elides reports whether the text ends in "que " or "de ".
func elides(b []byte) bool {
	for _, w := range []string{" que ", " de ", "\nQUE ", " QUE "} {
		if bytes.HasSuffix(b, []byte(w)) {
			return true
		}
	}
	return false
}

// vowel reports whether a text begins with a vowel before which a word elides.
func vowel(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'é', 'è', 'ê', 'à', 'â', 'î', 'ô':
		return true
	}
	return false
}

// capital writes the first letter of b as a capital, in place: é is c3 a9 and É
// c3 89.
func capital(b []byte) {
	switch {
	case b[0] >= 'a' && b[0] <= 'z':
		b[0] -= 'a' - 'A'
	case b[0] == 0xc3 && len(b) > 1 && b[1] >= 0xa0 && b[1] != 0xb7:
		b[1] -= 0x20
	}
}
