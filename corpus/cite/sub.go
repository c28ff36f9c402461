package cite

import (
	"strings"
)

// maxSubs bounds the subdivisions read after one article.
const maxSubs = 6

// subs reads the subdivisions that follow an article, "alinéa 1er", "§ 1",
// "I, 5°", "a)", "in fine", and returns them shortened. end is i when there
// are none.
func (r *reader) subs(i int) (sub string, end int) {
	parts := make([]string, 0, maxSubs)
	end = i
	for len(parts) < maxSubs {
		j := r.any(end, ",(-")
		if r.at(end) == '.' && isLetter(r.at(end+1)) && r.upper(end+1) && r.at(end+2) == '.' { // "6.I.8"
			j = end + 1
		}
		s, e, ok := r.sub(j)
		if !ok {
			break
		}
		parts = append(parts, s)
		end = e
		if k := r.blank(end); r.at(k) == ')' && strings.IndexByte(r.s[i:end], '(') >= 0 {
			end = k + 1
		}
	}
	return strings.Join(parts, ", "), end
}

// sub reads one subdivision.
func (r *reader) sub(i int) (sub string, end int, ok bool) {
	if e, ok := r.lit(i, "devenu"); ok { // "alinéa 6 (devenu alinéa 7)"
		j := r.blank(e)
		if l := r.any(j, "'"); r.word(j) == "l" {
			j = r.any(l+1, "'")
		}
		if _, _, ok := r.phrase(alineaWord, j); ok {
			_, e, ok := r.sub(j)
			return "", e, ok
		}
		return "", i, false
	}
	for _, read := range [...]func(*reader, int) (string, int, bool){
		(*reader).ordinalSub, (*reader).namedSub, (*reader).markSub, (*reader).romanSub, (*reader).letterSub,
		(*reader).romanLetters, (*reader).bareLetter} {
		if s, e, ok := read(r, i); ok {
			return s, e, true
		}
	}
	return "", i, false
}

// ordinalSub reads "premier alinéa", "premier et deuxième alinéas", "première
// phrase".
func (r *reader) ordinalSub(i int) (string, int, bool) {
	nums := make([]string, 0, 6)
	j := i
	for range 6 {
		v, e, ok := r.phrase(ordinalWord, j)
		if !ok {
			return "", i, false
		}
		nums = append(nums, v)
		j = r.any(e, ",")
		if what, e, ok := r.phrase(alineaWord, j); ok {
			if last := nums[len(nums)-1]; last == "dernier" || last == "avant-dernier" {
				return last + " " + what, r.dotted(e, what), true
			}
			return what + " " + strings.Join(nums, " et "), r.dotted(e, what), true
		}
		if e, ok := r.lit(j, "et", "ou", "a"); ok {
			j = r.blank(e)
		}
	}
	return "", i, false
}

// dotted takes the dot of "al." into the words.
func (r *reader) dotted(e int, what string) int {
	if strings.HasSuffix(what, ".") && r.at(e) == '.' && r.at(e-1) == 'l' && r.at(e-2) == 'a' {
		return e + 1
	}
	return e
}

// namedSub reads "alinéa 1er", "alinéas 1 et 2", "al. 2", "point 3", "in fine".
func (r *reader) namedSub(i int) (string, int, bool) {
	if e, ok := r.lit(i, "in"); ok {
		if e, ok := r.lit(r.blank(e), "fine"); ok {
			return "in fine", e, true
		}
	}
	what, e, ok := r.phrase(alineaWord, i)
	if !ok {
		return "", i, false
	}
	plural := r.at(e-1) == 's'
	nums, end := r.subNumbers(r.any(e, "."), plural)
	if end < 0 {
		if s, x, ok := r.romanSub(r.blank(e)); ok { // "paragraphe II"
			return what + " " + s, x, true
		}
		return "", i, false
	}
	return what + " " + nums, end, true
}

// subNumbers reads the numbers of a subdivision: "1er", "2 et 3", "1 à 3",
// "premier". end is -1 when there are none.
func (r *reader) subNumbers(i int, plural bool) (nums string, end int) {
	end = -1
	j := i
	for range 8 {
		v, e, ok := r.phrase(ordinalWord, j)
		if !ok {
			if e = r.digits(j); e == j || e-j > 3 || nums != "" && r.at(e) == '-' && isDigit(r.at(e+1)) { // "alinéas 2 et 3, et 475-1"
				break
			}
			v = r.s[j:e]
			if x, ok := r.lit(e, "er", "eme", "e"); ok {
				e = x
			} else if v == "1" && r.at(e) == ' ' && r.word(e+1) == "er" { // "1 er"
				e += len(" er")
			}
			if isWord(r.at(e)) {
				break
			}
		}
		nums, end = nums+v, e
		if j = r.subJoin(e); j == e || !plural && !r.subGoesOn(e, j) {
			break
		}
		nums += " " + strings.TrimSpace(strings.Trim(r.s[e:j], ",\n ")) + " "
	}
	return strings.TrimRight(strings.ReplaceAll(strings.ReplaceAll(nums, "  ", " "), " a ", " à "), " etoua,"), end
}

// subGoesOn reports whether the number at j goes on with the subdivision that
// ends at i though its noun is singular, "al 1 à 4", "article 1384 al. 1 et 5":
// in a range, or where there is but one article.
func (r *reader) subGoesOn(i, j int) bool {
	e := r.digits(j)
	if e == j || e-j > 2 || isWord(r.at(e)) || r.at(e) == '-' || r.at(e) == '.' && isDigit(r.at(e+1)) {
		return false
	}
	w := r.word(r.blank(i))
	return w == "a" || w == "et" && (r.single || r.lettersFollow(e))
}

