package cite

import (
	"strings"
)

// insertion reads a Latin ordinal or the capital letters that number an
// inserted article: "39 bis A", "L. 80 CA", "380-2-1 A".
func (r *reader) insertion(k int, b *letters) (int, bool) {
	j := k
	if c := r.at(j); c == ' ' || c == '-' || c == '\n' {
		j++
	}
	if _, e, ok := r.phrase2(latinWord, j); ok {
		b.add1('-')
		b.add(r.s[j:e])
		return e, true
	}
	e := r.wordEnd(j)
	if j == k || e-j == 0 || e-j > 2 || !r.capitals(j, e) || r.at(e) == '\'' || r.at(e) == '#' || r.at(e) == ')' && !r.inBracket(k) {
		return k, false
	}
	w := r.s[j:e]
	if romanValue(w) > 0 && !r.romanArticle(string(*b), w) || commonWord(w) || r.at(e) == '.' && (w == "m" || isLetter(r.at(e+1)) || isDigit(r.at(r.blank(e+1)))) {
		return k, false
	}
	if n, _, ok := r.f.law.Match(r.s, j); ok && n.Instrument != "" {
		return k, false
	}
	if strings.Contains("a l r d", w) && isDigit(r.at(r.blank(e))) {
		return k, false
	}
	b.add1('-')
	b.add(strings.ToUpper(w))
	return e, true
}

// romanArticle reports whether the capitals after a number are part of it though
// they look like a paragraph: "885 I quater", "150 V bis".
func (r *reader) romanArticle(num, w string) bool {
	_, _, ok := r.f.rules.by[romanWord].at(num+" "+w, 0)
	return ok
}

// phrase2 is phrase without the wish that a word begins at i: "39bis".
func (r *reader) phrase2(c class, i int) (value string, end int, ok bool) {
	if i >= len(r.s) || !isLetter(r.s[i]) {
		return "", i, false
	}
	return r.f.rules.by[c].at(r.s, i)
}

// capitals reports whether all characters of the word are capital letters.
func (r *reader) capitals(i, end int) bool {
	for ; i < end; i++ {
		if !isLetter(r.s[i]) || !r.upper(i) {
			return false
		}
	}
	return true
}

// commonWord tells the short words that a text in capitals prints after a
// number from the letters of an inserted article.
func commonWord(w string) bool {
	switch w {
	case "du", "de", "la", "le", "et", "ou", "en", "un", "au", "al", "il", "on", "ce", "se", "sa", "si", "ne", "qu", "ni", "me", "mr", "n", "s", "y":
		return true
	}
	return false
}

// romanValue is the value of a Roman numeral up to 39, 0 when w is none.
func romanValue(w string) int {
	total, last := 0, 0
	if len(w) > 6 {
		return 0
	}
	for i := len(w) - 1; i >= 0; i-- {
		v := 0
		switch w[i] {
		case 'i':
			v = 1
		case 'v':
			v = 5
		case 'x':
			v = 10
		default:
			return 0
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}
