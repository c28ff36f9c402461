package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// european reads an EU regulation, directive or framework decision: "règlement (UE) n°
// 1215/2012", "règlement UE n° 1.215/2012", "directive 95/46/CE", "décision-cadre
// 2002/584/JAI".
func (r *reader) european(i int, beside bool) (instrument, bool) {
	w := r.word(i)
	j := i + len(w)
	head, union := "", false
	switch w {
	case "reglement", "reglements":
		head = "reglement"
	case "directive", "directives":
		head = "directive"
	case "decision", "decisions":
		if head, j = "decision-cadre", r.framework(i); j == i {
			return instrument{}, false
		}
	case "regl", "reg", "dir":
		if r.at(j) != '.' || !r.upper(i) {
			return instrument{}, false
		}
		j++
		head = "reglement"
		if w == "dir" {
			head = "directive"
		}
	default:
		return instrument{}, false
	}
	for range 6 {
		j = r.any(j, "(),")
		_, e, ok := r.phrase(unionWord, j)
		if !ok {
			break
		}
		union = true
		j = r.any(e, "'")
	}
	if k := r.number(j); k > j {
		j = k
	}
	id, e, ok := r.euNumber(j)
	var day corpus.Date
	if d, x, dated := r.date(j); !ok && dated { // "règlement (UE) du 26 juin 2013 n° 604/2013"
		if k := r.number(r.any(x, ",(")); k > r.any(x, ",(") {
			id, e, ok = r.euNumber(k)
			day = d
		}
	}
	if !ok {
		return instrument{}, false
	}
	in := instrument{key: corpus.Key(head + "/" + id), start: i, end: e, whole: true, rule: "eu-act", date: day}
	if _, x, ok := r.phrase(bodyWord, r.any(e, ",")); ok {
		e = x
	}
	if d, x, ok := r.ofDate(e); ok {
		in.end, in.date = x, d
	} else if head == "reglement" && !union && r.ownNoun(e) { // "le règlement n° 44/2001 du chèque"
		return instrument{}, false
	}
	return in, true
}

// framework is the end of the noun of a framework decision, "décision-cadre", at i; i when
// it is another word.
func (r *reader) framework(i int) int {
	e, ok := r.lit(i, "decision", "decisions")
	if !ok || r.at(e) != '-' && r.at(e) != ' ' {
		return i
	}
	if e, ok = r.lit(e+1, "cadre", "cadres"); !ok {
		return i
	}
	return e
}

// euNumber reads "1215/2012", "1.215/2012", "95/46/CE".
func (r *reader) euNumber(i int) (id string, end int, ok bool) {
	j := r.digits(i)
	a := r.s[i:j]
	if (r.at(j) == '.' || r.at(j) == ' ') && j-i == 1 && r.digits(j+1)-j-1 == 3 {
		a += r.s[j+1 : j+4]
		j += 4
	}
	if a == "" || len(a) > 4 || r.at(j) != '/' {
		return "", i, false
	}
	e := r.digits(j + 1)
	b := r.s[j+1 : e]
	if b == "" || len(b) > 4 || len(a) < 2 && len(b) < 4 {
		return "", i, false
	}
	if r.at(e) == '/' {
		if x, ok := r.lit(e+1, "ce", "cee", "ue", "jai", "euratom"); ok {
			e = x
		}
	}
	return a + "-" + b, e, !isWord(r.at(e))
}

// yearOrder puts the number of a regulation into the order of its time: number
// and year until 2014, year and number since 1 January 2015 (harmonised
// numbering of the Official Journal).
func yearOrder(id string, key corpus.Key) corpus.Key {
	a, b, ok := strings.Cut(id, "-")
	if !ok || len(a) == 4 && len(b) == 4 && a >= "1958" && a <= "2100" && b >= "1958" && b <= "2100" {
		return key
	}
	if len(a) == 4 && a >= "1958" && a < "2015" || len(b) == 4 && b >= "2015" && b <= "2100" {
		return corpus.Key("reglement/" + b + "-" + a)
	}
	return key
}

// ownNoun reports whether a common noun that is no body of the Union follows
// "du", "de la" at i.
func (r *reader) ownNoun(i int) bool {
	j, ok := r.of(r.blank(i))
	return ok && r.commonNoun(i) && !r.is(unionWord, j) && !r.is(namedWord, j) && r.word(j) != "parlement"
}
