package holding

import "testing"

func TestFigures(t *testing.T) {
	f := load(t)
	for words, want := range map[string]string{
		"une amende de cinq cents euros":                  "une amende de 500,00 euros",
		"mille deux cent quatre-vingt-dix-huit euros":     "1298,00 euros",
		"soixante et onze euros et trente centimes":       "71,30 euros",
		"quatre-vingts euros et trois mille euros":        "80,00 euros et 3000,00 euros",
		"deux millions d'euros":                           "2000000,00 euros",
		"la somme de mille deux cents euros (1200 euros)": "la somme de mille deux cents euros (1200 euros)",
		"3 mille euros":  "3 mille euros",
		"quelques euros": "quelques euros",
		"condamne a huit mois d'emprisonnement et a deux euros": "condamne a huit mois d'emprisonnement et a 2,00 euros",
	} {
		if got := f.figures(words); got != want {
			t.Errorf("figures(%q) = %q, want %q", words, got, want)
		}
	}
}
