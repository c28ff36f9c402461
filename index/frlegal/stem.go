package frlegal

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed suffix.tsv
var suffixTable string

// suffix is a row of suffix.tsv.
type suffix struct {
	ending, becomes string
	over            int
}

// suffixes are the rows of suffix.tsv by the last letter of their endings.
var suffixes = func() (all [256][]suffix) {
	for _, r := range must(table.Read("suffix.tsv", suffixTable, "suffix", "becomes", "over", "examples", "counters")) {
		over, err := strconv.Atoi(r.Get("over"))
		if err != nil {
			panic(r.Errorf("%w", err))
		}
		s := suffix{r.Get("suffix"), r.Get("becomes"), over}
		last := s.ending[len(s.ending)-1]
		all[last] = append(all[last], s)
	}
	return all
}()

// must is the rows of a table of the program itself, which tests read.
func must(rows []table.Row, err error) []table.Row {
	if err != nil {
		panic(err)
	}
	return rows
}

//go:embed exception.tsv
var exceptionTable string

// apart is what the stems of exceptions end with, so that no other word has them.
const apart = "'"

// exceptions leads from the words of exception.tsv to their stems.
var exceptions = func() map[string]string {
	stems, plurals := map[string]string{}, map[string]string{}
	for _, r := range must(table.Read("exception.tsv", exceptionTable, "words", "counters")) {
		words := r.List("words")
		stem := plainWord(words[0])
		if len(stem) >= shortest {
			stem += apart
		}
		for _, w := range words {
			w = plainWord(w)
			if _, twice := stems[w]; twice {
				panic(r.Errorf("%q comes twice", w))
			}
			stems[w] = stem
			if !strings.ContainsAny(w[len(w)-1:], "sxz") {
				plurals[w+"s"] = stems[w]
			}
		}
	}
	for w, stem := range plurals {
		if _, listed := stems[w]; !listed { // fonds is no plural of fond
			stems[w] = stem
		}
	}
	return stems
}()

// shortest is the length in bytes under which a word is its own stem.
const shortest = 3

// ShortestForm is the length in bytes of the shortest word whose stem may be another
// word. Of a shorter one, as of a number, the term is the word.
const ShortestForm = shortest

// stem is the stem of a word in plain letters that is not shorter than shortest.
func stem(word string) string {
	if s, found := exceptions[word]; found {
		return s
	}
	if len(word) < 4 || stutters(word) {
		return word
	}
	return ending(derived(singular(word)))
}

// singular takes the sign of the plural away.
func singular(word string) string {
	n := len(word)
	switch word[n-1] {
	case 'x':
		if body, found := strings.CutSuffix(word, "aux"); found && n > 5 && word[n-4] != 'e' {
			return body + "al"
		}
		return word[:n-1]
	case 's':
		return word[:n-1]
	}
	return word
}

// derived takes away the first ending of suffix.tsv that fits.
func derived(word string) string {
	for _, s := range suffixes[word[len(word)-1]] {
		if len(word) > s.over && strings.HasSuffix(word, s.ending) {
			return word[:len(word)-len(s.ending)] + s.becomes
		}
	}
	return word
}

// stutters reports whether a word begins with a doubled letter, or has one three times in a
// row: but for the e of "créée" no word of French does. It is a slip of the pen, or a sign
// for what is left out, and has no stem that it could share.
func stutters(word string) bool {
	run := 1
	for i := 1; i < len(word); i++ {
		if run++; word[i] != word[i-1] {
			run = 1
		}
		if run == 2 && i == 1 || run == 3 && word[i] != 'e' || run > 3 {
			return true
		}
	}
	return false
}

// ending writes doubled letters once, and takes away the last e of the feminine, the r
// of the infinitive and of -eur, and é and ée of participles.
func ending(word string) string {
	if len(word) < 5 {
		return word
	}
	b := make([]byte, 0, len(word))
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			b = append(b, word[i])
		}
	}
	if len(b) < 5 {
		return string(b)
	}
	return strings.TrimSuffix(infinitive(string(b)), "e")
}

// infinitive takes away the r of -er, -ir and -eur: that of clair and futur stays, since
// it stays in claire and future.
func infinitive(word string) string {
	body, found := strings.CutSuffix(word, "r")
	n := len(body)
	switch {
	case !found:
	case body[n-1] == 'e', body[n-1] == 'i' && body[n-2] != 'a' && body[n-2] != 'o', body[n-1] == 'u' && body[n-2] == 'e':
		return body
	}
	return word
}

// plainWord is a word of a table as the stemmer reads it.
func plainWord(w string) string { return strings.ReplaceAll(fold.New(w).Folded, "'", "") }
