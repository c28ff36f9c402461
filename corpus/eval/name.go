package eval

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words of a name that do not tell two parties apart: titles, articles, and the
// abbreviated forms of companies, dotted or not. RE2's \b sees ASCII words only,
// so that they are looked for in the folded name.
var (
	companyForms = regexp.MustCompile(`\b(?:s\.?\s?a\.?\s?r\.?\s?l|s\.?\s?a\.?\s?s\.?\s?u|s\.?\s?a\.?\s?s|s\.?\s?c\.?\s?i|s\.?\s?c\.?\s?p|s\.?\s?n\.?\s?c)\b\.?`)
	smallWords   = regexp.MustCompile(`\b(?:m|mm|mr|mme|mmes|mlle|monsieur|madame|mademoiselle|maitre|me|la|le|les|l|d|de|du|des|societe|sa|sas|sasu|sarl|s\.a\.r\.l\.|s\.a\.s\.|s\.a\.|snc|sci|eurl|selarl|scp|gie|epouse|veuve|nee)\b\.?`)
	nameWords    = regexp.MustCompile(`[a-z0-9]+`)
)

// nameSet is the set of the words of a name that count.
func nameSet(name string) map[string]bool {
	s := strings.ReplaceAll(strings.ToLower(name), "’", "'")
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	s = smallWords.ReplaceAllString(companyForms.ReplaceAllString(s, " "), " ")
	set := map[string]bool{}
	for _, w := range nameWords.FindAllString(s, -1) {
		set[w] = true
	}
	return set
}

// sameName reports whether two names are those of one party: of all their words,
// three in five are in both.
func sameName(a, b string) bool {
	x, y := nameSet(a), nameSet(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return 5*both >= 3*(len(x)+len(y)-both)
}
