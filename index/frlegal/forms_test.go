package frlegal

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	const text = "L’Employée, les employés ; la sœur a 12 ans, aujourd'hui les EMPLOYÉS, n° 17/21.434."
	var terms, forms, marked []string
	at := 0
	for w := range Words(text) {
		terms, forms = append(terms, w.Term), append(forms, w.Form)
		marked = append(marked, text[at:w.Start])
		at = w.Start
	}
	if want := slices.Collect(Terms(text)); !slices.Equal(terms, want) {
		t.Errorf("terms %q, want %q", terms, want)
	}
	if want := slices.Collect(Forms(text)); !slices.Equal(forms, want) {
		t.Errorf("forms %q, want %q", forms, want)
	}
	if got, want := strings.Join(forms, " "), "employee les employes la soeur a 12 ans aujourdhui les employes 17-21434"; got != want {
		t.Errorf("forms %q, want %q", got, want)
	}
	if got, want := strings.Join(marked, "|"), "L’|Employée, |les |employés ; |la |sœur |a |12 |ans, |aujourd'hui |les |EMPLOYÉS, n° "; got != want {
		t.Errorf("words start at %q, want %q", got, want)
	}
}

func TestForm(t *testing.T) {
	for word, want := range map[string]string{"Rétentions": "retentions", "sœur": "soeur", "deux mots": "", "": "", "12": "12"} {
		if got := Form(word); got != want {
			t.Errorf("%q has the form %q, want %q", word, got, want)
		}
	}
}
