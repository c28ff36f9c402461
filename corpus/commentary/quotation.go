package commentary

import (
	"sort"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/fold"
)

// quotations finds the stretches between quotation marks, in bytes of the
// folded text, ordered and apart. « and “ may hold several paragraphs; one that
// is opened again before it is closed starts afresh, so that a mark never closed
// quotes nothing. A straight mark pairs with the next one of its paragraph.
func quotations(t *fold.Text) []token {
	var out []token
	open, straight := -1, -1
	for i := range len(t.Folded) {
		switch t.Folded[i] {
		case '\n':
			straight = -1
		case '"':
			c, _ := utf8.DecodeRuneInString(t.Original[t.Start(i):])
			switch {
			case c == '«' || c == '“' || c == '„':
				open, straight = i, -1
			case c == '»' || c == '”':
				if open >= 0 {
					out = append(out, token{open, i + 1})
				}
				open = -1
			case open >= 0:
			case straight < 0:
				straight = i
			default:
				out = append(out, token{straight, i + 1})
				straight = -1
			}
		}
	}
	return out
}

// quoted reports whether the folded offset lies between quotation marks.
func quoted(quotes []token, at int) bool {
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].end > at })
	return i < len(quotes) && quotes[i].start <= at
}
