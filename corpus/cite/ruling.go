package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// seized reports whether the words before a court say that someone went to it:
// the day behind "statuant en référé le" is that of the step.
func (r *reader) seized(i int) bool {
	before := r.s[max(0, i-60):i]
	for _, w := range []string{"saisi", "devant", "assign", "attrai", "convoqu", "introdui", "demande"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// plenary reads a formation that only the Cour de cassation has, when it ruled on
// the day that follows: "close par l'assemblée plénière le 25 juin 2014".
func (r *reader) plenary(i int) int {
	_, e, _ := r.phrase(plenaryWord, i)
	j, ok := r.lit(r.blank(e), "le", "du")
	day, end, dated := r.date(r.blank(j))
	if !ok || !dated || !r.ruledBy(i) {
		return i
	}
	d := decision{court: corpus.Court{Kind: corpus.Cass}, named: true, date: day, dateEnd: end}
	return r.decided(d, i, end)
}

// ruledBefore reads the day of a ruling that stands before its court, "condamné le 3 mars
// 2025 par le tribunal correctionnel de Bastia", and where it begins. i is where the
// court does.
func (r *reader) ruledBefore(d *decision, i int) (start int, ok bool) {
	j := r.back(i)
	if j > 1 && r.s[j-1] == '\'' && r.s[j-2] == 'l' {
		j = j - 2
	} else if b := r.wordBefore(j); r.s[b:j] == "le" || r.s[b:j] == "la" {
		j = b
	} else {
		return i, false
	}
	j = r.back(j)
	if b := r.wordBefore(j); r.s[b:j] == "par" {
		j = r.back(b)
	} else {
		return i, false
	}
	if r.at(j-1) == ',' {
		j = r.back(j - 1)
	}
	for b, n := j, 0; n < 3 && b > 0; n++ { // year, month, day
		b = r.wordBefore(r.back(b))
		day, e, dated := r.date(b)
		if !dated || e != j {
			continue
		}
		k := r.back(b)
		if w := r.wordBefore(k); r.s[w:k] != "le" {
			return i, false
		} else if k = r.back(w); r.at(k-1) == ',' {
			k = r.back(k - 1)
		}
		if !r.is(ruledWord, r.wordBefore(k)) && r.s[r.wordBefore(k):k] != "et" {
			return i, false
		}
		if r.s[r.wordBefore(k):k] == "et" && !strings.Contains(r.s[max(0, k-120):k], "condamne") {
			return i, false
		}
		d.date, d.dateEnd, d.ruling = day, e, true
		return b, true
	}
	return i, false
}

// ruledThatDay reads the day of a ruling between a court and its verb: "la cour
// d'appel de Metz a, le 3 mai 2012, confirmé". It returns end when there is none.
func (r *reader) ruledThatDay(d *decision, end int) int {
	j, ok := r.lit(r.any(d.courtEnd, ","), "a", "avait", "ayant")
	if !ok {
		return end
	}
	_, after, ruled := r.phrase(ruledWord, r.blank(j))
	if ruled { // "a prononcé, le 3 mai 2012, la liquidation"
		if j = after; r.at(j) != ',' {
			return end
		}
	}
	if j, ok = r.lit(r.any(j, ","), "le"); !ok {
		return end
	}
	day, e, ok := r.date(r.blank(j))
	if !ok || !ruled && !r.is(ruledWord, r.any(e, ",")) {
		return end
	}
	d.date, d.dateEnd, d.ruling = day, e, true
	return e
}
