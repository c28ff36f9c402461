package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// item is one article of a list, with what the list says of it.
type item struct {
	start, end int // folded: number and subdivisions
	article
	sub       string
	qual      corpus.Qualifier
	qualStart int
	qualEnd   int
	suite     bool   // et suivants
	to        bool   // ends a range that the item before it begins
	slash     bool   // joined to the item before by a slash
	word      bool   // repeats the word "article"
	before    string // subdivisions that stand before it: "le 3° de l'article"
}

// item reads one article with its subdivisions and its own qualifier.
func (r *reader) item(i int, first bool, like item) (item, bool) {
	it := like
	if it.start == 0 {
		it.start = i
	}
	if n := r.number(i); n > i {
		i = n
	}
	a, ok := r.article(i, first)
	if !ok {
		return item{}, false
	}
	it.article = a
	it.end = a.end
	if (a.plain || strings.IndexByte(a.num, '-') < 0) && r.unitAfter(a.end) {
		return item{}, false
	}
	it.sub, it.end = r.subs(a.end)
	if n, e, ok := r.bareSub(it); ok {
		it.sub, it.end = strings.TrimPrefix(it.sub+", "+n, ", "), e
	}
	if it.before != "" {
		it.sub = strings.TrimSuffix(it.before+", "+it.sub, ", ")
	}
	if q, b, e, ok := r.ownQualifier(it.end); ok {
		it.qual, it.qualStart, it.qualEnd, it.end = q, b, e, e
		if it.sub == "" {
			it.sub, it.end = r.subs(it.end)
		}
	}
	if _, e, ok := r.phrase(suiteWord, r.any(it.end, ",")); ok && (r.s[e-1] != 's' || e-r.any(it.end, ",") > 1 || r.at(e) == '.') {
		it.suite, it.end = true, e
		if r.at(e) == '.' && (r.at(e+1) == ',' || isBlank(r.at(e+1)) && isWord(r.at(r.blank(e+1)))) {
			it.end++
		}
		if q, b, e, ok := r.ownQualifier(it.end); ok && it.qual == "" {
			it.qual, it.qualStart, it.qualEnd, it.end = q, b, e, e
		}
	}
	return it, true
}

// bareSub reads subdivisions without their marks, "l'article L. 2121-1, 4 du code du
// travail", "l'article 1728, 1, b, du CGI": where there is one article, a small
// number alone after a comma is no second one.
func (r *reader) bareSub(it item) (sub string, end int, ok bool) {
	if r.at(it.end) != ',' {
		return "", it.end, false
	}
	j := r.blank(it.end + 1)
	e := r.digits(j)
	k := r.any(e, ",")
	lone := k > e && r.single && isLetter(r.at(k)) && !r.upper(k) && !isWord(r.at(k+1)) && r.at(k+1) == ',' // "article 5, 1, f, de la CESDH"
	if e == j || e-j > 2 || isWord(r.at(e)) || it.plain && !lone && (e-j == it.end-it.start || len(it.num) <= e-j) {
		return "", it.end, false
	}
	unit := r.unitAfter(e)
	if _, x, ok := r.phrase(latinWord, r.blank(e)); ok {
		e = x
	}
	sub = r.s[j:e]
	lettered := false
	if k := r.any(e, ","); k > e && isLetter(r.at(k)) && !isWord(r.at(k+1)) && r.at(k+1) != '\'' && (!r.upper(k) || r.single) {
		if sub, e, lettered = sub+", "+r.s[k:k+1], k+1, true; r.at(e) == ')' {
			e++
		}
	}
	if !r.single && !lettered { // "articles 256 et 266, 1, a, du CGI"
		return "", it.end, false
	}
	if k := r.any(e, ","); r.at(e) == ',' {
		if _, _, ok := r.markSub(k); ok && r.at(k) != '$' && !unit { // "39, 1, 5°"
			rest, x := r.subs(e)
			return sub + ", " + rest, x, true
		}
	}
	switch r.word(r.any(e, ",")) {
	case "du", "de", "des", "cgi", "cpc", "reglement", "directive":
		return sub, e, !unit
	}
	return "", it.end, false
}

// ownQualifier reads "ancien", "(nouveau)" after the number of an article.
func (r *reader) ownQualifier(i int) (q corpus.Qualifier, start, end int, ok bool) {
	j := r.any(i, ",(")
	v, e, ok := r.qualifier(numberQualifier, j)
	if !ok || v != string(corpus.Ancien) && v != string(corpus.Nouveau) {
		return "", 0, i, false
	}
	if r.at(j-1) == '(' && r.turnsTo(e) { // "1240 (ancien 1382)"
		return "", 0, i, false
	}
	if k := r.blank(e); r.at(k) == ')' && strings.IndexByte(r.s[i:j], '(') >= 0 {
		return corpus.Qualifier(v), j, k + 1, true
	}
	if r.at(e) == '.' {
		return corpus.Qualifier(v), j, e + 1, true
	}
	return corpus.Qualifier(v), j, e, true
}

func (r *reader) qualifier(where class, i int) (value string, end int, ok bool) {
	if !r.wordStart(i) {
		return "", i, false
	}
	return r.f.rules.by[where].at(r.s, i)
}

// unitAfter reports whether what follows a number makes it an amount, a date or
// a measure.
func (r *reader) unitAfter(i int) bool {
	j := r.blank(i)
	switch r.at(j) {
	case '%', '~':
		return true
	}
	if r.at(i) == ' ' && isDigit(r.at(j)) && r.digits(j)-j == 3 {
		return true
	}
	if _, _, ok := r.phrase(unitWord, j); ok {
		return true
	}
	_, e, ok := r.phrase(monthWord, j)
	return ok && isDigit(r.at(r.any(e, ".")))
}

// mayEnd reports whether a list may go on with a bare number that ends at i:
// a word that is none of the grammar's makes it a number of something else.
func (r *reader) mayEnd(i int) bool {
	j := r.blank(i)
	if !isLetter(r.at(j)) {
		return true
	}
	if _, _, ok := r.phrase(followWord, j); ok {
		return true
	}
	_, _, ok := r.f.law.Match(r.s, j)
	return ok
}
