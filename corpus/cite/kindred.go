package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// kindred is the code of which the text cites other articles of the chapter of a lettered
// article that names none, when it is the only one and the code named last has none:
// "L. 8221-5" goes with "L. 8223-1 du code du travail" though the code des transports was
// named in between. "" when there is no such code.
func (r *reader) kindred(num string, last corpus.Key) corpus.Key {
	if chapter(num) == "" {
		return ""
	}
	if r.chapters == nil {
		r.chapters = chapters(r.mem.articles)
	}
	return r.kindredOf(r.chapters, num, last)
}

// kindredOf is kindred among the chapters of which articles were cited so far.
func (r *reader) kindredOf(of map[string]corpus.Key, num string, last corpus.Key) corpus.Key {
	c := chapter(num)
	if code := of[c]; c != "" && code != ambiguous && code != last {
		return code
	}
	return ""
}

// chapters tells of which code the articles of each chapter are; ambiguous where they are
// of several.
func chapters(articles map[string]corpus.Key) map[string]corpus.Key {
	of := map[string]corpus.Key{}
	for num, code := range articles {
		c := chapter(num)
		if c == "" || kindOf(code) != "code" {
			continue
		}
		if old := of[c]; old != "" && old != code {
			code = ambiguous
		}
		of[c] = code
	}
	return of
}

// chapter is what the articles of a chapter share, "L622" of L622-24, or those of a title
// where a code has parts, "L822-" of L8221-5; "" of other numbers.
func chapter(num string) string {
	first, _, ok := strings.Cut(num, "-")
	switch {
	case !ok || num[0] < 'A':
		return ""
	case len(first) == len("L622"):
		return first
	case len(first) == len("L8221"):
		return num[:len(first)-1] + "-"
	}
	return ""
}
