package frlegal

import (
	_ "embed"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed function.tsv
var functionTable string

// functionWords are the words of function.tsv as Analyze gives them, and whether they
// are asked for.
var functionWords = func() map[string]bool {
	words := map[string]bool{}
	for _, r := range must(table.Read("function.tsv", functionTable, "word", "asked")) {
		asked := r.Get("asked") == "yes"
		if !asked && r.Get("asked") != "no" {
			panic(r.Errorf("asked is %q, want yes or no", r.Get("asked")))
		}
		for term := range Terms(r.Get("word")) {
			if a, twice := words[term]; twice && a != asked { // elle and elles are one
				panic(r.Errorf("%q is asked for and not", term))
			}
			words[term] = asked
		}
	}
	return words
}()

// FunctionWord reports whether a term that Analyze gave carries grammar and no
// subject: "de", "la", "par".
func FunctionWord(term string) bool {
	_, found := functionWords[term]
	return found
}

// Asked reports whether a term is looked for when its word is typed by itself: not
// "de" and "la", which stand in every text.
func Asked(term string) bool {
	asked, found := functionWords[term]
	return asked || !found
}
