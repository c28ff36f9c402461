package holding

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// fewestWords is how many words a name needs to be known in spite of a wrong letter.
const fewestWords = 4

// misspelt gives the one body whose name has all of some words, in which a letter may be
// wrong, be missing or be too many: "caisse de retraite des offciers du Val" and "la caisse
// de retraite des officiers du Val". nil when there is none, or several.
func misspelt(parties []mention, words string) []int {
	wanted := nameWords(words)
	if len(wanted) < fewestWords {
		return nil
	}
	var out []int
	for i, p := range parties {
		if p.kind != corpus.Physique && hasAll(nameWords(p.full), wanted) {
			out = append(out, i)
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// nameWords are the words of a folded name, without articles.
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
		switch w {
		case "la", "le", "les", "l", "de", "du", "des", "d":
		default:
			out = append(out, w)
		}
	}
	return out
}

// hasAll reports whether each of the wanted words stands among words, in their order.
func hasAll(words, wanted []string) bool {
	for _, w := range words {
		if len(wanted) > 0 && nearly(w, wanted[0]) {
			wanted = wanted[1:]
		}
	}
	return len(wanted) == 0
}

// longWord is how many letters a word needs to be known in spite of a wrong one.
const longWord = 7

// nearly reports whether two words are the same, or long and one letter apart.
func nearly(a, b string) bool {
	return a == b || min(len(a), len(b)) >= longWord && fold.Distance(a, b, 2) < 2
}
