package frlegal

import "strings"

// ecli makes one word of an ECLI, with or without its prefix, that begins with
// the letters of w: none of its parts is a word of its own.
func (s *scanner) ecli(w *word) {
	if n := w.end - w.start; n != 2 && n != 4 || w.joined || w.foreign {
		return
	}
	rest := s.folded[w.start:]
	at := prefix(rest)
	for _, part := range []struct {
		least, most int
		dots        bool
		first, then kind
	}{{2, 2, false, letter, letter}, {1, 7, false, letter, digit}, {4, 4, false, digit, digit}, {1, 25, true, digit, digit}} {
		n := 0
		for ; at+n < len(rest) && n <= part.most; n++ {
			c := rest[at+n]
			k := kinds[c]
			if !(k == part.first || k == part.then || part.dots && (k == letter || c == '.')) {
				break
			}
		}
		if n < part.least || n > part.most {
			return
		}
		at += n
		if !part.dots {
			if at == len(rest) || rest[at] != ':' {
				return
			}
			at++
		}
	}
	at = len(strings.TrimRight(rest[:at], "."))
	if rest[at-1] == ':' {
		return
	}
	w.nature, w.end = ecli, w.start+at
	s.at = w.end
}

// prefix is the length of "ecli:" where a text begins with it.
func prefix(folded string) int {
	rest, found := strings.CutPrefix(folded, "ecli:")
	if !found {
		return 0
	}
	return len(folded) - len(strings.TrimPrefix(rest, " "))
}

// court is an ECLI without its prefix, which people leave out.
func (s *scanner) court(w word) string {
	whole := s.folded[w.start:w.end]
	whole = whole[prefix(whole):]
	return whole[:min(len(whole), maxTerm)]
}
