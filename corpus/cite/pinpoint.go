package cite

import "strings"

// bareECLI skips the identifier that the Court of Justice prints behind the number of a
// case, ", EU:C:2031:345"; i when none stands there.
func (r *reader) bareECLI(i int) int {
	j := r.any(i, ",")
	if !strings.HasPrefix(r.s[j:], "eu:c:") && !strings.HasPrefix(r.s[j:], "eu:t:") {
		return i
	}
	k := r.digits(j + len("eu:c:"))
	e := r.digits(k + 1)
	if k-j-len("eu:c:") != 4 || r.at(k) != ':' || e == k+1 {
		return i
	}
	return e
}

// pinpoint reads the place in a decision that follows its mention, "pt 35",
// "points 73 et 74", "cons. 10", "§§ 121-122", as it is printed. end is i when
// there is none.
func (r *reader) pinpoint(i int) (sub string, end int) {
	j := r.any(r.bareECLI(i), ",")
	k := j
	if r.at(j) == '$' {
		k = r.any(j, "$")
	} else if _, e, ok := r.phrase(pinpointWord, j); ok {
		k = r.any(e, ".")
	} else {
		return "", i
	}
	end = i
	for range 8 {
		e := r.digits(k)
		if _, _, ok := r.date(k); ok { // "§ 45, 14 octobre 2010"
			break
		}
		if e == k || e-k > 4 || isWord(r.at(e)) && r.word(e) != "er" {
			break
		}
		end = e
		if r.at(e) == '-' && isDigit(r.at(e+1)) {
			k = e + 1
			continue
		}
		k = r.subJoin(e)
		if k == e || r.unitAfter(k) {
			break
		}
	}
	if end == i {
		return "", i
	}
	if x := r.blank(end); r.word(x) == "du" || r.word(x) == "de" || r.word(x) == "des" { // "point 3 du dispositif"
		return "", i
	}
	return strings.Join(strings.Fields(r.t.Span(j, end).Of(r.t.Original)), " "), end
}
