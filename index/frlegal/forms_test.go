package frlegal

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	const text = "L’Employée, les employés ; la sœur a 12 ans, aujourd'hui les EMPLOYÉS."
	var terms, forms []string
	for term, form := range Words(text) {
		terms, forms = append(terms, term), append(forms, form)
	}
	if want := slices.Collect(Terms(text)); !slices.Equal(terms, want) {
		t.Errorf("terms %q, want %q", terms, want)
	}
	if want := "employee les employes la soeur a 12 ans aujourdhui les employes"; strings.Join(forms, " ") != want {
		t.Errorf("forms %q, want %q", forms, want)
	}
}

func TestForm(t *testing.T) {
	for word, want := range map[string]string{"Rétentions": "retentions", "sœur": "soeur", "deux mots": "", "": "", "12": "12"} {
		if got := Form(word); got != want {
			t.Errorf("%q has the form %q, want %q", word, got, want)
		}
	}
}
