package frlegal

import (
	_ "embed"
	"strings"
)

//go:embed function.tsv
var functionTable string

// functionWords are the words of function.tsv as Analyze gives them.
var functionWords = func() map[string]bool {
	words := map[string]bool{}
	for _, line := range strings.Split(functionTable, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, t := range (Analyzer{}).Analyze([]byte(line)) {
			words[string(t.Term)] = true
		}
	}
	return words
}()

// FunctionWord reports whether a term that Analyze gave carries grammar and no
// subject: "de", "la", "qui".
func FunctionWord(term string) bool { return functionWords[term] }
