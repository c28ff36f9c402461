package pdf

import (
	"strings"
	"unicode"
)

// vocabulary is what a document says of its own words: which stand in it without
// a hyphen, and which with one. It decides whether a hyphen at the end of a line
// is part of the word.
type vocabulary struct {
	compounds *compoundTable
	words     map[string]bool
	hyphenate bool // the document is proved to break words
}

func newVocabulary(lines []line, compounds *compoundTable) *vocabulary {
	v := &vocabulary{compounds: compounds, words: map[string]bool{}}
	for _, l := range lines {
		for _, w := range strings.FieldsFunc(strings.ToLower(l.text), notInWord) {
			v.words[w] = true
		}
	}
	for i := 1; i < len(lines) && !v.hyphenate; i++ {
		a, b, ok := halves(lines[i-1].text, lines[i].text)
		v.hyphenate = ok && v.words[a+b] && !v.words[a+"-"+b]
	}
	return v
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }

// halves are the parts of a word that stands on two lines, in lower case.
func halves(a, b string) (head, tail string, ok bool) {
	if !hyphenated(a, b) {
		return "", "", false
	}
	a, _ = cutHyphen(strings.ToLower(a))
	b = strings.ToLower(b)
	head = a[strings.LastIndexFunc(a, notInWord)+1:]
	if end := strings.IndexFunc(b, notInWord); end >= 0 {
		b = b[:end]
	}
	return head[strings.LastIndexByte(head, '-')+1:], b, true
}

// joined puts two lines together whose paragraph goes on. A hyphen between them
// goes when it is a soft one; or when the word stands elsewhere in the document
// without it and nowhere with it; or, in a document that breaks words so, when
// the second part begins small and compounds.tsv does not say that the word has a
// hyphen ("procès-verbal"). Otherwise it stays: "18-\n24.017" is 18-24.017.
func (v *vocabulary) joined(a, b string) string {
	head, tail, ok := halves(a, b)
	if !ok {
		return a + " " + b
	}
	stem, _ := cutHyphen(a)
	switch {
	case strings.HasSuffix(a, "\u00ad"):
		return stem + b
	case !letters(head) || !letters(tail) || v.words[head+"-"+tail]:
		return a + b
	case v.words[head+tail]:
		return stem + b
	case v.hyphenate && len(head) > 1 && len(tail) > 2 && !startsUpper(b) && !v.compounds.has(head, tail):
		return stem + b
	}
	return a + b
}

// letters reports whether all of a word is letters.
func letters(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
