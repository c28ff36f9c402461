package cite

import "strings"

// bareLetter reads a subdivision that is a letter without its bracket: "§ 3 c",
// "1°, a, du", "a et b", "1er, A, 2°". What follows tells it from a word: a mark,
// a conjunction, another subdivision or the instrument.
func (r *reader) bareLetter(i int) (string, int, bool) {
	if !r.lone(i) {
		return "", i, false
	}
	sub, end := r.s[i:i+1], i+1
	if r.capitals(i, i+1) && !r.typed {
		sub = strings.ToUpper(sub)
	}
	for range 3 {
		word, j := "et", r.any(end, ",")
		if e, ok := r.lit(j, "et", "ou", "a"); ok {
			word, j = r.s[j:e], r.blank(e)
		} else {
			break
		}
		if !r.lone(j) || r.at(j+1) == ')' || r.s[j] <= r.s[end-1] || !r.closesSub(j+1) {
			break
		}
		if word == "a" {
			word = "à"
		}
		sub, end = sub+" "+word+" "+r.s[j:j+1], j+1
	}
	return sub, end, r.closesLetter(i, end)
}

// lone reports whether a letter that numbers a subdivision stands alone at i.
func (r *reader) lone(i int) bool {
	c := r.at(i)
	if c < 'a' || c > 'k' || isWord(r.at(i+1)) || !r.wordStart(i) || r.at(i+1) == '\'' || r.at(i+1) == '#' || isDigit(r.at(r.any(i+1, ".-*"))) {
		return false
	}
	if n, e, ok := r.f.law.Match(r.s, i); ok && n.Instrument != "" && e > i+1 { // "c. civ."
		return false
	}
	return !r.typed && !r.capitals(i, i+1) || r.at(i-1) == ' ' && r.at(i-2) == ','
}

// closesLetter tells the letter from i to end from the verb "a" and from what else
// is a single letter.
func (r *reader) closesLetter(i, end int) bool {
	marked := !isBlank(r.at(i-1)) || r.at(r.back(i)-1) == ','
	switch {
	case r.s[i] != 'a' || end > i+1:
		return r.closesSub(end)
	case marked && r.subAfter(end):
		return true
	}
	j := r.any(end, ",")
	k, ok := r.of(j)
	if !ok {
		return false
	}
	_, ok = r.instrument(k, true)
	return ok && (marked || r.at(end) != ',')
}

// subAfter reports whether another subdivision with a mark of its own follows a
// comma or a hyphen at i: "a, 2°", "a, i)".
func (r *reader) subAfter(i int) bool {
	if r.at(i) != ',' && r.at(i) != '-' {
		return false
	}
	j := r.any(i, ",-")
	if _, _, ok := r.markSub(j); ok {
		return true
	}
	if _, _, ok := r.romanLetters(j); ok {
		return true
	}
	_, _, ok := r.letterSub(j)
	return ok
}

// closesSub reports whether a subdivision may end at i.
func (r *reader) closesSub(i int) bool {
	switch r.at(i) {
	case ',', ';', '-':
		return true
	case '.':
		return (isBlank(r.at(i+1)) || i+1 >= len(r.s)) && !isDigit(r.at(r.blank(i+1)))
	case 0:
		return true
	}
	j := r.blank(i)
	switch r.at(j) {
	case ')', ';', '(':
		return true
	}
	switch r.word(j) {
	case "et", "ou", "de", "du", "des", "d", "dudit", "in", "ainsi":
		return true
	}
	n, _, ok := r.f.law.Match(r.s, j)
	return ok && n.Instrument != ""
}

// romanLetters reads "ii)", "iv)", the small Roman numerals of acts of the Union.
func (r *reader) romanLetters(i int) (string, int, bool) {
	e := r.wordEnd(i)
	if e-i < 2 || romanValue(r.s[i:e]) == 0 || r.at(e) != ')' || r.capitals(i, e) || !r.wordStart(i) {
		return "", i, false
	}
	return r.s[i:e], e + 1, true
}

// inBracket reports whether a bracket is open at i that was opened at most 120
// bytes before, so that one that closes after a letter is not the letter's own.
func (r *reader) inBracket(i int) bool {
	depth := 0
	for j := i - 1; j >= 0 && i-j < 120; j-- {
		switch r.s[j] {
		case ')':
			if !isLetter(r.at(j-1)) || isWord(r.at(j-2)) {
				depth++
			}
		case '(':
			if depth == 0 {
				return true
			}
			depth--
		case '\n', ';':
			if r.s[j] == ';' || r.at(j-1) == '\n' {
				return false
			}
		}
	}
	return false
}

// moreLetters reads "et b)" after "a)".
func (r *reader) moreLetters(sub string, end int) (string, int, bool) {
	for range 4 {
		j := r.any(end, ",")
		e, ok := r.lit(j, "et", "ou", "a")
		k := r.blank(e)
		if !ok || !r.lone(k) || r.at(k+1) != ')' || r.s[k] <= sub[len(sub)-1] {
			break
		}
		sub, end = sub+" "+strings.Replace(r.s[j:e], "a", "à", 1)+" "+r.s[k:k+1], k+2
	}
	return sub, end, true
}
