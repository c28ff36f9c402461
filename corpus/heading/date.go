package heading

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// months are the names of the months, folded, with the usual abbreviations.
var months = map[string]int{"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
	"aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
	"janv": 1, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}

const (
	monthName = `(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|avr|juil|sept|oct|nov|dec)\.?`
	unitName  = `(?:un|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|et|mille|mil|vingts)`
	numeral   = unitName + `(?:[ -]` + unitName + `){0,7}`
)

// The forms of a day, tried where a word begins.
var (
	isoDay    = re2.MustCompile(`^(\d{4})-(\d\d)-(\d\d)(?:\D|$)`)
	digitDay  = re2.MustCompile(`^(\d{1,2})[ ]?([/.-])[ ]?(\d{1,2})[ ]?([/.-])[ ]?(\d{4})(?:\D|$)`)
	writtenOn = re2.MustCompile(`^(\d{1,2})(?:[ ]?er)?[ \n]` + monthName + `[ \n](\d{4})(?:\D|$)`)
	inWords   = re2.MustCompile(`^(` + numeral + `)[ \n]` + monthName + `[ \n](` + numeral + `|\d{4})(?:\W|$)`)
)

// dateAt reads a day at i and says where it ends.
func dateAt(s string, i int) (corpus.Date, int, bool) {
	w := s[i:min(len(s), i+120)]
	if c := w[0]; c >= '0' && c <= '9' {
		return digits(w, i)
	}
	if !isNumeral(firstWord(w)) {
		return "", 0, false
	}
	m := inWords.FindStringSubmatchIndex(w)
	if m == nil {
		return "", 0, false
	}
	day, ok := number(w[m[2]:m[3]])
	year, ok2 := number(w[m[6]:m[7]])
	if n, err := strconv.Atoi(w[m[6]:m[7]]); err == nil {
		year, ok2 = n, true
	}
	d := corpus.NewDate(year, months[w[m[4]:m[5]]], day)
	return d, i + m[7], ok && ok2 && d != ""
}

// firstWord is the run of letters at the start of s.
func firstWord(s string) string {
	n := 0
	for n < len(s) && s[n] >= 'a' && s[n] <= 'z' {
		n++
	}
	return s[:n]
}

// isNumeral reports whether a numeral may begin with the word.
func isNumeral(w string) bool {
	switch w {
	case "et", "mille", "mil", "cent", "cents":
		return true
	}
	return unit(w) != 0
}

// digits reads a day that begins with a digit.
func digits(w string, i int) (corpus.Date, int, bool) {
	var y, m, d, end int
	atoi := func(m []int, n int) int { x, _ := strconv.Atoi(w[m[2*n]:m[2*n+1]]); return x }
	if g := isoDay.FindStringSubmatchIndex(w); g != nil {
		y, m, d, end = atoi(g, 1), atoi(g, 2), atoi(g, 3), g[7]
	} else if g := digitDay.FindStringSubmatchIndex(w); g != nil && w[g[4]] == w[g[8]] {
		y, m, d, end = atoi(g, 5), atoi(g, 3), atoi(g, 1), g[11]
	} else if g := writtenOn.FindStringSubmatchIndex(w); g != nil {
		y, m, d, end = atoi(g, 3), months[w[g[4]:g[5]]], atoi(g, 1), g[7]
	}
	date := corpus.NewDate(y, m, d)
	return date, i + end, date != ""
}

// unit gives a number that has a name of its own, 0 for any other word.
func unit(w string) int {
	switch w {
	case "un", "premier":
		return 1
	case "deux":
		return 2
	case "trois":
		return 3
	case "quatre":
		return 4
	case "cinq":
		return 5
	case "six":
		return 6
	case "sept":
		return 7
	case "huit":
		return 8
	case "neuf":
		return 9
	case "dix":
		return 10
	case "onze":
		return 11
	case "douze":
		return 12
	case "treize":
		return 13
	case "quatorze":
		return 14
	case "quinze":
		return 15
	case "seize":
		return 16
	case "vingt", "vingts":
		return 20
	case "trente":
		return 30
	case "quarante":
		return 40
	case "cinquante":
		return 50
	case "soixante":
		return 60
	}
	return 0
}

// number reads a French numeral below ten thousand: "vingt et un", "deux mille
// dix-huit", "mil neuf cent quatre-vingt-dix-sept".
func number(s string) (int, bool) {
	total, part := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '\n' }) {
		switch w {
		case "et":
		case "mille", "mil":
			total, part = total+1000*max(part, 1), 0
		case "cent", "cents":
			part = 100 * max(part, 1)
		case "vingt", "vingts":
			if part%100 == 4 {
				part += 76 // quatre-vingt
				continue
			}
			part += 20
		default:
			n := unit(w)
			if n == 0 {
				return 0, false
			}
			part += n
		}
	}
	return total + part, total+part > 0
}

// ParseDate reads the first day written in a text of at most a few lines, in any
// of the forms "4 octobre 2016", "1er mars 2018", "04/10/2016", "2016-10-04",
// "quatre octobre deux mille seize". It is false when there is none.
func (r *Reader) ParseDate(s string) (corpus.Date, bool) {
	t := fold.New(s)
	v := newView(t, 0, len(t.Folded))
	for i := range v.s {
		if wordStart(v.s, i) {
			if d, _, ok := dateAt(v.s, i); ok {
				return d, true
			}
		}
	}
	return "", false
}
