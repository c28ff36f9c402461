package frlegal

import "testing"

func TestFunctionWord(t *testing.T) {
	for text, want := range map[string]struct{ function, asked bool }{
		"de": {true, false}, "À": {true, false}, "il": {true, false}, "Elles": {true, false},
		"par": {true, true}, "avec": {true, true}, "est": {true, true},
		"été": {false, true}, "sans": {false, true}, "pas": {false, true}, "non": {false, true}, "sur": {false, true},
		"sous": {false, true}, "contre": {false, true}, "passe": {false, true}, "bail": {false, true},
	} {
		term := one(t, text)
		if FunctionWord(term) != want.function || Asked(term) != want.asked {
			t.Errorf("%q: function word %v, asked %v, want %v", text, FunctionWord(term), Asked(term), want)
		}
	}
}
