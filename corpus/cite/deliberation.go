package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// maxBetween bounds the words between "délibération" and its number: "de la formation
// restreinte de la CNIL".
const maxBetween = 14

// deliberationAt reads a deliberation of the CNIL: "CNIL, délib. n° SAN-2022-009, 15 avril
// 2022", "la délibération n° 2019-093 du 4 juillet 2019 de la CNIL". Only the CNIL gives
// numbers with SAN or MED; any other number is one of hers where she is named beside it, for
// every assembly deliberates.
func (r *reader) deliberationAt(i int) int {
	j, named := i, false
	if e, ok := r.cnil(i); ok {
		j, named = r.any(e, ",(:-"), true
	}
	if e, ok := r.lit(j, "deliberation", "delib"); ok {
		j = e
	} else if !named {
		return i
	}
	for range maxBetween {
		j = r.any(j, ".,(")
		if k := r.number(j); k > j {
			j = k
			break
		}
		if _, _, ok := r.deliberated(j); ok {
			break
		}
		if e, ok := r.cnil(j); ok {
			j, named = e, true
			continue
		}
		e, ok := r.lit(j, "de", "la", "du", "sa", "formation", "restreinte", "pleniere", "l", "bureau", "college", "portant", "sanction")
		if !ok {
			return i
		}
		j = e
	}
	j = r.blank(j)
	id, e, ok := r.deliberated(j)
	if !ok {
		return i
	}
	d := decision{court: corpus.Court{Kind: corpus.CNIL}, named: true, dockets: []docket{{id: id, kind: corpus.CNIL, start: j, end: e}}}
	if day, x, ok := r.ofDate(e); ok {
		d.date, d.dateEnd, e = day, x, x
	} else if day, x, ok := r.date(r.any(e, ",(")); ok {
		d.date, d.dateEnd, e = day, x, x
	}
	if j, ok := r.byWhom(e); ok {
		if x, ok := r.cnil(j); ok {
			named, e = true, x
		}
	}
	if !named && id[0] >= '0' && id[0] <= '9' {
		return i
	}
	return r.decided(d, i, e)
}

// byWhom skips "de la", ", prise par la" before who deliberated.
func (r *reader) byWhom(i int) (end int, ok bool) {
	j := r.any(i, ",(")
	for range 4 {
		e, found := r.lit(j, "de", "la", "par", "prise", "rendue", "adoptee")
		if !found {
			break
		}
		ok = ok || r.s[j:e] == "de" || r.s[j:e] == "par"
		j = r.blank(e)
	}
	return j, ok
}

// cnil reads the name of the CNIL.
func (r *reader) cnil(i int) (int, bool) {
	if e, ok := r.lit(i, "cnil"); ok {
		return e, true
	}
	const name = "commission nationale de l'informatique et des libertes"
	if !r.wordStart(i) || !strings.HasPrefix(r.s[i:], name) || isWord(r.at(i+len(name))) {
		return i, false
	}
	return i + len(name), true
}

// deliberated reads the number of a deliberation: "SAN-2022-009", "2019-093".
func (r *reader) deliberated(i int) (id string, end int, ok bool) {
	j, prefix := i, ""
	if e, ok := r.lit(i, "san", "med", "medp"); ok && r.upper(i) && r.at(e) == '-' {
		prefix, j = strings.ToUpper(r.s[i:e])+"-", e+1
	}
	k := r.digits(j)
	if k-j != 4 || r.at(k) != '-' {
		return "", i, false
	}
	e := r.digits(k + 1)
	if n := e - k - 1; n < 1 || n > 4 || isWord(r.at(e)) {
		return "", i, false
	}
	return r.made.join(prefix, r.s[j:k], "-", r.s[k+1:e]), e, true
}
