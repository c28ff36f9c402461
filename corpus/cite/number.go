package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// article is the number of an article as it is printed.
type article struct {
	num      string // canonical: "L1235-3", "1649-nonies", "5.2"
	end      int
	lettered bool // has a prefix: L., R., D., A., LO, LP
	plain    bool // digits only
}

// letters is the number of an article while it is read.
type letters []byte

func (l *letters) add(s string) { *l = append(*l, s...) }
func (l *letters) add1(c byte)  { *l = append(*l, c) }

// canon is the canonical form of a number that stands between i and e. Printed so,
// as most are, it needs no copy.
func (r *reader) canon(l letters, i, e int) string {
	if e-i >= len(l) && r.s[i:i+len(l)] == string(l) {
		return corpus.CanonArticle(r.s[i : i+len(l)])
	}
	return corpus.CanonArticle(r.made.bytes(l))
}

// article reads the number of an article. first says that the word "article"
// stands before it.
func (r *reader) article(i int, first bool) (a article, ok bool) {
	if v, e, ok := r.namedArticle(i, first); ok {
		return article{num: v, end: e}, true
	}
	b := letters(r.letters[:0])
	j, ok := r.prefix(i, &b)
	if !ok {
		return a, false
	}
	a.lettered = len(b) > 0
	if a.lettered && r.at(j) == 'l' && isDigit(r.at(j+1)) { // an l read for a 1
		b.add1('1')
		j++
	}
	k := r.digits(j)
	if k == j || k-j > 5 || !a.lettered && r.s[j] == '0' && !(first && k-j == 2 && r.at(k) == '.') {
		return a, false
	}
	b.add(r.s[j:k])
	k = r.noughts(k, &b)
	k = r.spacedDigits(j, k, first || a.lettered, &b)
	a.plain = !a.lettered
	if len(b) == 1 && r.s[j] == '1' && r.at(k) == ' ' && r.word(k+1) == "er" { // "1 er"
		k++
	}
	if e, ok := r.lit(k, "er", "re", "ere"); ok && len(b) == 1 {
		if b[0] != '1' {
			return a, false
		}
		e, _ = r.insertion(e, &b)
		a.num, a.end = r.canon(b, i, e), e
		return a, true
	}
	if isLetter(r.at(k)) {
		if _, _, ok := r.phrase2(latinWord, k); !ok && r.word(k) != "du" { // "1103du code"
			return a, false
		}
	}
	e := r.tail(k, a.lettered, &b)
	a.plain = a.plain && e == k
	a.num, a.end = r.canon(b, i, e), e
	return a, true
}

// namedArticle reads the articles that have a word for a number.
func (r *reader) namedArticle(i int, first bool) (num string, end int, ok bool) {
	switch w := r.word(i); w {
	case "preliminaire", "liminaire":
		return w, i + len(w), true
	case "prelim", "limin":
		e := i + len(w)
		if r.at(e) == '.' {
			e++
		}
		return strings.TrimSuffix(w, "in") + "inaire", e, first
	case "premier", "1er", "ler", "ier", "1re":
		if !first && w != "1er" {
			return "", i, false
		}
		if _, _, ok := r.phrase(alineaWord, r.blank(i+len(w))); ok {
			return "", i, false
		}
		b := append(letters(r.letters[:0]), '1')
		e, _ := r.insertion(i+len(w), &b)
		return r.canon(b, i, e), e, true
	case "unique":
		return w, i + len(w), first
	}
	return "", i, false
}

