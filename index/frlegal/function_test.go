package frlegal

import "testing"

func TestFunctionWord(t *testing.T) {
	for text, want := range map[string]bool{"de": true, "À": true, "été": true, "sans": false, "pas": false, "non": false,
		"sur": false, "passe": false, "bail": false} {
		terms := Analyzer{}.Analyze([]byte(text))
		if len(terms) != 1 || FunctionWord(string(terms[0].Term)) != want {
			t.Errorf("%q: function word is not %v", text, want)
		}
	}
}
