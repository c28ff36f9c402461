package cite

// numberBefore reads the article of a code that stands before it without the word
// "article": "(700 du CPC)", "au titre du 700 du code de procédure civile", "(700 CPC)".
func (r *reader) numberBefore(in instrument) (group, bool) {
	j := r.back(in.start)
	b := r.wordBefore(j)
	bare := isDigit(r.at(j-1)) && j < in.start // "1240 C. civ. ; 700 CPC"
	if r.s[b:j] != "du" && !bare || kindOf(in.key) != "code" || r.typed {
		return group{}, false
	}
	e := r.back(b)
	if bare {
		e = j
	}
	k := r.numbersBefore(e, bare)
	if e-k < 2 || !r.wordStart(k) {
		return group{}, false
	}
	p := r.back(k)
	if w := r.s[r.wordBefore(p):p]; bare && !r.opensList(p) || !bare && w != "du" && r.at(p-1) != '(' {
		return group{}, false
	}
	items, end := r.list(k, true)
	if len(items) != 1 && !bare || end != e {
		return group{}, false
	}
	g := group{start: k, end: in.end, items: items, in: in, bound: true}
	g.in.rule = "number-of-code"
	return g, true
}

// numbersBefore is where the number that ends at e begins; with several, where the list
// begins that it ends, "696 et 700".
func (r *reader) numbersBefore(e int, several bool) int {
	k := e
	for k > 0 && e-k < 40 {
		switch c := r.s[k-1]; {
		case isDigit(c) || c == '-' && k < e:
			k--
		case several && k < e && isDigit(r.s[k]):
			j := r.joinedBefore(k)
			if j == k {
				return k
			}
			k = j
		default:
			return k
		}
	}
	return k
}

// joinedBefore steps back over ", ", " et " or " à " to the end of another number; i when
// none stands there.
func (r *reader) joinedBefore(i int) int {
	for _, join := range [...]string{", ", " et ", " a "} {
		if j := i - len(join); j > 0 && r.s[j:i] == join && isDigit(r.s[j-1]) {
			return j
		}
	}
	return i
}

// opensList reports whether the text, a bracket, a semicolon or "et" stands before p.
func (r *reader) opensList(p int) bool {
	return p == 0 || r.s[r.wordBefore(p):p] == "et" || r.s[p-1] == '(' || r.s[p-1] == ';' || r.s[p-1] == ':'
}