// prefix reads the letters before the digits, "L. ", "R.* ", "L.O. ", "LP", and
// writes them without dots. Without letters it returns i.
func (r *reader) prefix(i int, b *letters) (int, bool) {
	j := i
	for r.at(j) == '*' {
		j++
	}
	stars := j - i
	c := r.at(j)
	if isDigit(c) {
		return j, stars == 0
	}
	if strings.IndexByte("lrda", c) < 0 || stars > 2 {
		return i, false
	}
	marks := r.s[j : j+1]
	j++
	if c == 'l' {
		if k := r.any(j, "."); k-j <= 2 && (r.at(k) == 'o' || r.at(k) == 'p') && !isLetter(r.at(k+1)) {
			marks, j = "l"+r.s[k:k+1], k+1
		}
	}
	if c == 'a' && !r.upper(i) {
		return i, false
	}
	for n := 0; n < 5; n++ {
		switch r.at(j) {
		case '*':
			stars++
		case '.', ' ', '\n':
		case '-':
			if !isDigit(r.at(j + 1)) {
				return i, false
			}
		default:
			n = 5
			continue
		}
		j++
	}
	if !isDigit(r.at(j)) && !(r.at(j) == 'l' && isDigit(r.at(j+1))) || stars > 2 {
		return i, false
	}
	b.add(strings.ToUpper(marks))
	b.add("**"[:stars])
	return j, true
}

// noughts takes capital letters O that stick to the digits before k for zeros that
// were misread: "145-4O", "7OO". An inserted article O is printed apart.
func (r *reader) noughts(k int, b *letters) int {
	e := k
	for e-k < 3 && r.at(e) == 'o' && r.upper(e) {
		e++
	}
	if e == k || isWord(r.at(e)) || r.typed || r.is(latinWord, r.blank(e)) {
		return k
	}
	b.add("00"[:min(2, e-k)])
	return e
}

// spacedDigits joins thousands that are printed apart: "1 382", "L. 1 235-3".
func (r *reader) spacedDigits(j, k int, sure bool, b *letters) int {
	sure = sure || k-j == 1 && r.at(k) == '.' && r.s[j] <= '2'
	if !sure || k-j > 2 || r.at(k) != ' ' && r.at(k) != '.' || r.digits(k+1)-k-1 != 3 || isWord(r.at(k+4)) {
		return k
	}
	if _, _, ok := r.phrase(unitWord, r.blank(k+4)); ok {
		return k
	}
	b.add(r.s[k+1 : k+4])
	return k + 4
}

// tail reads what follows the first digits: "-3", " - 1", " nonies", " bis A",
// "-I" for -1, and the slips "242,6-1" and "L. 622.24".
func (r *reader) tail(k int, lettered bool, b *letters) int {
	hyphens := 0
	for n := 0; n < 6; n++ {
		if e, ok := r.hyphenated(k, lettered, hyphens == 0, b); ok {
			hyphens++
			k = e
			continue
		}
		if e, ok := r.insertion(k, b); ok {
			k = e
			continue
		}
		break
	}
	return k
}

// hyphenated reads one more component of digits.
func (r *reader) hyphenated(k int, lettered, firstOne bool, b *letters) (int, bool) {
	j := k
	switch c := r.at(k); {
	case c == '-':
		j++
		if lettered && isBlank(r.at(j)) || r.at(j) == '\n' {
			j++
		}
	case c == ' ' && lettered && r.at(k+1) == '-':
		j = r.blank(k + 2)
	case c == ',' && lettered && firstOne && isDigit(r.at(k+1)):
		if e := r.digits(k + 1); e-k > 3 || r.at(e) != '-' {
			return k, false
		}
		j++
	case c == '.' && isDigit(r.at(k+1)):
		if lettered {
			j++
			break
		}
		e := r.digits(k + 1)
		b.add(r.s[k:e])
		return e, e-k < 4
	default:
		return k, false
	}
	e := r.digits(j)
	switch {
	case r.at(e) == '#' && !(lettered && firstOne): // "L. 311-1-5°"
	case e > j && e-j <= 4:
		b.add1('-')
		b.add(r.s[j:e])
		return r.noughts(e, b), true
	case firstOne && lettered && (r.at(j) == 'i' || r.at(j) == 'l' && r.at(j+1) != '\'') && !isWord(r.at(j+1)) && r.at(k) == '-':
		b.add("-1")
		return j + 1, true
	}
	return k, false
}
