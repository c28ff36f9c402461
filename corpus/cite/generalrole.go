package cite

import (
	"strings"
)

// generalRole reads the number of a lower court: "18/04366", "F 12/06470",
// "2015F00459", "11-18-0011".
func (r *reader) generalRole(i int) (docket, bool) {
	j := i
	if e := r.wordEnd(j); e-j >= 1 && e-j <= 2 && !isDigit(r.at(j)) && !isDigit(r.at(e-1)) {
		j = r.any(e, "-")
		if j == e {
			return docket{}, false
		}
	}
	if isLetter(r.at(j)) && isDigit(r.at(j+1)) { // "F14/05678"
		if m := r.digits(j + 1); m-j-1 == 2 && r.at(m) == '/' {
			j++
		}
	}
	k := r.digits(j)
	n := k - j
	e := r.wordEnd(j)
	switch {
	case n == 4 && isLetter(r.at(k)) && e-k >= 4 && r.digits(k+1) == e: // 2015F00459
		return docket{id: strings.ToUpper(r.s[j:e]), start: i, end: e}, true
	case n == 4 && r.at(k) == ' ' && isLetter(r.at(k+1)) && isDigit(r.at(r.blank(k+2))): // 2015 F 00459
		l := r.blank(k + 2)
		if m := r.digits(l); m-l >= 3 {
			return docket{id: strings.ToUpper(r.s[j:k] + r.s[k+1:k+2] + r.s[l:m]), start: i, end: m}, true
		}
	case (n == 2 || n == 4) && (r.at(k) == '/' || r.at(k) == '-'):
		l := r.digits(k + 1)
		if l-k-1 < 2 || l-k-1 > 6 || isWord(r.at(l)) {
			return docket{}, false
		}
		id := r.made.join(r.s[j:k], "-", r.s[k+1:l])
		if r.at(l) == '.' && isDigit(r.at(l+1)) { // "21-02.112"
			m := r.digits(l + 1)
			if m-l-1 != 3 || isWord(r.at(m)) {
				return docket{}, false
			}
			id, l = id+r.s[l+1:m], m
		}
		if m := r.digits(l + 1); (r.at(l) == '-' || r.at(l) == '/') && m-l-1 >= 3 && m-l-1 <= 6 { // 11-18-0011
			id, l = id+"-"+r.s[l+1:m], m
		}
		return docket{id: id, start: i, end: l}, true
	}
	return docket{}, false
}
