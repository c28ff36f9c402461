package index

import (
	"strings"
	"testing"
)

// show prints a question: "a" for a word, "a+b" for a phrase, | for either.
func show(q question) string {
	var parts []string
	for _, clause := range q.must {
		var either []string
		for _, it := range clause {
			either = append(either, strings.Join(it.terms, "+"))
		}
		parts = append(parts, strings.Join(either, "|"))
	}
	for _, it := range q.not {
		parts = append(parts, "-"+strings.Join(it.terms, "+"))
	}
	return strings.Join(parts, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"un mot", "un mot"},
		{"un\u00a0mot", "un mot"},
		{`un "mot de passe" fort`, "un mot+de+pase fort"},
		{`un"mot de"passe`, "un mot+de pase"},
		{`"un mot`, "un+mot"},
		{`“un mot” «de passe»`, "un+mot de+pase"},
		{`un mot"`, "un mot"},
		{`-un mot -"de passe" -`, "mot -un -de+pase"},
		{"--un", "-un"},
		{"sous-traitance", "sous'+traitanc"},
		{"un OR mot OU clé bail", "un|mot|cle bail'"},
		{"OR un OR", "or un"},
		{`un "OR" mot`, "un or mot"},
		{"un OR -mot", "un -mot"},
		{"un or mot ou", "un or mot ou"},
		{"al. 2 art. 3", "al+2 art 3"},
		{"L 1235-3 l. 3 R1452-6", "l+1235-3 l+3 r+1452-6"},
		{"L.O. 6313-1 L.* 12", "lo+6313-1 l+12"},
		{"1 500 euros 12 10", "1500 euro 12 10"},
		{"18 / 04366 / 2", "18-4366 2"},
		{"il a 3 enfants", "il a 3 enfant"},
		{"un* (mot) [de] /passe/ ~2", "un mot de pase 2"},
	} {
		if got := show(parse(c.text)); got != c.want {
			t.Errorf("%q is read as %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseIsBounded(t *testing.T) {
	q := parse(strings.Repeat("a ", 40) + `"` + strings.Repeat("b ", 40) + `"` + " c")
	if n := len(q.must); !q.cut || n != 41 || len(q.must[40][0].terms) != maxTerms-40 {
		t.Errorf("cut %v, %d clauses: %s", q.cut, n, show(q))
	}
}

func TestCanonNumber(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"17-21.434", "17-21434"}, {"17-21434", "17-21434"}, {"15/3482", "15-03482"},
		{"15 / 03482", "15-03482"}, {"C‑362/14", "c-362-14"}, {"2015J01876", "2015j01876"},
		{"412345", "412345"}, {"1234-5", "1234-5"}, {"", ""},
	} {
		if got := canonNumber(c.in); got != c.want {
			t.Errorf("%q gives %q, want %q", c.in, got, c.want)
		}
	}
}