// lettersFollow reports whether a small letter alone follows a number, which makes it a
// paragraph and no article: "6, § 1 et 3, b, de la Convention".
func (r *reader) lettersFollow(i int) bool {
	j := r.any(i, ",")
	return j > i && isLetter(r.at(j)) && !r.upper(j) && !isWord(r.at(j+1)) && r.at(j+1) != '\'' && r.at(j) != 'a' && r.at(j+1) != ' '
}

// subJoin skips "et", "ou", "à" or a comma between two numbers.
func (r *reader) subJoin(e int) int {
	j := r.any(e, ",")
	if k, ok := r.lit(j, "et", "ou", "a"); ok {
		return r.blank(k)
	}
	if j > e && strings.IndexByte(r.s[e:j], ',') >= 0 && isDigit(r.at(j)) {
		return j
	}
	return e
}

// markSub reads "§ 1", "§§ 1 et 2", "5°", "1° à 4°", "1° et 4°".
func (r *reader) markSub(i int) (string, int, bool) {
	if r.at(i) == '$' {
		j, plural := i+1, false
		if r.at(j) == '$' {
			j, plural = j+1, true
		}
		nums, end := r.subNumbers(r.any(j, "."), plural)
		if end < 0 {
			s, e, ok := r.romanSub(r.blank(j)) // "§ II"
			return "§ " + s, e, ok
		}
		return "§ " + nums, end, true
	}
	j := r.digits(i)
	if j == i || j-i > 2 || r.at(j) != '#' {
		return "", i, false
	}
	sub, end := r.s[i:j]+"°", j+1
	if what, e, ok := r.phrase(alineaWord, r.blank(end)); ok && what == "al." { // "3° alinéa"
		return what + " " + r.s[i:j], e, true
	}
	for range 4 {
		k := r.subJoin(end)
		e := r.digits(k)
		if k == end || e == k || e-k > 2 || r.at(e) != '#' {
			break
		}
		word := strings.Trim(r.s[end:k], " ,\n")
		if word == "a" {
			word = "à"
		}
		sub, end = sub+" "+word+" "+r.s[k:e]+"°", e+1
	}
	return strings.ReplaceAll(sub, "  ", ", "), end, true
}

// romanSub reads the capital Roman numeral of a paragraph: "I", "II bis", "I et
// II".
func (r *reader) romanSub(i int) (string, int, bool) {
	e := r.wordEnd(i)
	if e == i || romanValue(r.s[i:e]) == 0 || !r.capitals(i, e) || r.at(e) == '\'' || !r.wordStart(i) {
		return "", i, false
	}
	sub, end := strings.ToUpper(r.s[i:e]), e
	if _, e, ok := r.phrase(latinWord, r.blank(end)); ok {
		sub, end = sub+" "+r.s[r.blank(end):e], e
	}
	if k, ok := r.lit(r.blank(end), "et", "ou"); ok {
		k = r.blank(k)
		if e := r.wordEnd(k); e > k && romanValue(r.s[k:e]) > 0 && r.capitals(k, e) && r.at(e) != '\'' {
			sub, end = sub+" et "+strings.ToUpper(r.s[k:e]), e
		}
	}
	if k := r.digits(end + 1); (r.at(end) == '-' || r.at(end) == '.') && k > end+1 && k-end <= 3 && !isWord(r.at(k)) && r.at(k) != '#' { // "6-I-8"
		return sub + ", " + r.s[end+1:k], k, true
	}
	if k := r.digits(end + 1); r.at(end) == ' ' && k == end+2 { // "6 I 2 de la loi"
		switch w := r.word(r.blank(k)); {
		case r.at(k) == ',', w == "de", w == "du", w == "et":
			return sub + ", " + r.s[end+1:k], k, true
		}
	}
	if r.at(end) == '.' && (r.at(end+1) == ',' || r.at(end+1) == '-' || isBlank(r.at(end+1)) && r.at(r.blank(end+1)) == '-') {
		end++
	}
	return sub, end, true
}

// letterSub reads "a)", "sous a", "(b)", "point a".
func (r *reader) letterSub(i int) (string, int, bool) {
	j := i
	if k := r.digits(i); k > i && k-i <= 2 && r.at(k) == ')' && r.at(i-1) == '(' { // "(1)"
		return "(" + r.s[i:k] + ")", k + 1, true
	}
	under := false
	if e, ok := r.lit(i, "sous", "point", "lettre"); ok {
		j, under = r.any(e, "("), true
	}
	if !isLetter(r.at(j)) || isWord(r.at(j+1)) || !r.wordStart(j) {
		return "", i, false
	}
	switch {
	case !under && !r.typed && r.upper(j) && !r.capsBefore(j) && r.at(j+1) == ' ' && isDigit(r.at(j+2)) && !isWord(r.at(r.digits(j+2))): // "1er A 2"
		return strings.ToUpper(r.s[j:j+1]) + " " + r.s[j+2:r.digits(j+2)], r.digits(j + 2), true
	case r.at(j+1) == ')' && (r.at(j-1) == '(' || !r.inBracket(i)):
		return r.moreLetters(r.s[j:j+1], j+2)
	case under && r.at(j+1) != '\'':
		return r.s[j : j+1], j + 1, true
	}
	return "", i, false
}
