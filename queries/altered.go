package queries

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// leastRun is how many words in a row must be those of the quotation for it to be taken
// as altered.
const leastRun = 4

// alteredQuote finds where the longest run of words of a quotation stands, whatever
// their accents and capitals, and gives as much of the text as the quotation has words.
func alteredQuote(text, quote string) ([]corpus.Span, QuoteVerdict) {
	words, said := wordsOf(text), wordsOf(quote)
	run, endText, endSaid := longestRun(words, said)
	if run < leastRun || 2*run < len(said) {
		return nil, NotQuoted
	}
	first := max(0, endText-endSaid)
	last := min(len(words), endText+len(said)-endSaid) - 1
	return []corpus.Span{{Start: words[first].Start, End: words[last].End}}, Altered
}

// negations are the words that turn what follows them into its opposite.
var negations = []string{"ne", "n", "non", "ni", "sans", "aucun", "aucune", "nul", "nulle"}

// longestNegation bounds how far before a place a negation and the blank behind it are
// looked for, in bytes.
const longestNegation = 16

// negated is the negation that ends right before a place of a text, as it is printed; ""
// when the word there is none.
func negated(text string, at int) string {
	from := max(0, at-longestNegation)
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	words := wordsOf(text[from:at])
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	between := strings.Trim(text[from+last.End:at], " \t\n'’\u00a0\u202f«\"")
	if between != "" || !slices.Contains(negations, last.word) {
		return ""
	}
	return last.Of(text[from:at])
}

// spokenWord is a word without accents and capitals, and where it stands.
type spokenWord struct {
	corpus.Span
	word string
}

func wordsOf(text string) (out []spokenWord) {
	t := fold.New(text)
	for i := 0; i < len(t.Folded); {
		if !fold.Letter(t.Folded[i]) && !fold.Digit(t.Folded[i]) {
			i++
			continue
		}
		start := i
		for i < len(t.Folded) && (fold.Letter(t.Folded[i]) || fold.Digit(t.Folded[i])) {
			i++
		}
		out = append(out, spokenWord{t.Span(start, i), t.Folded[start:i]})
	}
	return out
}

// longestRun is the longest run of equal words of two texts, and where it ends in each.
// Its cost is the product of their lengths, which quotations bound.
func longestRun(a, b []spokenWord) (run, endA, endB int) {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			row[j+1] = 0
			if a[i].word == b[j].word {
				row[j+1] = diagonal + 1
				if row[j+1] > run {
					run, endA, endB = row[j+1], i+1, j+1
				}
			}
			diagonal = above
		}
	}
	return run, endA, endB
}
