package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// pourvoi reads a number of the Cour de cassation: "17-21.434", "Y 19-19.463",
// "06-41. 614". Without its dot it counts only beside the name of that court or
// the word pourvoi: kind is then its kind. court is the court that the mention
// names.
func (r *reader) pourvoi(i int, kind, court corpus.CourtKind) (docket, bool) {
	j := i
	if isLetter(r.at(j)) && !isWord(r.at(j+1)) {
		j = r.any(j+1, ".-")
	}
	if r.digits(j)-j != 2 || r.at(j+2) != '-' && !(r.at(j+2) == ' ' && r.at(j+3) == '-') {
		return docket{}, false
	}
	k := r.any(j+2, "-")
	e := r.digits(k)
	a := r.s[k:e]
	switch {
	case len(a) == 2:
		l := e
		for n := 0; n < 3 && (r.at(l) == '.' || r.at(l) == ' ' || r.at(l) == ','); n++ {
			l++
		}
		m := r.digits(l)
		if m-l != 3 || l == e {
			return docket{}, false
		}
		a, e = a+r.s[l:m], m
	case len(a) == 5 && kind == corpus.Cass:
	default:
		return docket{}, false
	}
	if isWord(r.at(e)) || court != "" && court != corpus.Cass {
		return docket{}, false
	}
	return docket{id: r.made.join(r.s[j:j+2], "-", a), kind: corpus.Cass, start: i, end: e}, true
}

// constitutional reads "2010-14/22 QPC", "71-44 DC", "2016-606/607".
func (r *reader) constitutional(list []docket, i int, kind corpus.CourtKind) ([]docket, bool) {
	if kind != "" && kind != corpus.CC {
		return list, false
	}
	j := r.digits(i)
	if n := j - i; n != 2 && n != 4 || r.at(j) != '-' && !(r.at(j) == '/' && n == 4) {
		return list, false
	}
	year := r.s[i:j]
	nums := make([]string, 0, 20)
	e := j
	for len(nums) < 20 && (r.at(e) == '-' || r.at(e) == '/') {
		k := r.digits(e + 1)
		if k == e+1 || k-e > 5 {
			break
		}
		nums = append(nums, r.s[e+1:k])
		e = k
	}
	suffix := ""
	k := r.any(e, "-")
	if x, ok := r.lit(k, "qpc", "dc", "an", "lp", "l", "pdr", "org", "elec", "i", "d", "ref", "fnr", "lom"); ok && r.at(x) != '\'' {
		suffix, e = strings.ToUpper(r.s[k:x]), x
	}
	if len(nums) == 0 || suffix == "" && (kind != corpus.CC && !r.near(i, "conseil constitutionnel") || len(year) < 4) || isWord(r.at(e)) {
		return list, false
	}
	if suffix == "" {
		suffix = "QPC" // the only joined numbers without a mark, since 2010
		if year < "2010" {
			suffix = "DC"
		}
	}
	if kind == "" && !r.near(i, "decision n") && (suffix == "L" || suffix == "D" || suffix == "I" || suffix == "AN") {
		return list, false
	}
	for _, n := range nums {
		list, _ = r.numbered(list, docket{id: r.made.join(year, "-", n, "-", suffix), kind: corpus.CC, start: i, end: e}, true)
	}
	return list, true
}

// near reports whether the folded words stand within 80 bytes before i.
func (r *reader) near(i int, words string) bool {
	return strings.Contains(r.s[max(0, i-80):i], words)
}

// union reads a number of the Court of Justice, "C-362/14", "6/64", or of the
// Court of Human Rights, "30010/10".
func (r *reader) union(i int, kind corpus.CourtKind) (docket, bool) {
	j := i
	prefix := ""
	if w := r.word(j); w == "c" || w == "t" || w == "f" {
		k := j + 1
		for r.at(k) == '-' || r.at(k) == ' ' && k == j+1 {
			k++
		}
		if !r.upper(j) || k == j+1 || !isDigit(r.at(k)) {
			return docket{}, false
		}
		prefix, j = strings.ToUpper(w)+"-", k
	}
	k := r.digits(j)
	if k == j || r.at(k) != '/' {
		return docket{}, false
	}
	e := r.digits(k + 1)
	if e-k-1 != 2 || isWord(r.at(e)) || r.at(e) == '/' {
		return docket{}, false
	}
	id := prefix + r.s[j:k] + "-" + r.s[k+1:e]
	switch {
	case prefix != "" && (kind == "" || kind == corpus.CJUE) && k-j <= 4:
		return docket{id: id, kind: corpus.CJUE, start: i, end: e}, true
	case prefix != "":
		return docket{}, false
	case kind == corpus.CJUE && k-j <= 4, kind == corpus.CEDH && k-j <= 5:
		return docket{id: id, kind: kind, start: i, end: e}, true
	}
	return docket{}, false
}

// administrative reads a number of the Conseil d'État, "287110", of a cour
// administrative d'appel, "20NT01234", or of a tribunal administratif,
// "1603456".
func (r *reader) administrative(i int, kind corpus.CourtKind, marked bool) (docket, bool) {
	j := r.digits(i)
	e := r.wordEnd(i)
	if j-i == 2 && e-i == 9 && isLetter(r.at(j)) && isLetter(r.at(j+1)) && r.digits(j+2) == e && (kind == "" || kind == corpus.CAA) && r.upper(j) {
		return docket{id: strings.ToUpper(r.s[i:e]), kind: corpus.CAA, start: i, end: e}, true
	}
	if j != e || !marked {
		return docket{}, false
	}
	switch n := j - i; {
	case kind == corpus.CE && n >= 3 && n <= 6, kind == corpus.TA && n >= 5 && n <= 8, kind == corpus.TC && n >= 3 && n <= 5:
		return docket{id: r.s[i:j], kind: kind, start: i, end: j}, true
	}
	return docket{}, false
}
